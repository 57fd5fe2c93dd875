import { type Doc, layStatement } from "../../print/doc.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import type { Shape } from "../idiom.ts";
import { checkFree, pythonModule } from "./module.ts";

/** The name of the function when none is asked for. */
export const NAME = "make_scheduler";

/** How a scheduler is driven, unless it is in another way. */
const DRIVEN = "a step after every update";

/** What is to be known of code that drives an optimizer. */
export function notesOn({ base }: Shape, driven: string = DRIVEN): readonly string[] {
  return [`expects an optimizer whose lr is ${shortest(base)}${driven && `, and ${driven}`}`];
}

/** A module with a function that makes the scheduler of an optimizer. */
export function makeScheduler(
  { base }: Shape,
  name: string,
  scheduler: Doc,
  imports: readonly string[],
  before = "",
  driven: string = DRIVEN,
): string {
  const about = `    """For an optimizer whose lr is ${shortest(base)}, with ${driven}."""\n`;
  const body = `(optimizer):\n${about}${layStatement("return ", scheduler, "", python, "    ")}\n`;
  checkFree(name, before, body, ...imports);
  return pythonModule(imports, before, `def ${name}${body}`);
}
