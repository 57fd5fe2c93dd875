import { extname } from "node:path";
import { drawPlans } from "anneal/svg";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { numberIn } from "../../source/flags.ts";
import type { Output } from "../plot/output.ts";
import { wordsFor } from "../plot/wordsFor.ts";
import { linesOf, type Scene } from "./lines.ts";
import { setsOf, titleOf } from "./told.ts";

/** A picture of what was and what it becomes: an axis for each set of groups, with a mark where training stopped. */
export async function paint(
  scene: Scene,
  { file, title, unit }: { readonly file: string; readonly title: string; readonly unit: "step" | "epoch" },
  flags: FlagValues,
  io: Pick<Io, "say">,
): Promise<Output> {
  const extension = extname(file).toLowerCase();
  const isSvg = extension === ".svg";
  const { say, notes } = await wordsFor(extension, io);
  const sets = setsOf(scene.tried);
  const curves = sets.flatMap((set) => {
    const hyperparameter = sets.length > 1 ? titleOf(set, say) : say(set.key === "lr" ? "learning rate" : set.key);
    return linesOf(set, scene, say("old")).map(({ name, plan, run, functions, from, steps }) => {
      return { name, plan, run, functions, from, steps, hyperparameter };
    });
  });
  const drawn = drawPlans(curves, {
    ...{ title: say(title), unit, say, mark: scene.place, theme: isSvg ? "auto" : "light", log: flags.log === true },
    ...(flags.width === undefined ? {} : { width: numberIn("--width", flags.width, 240, 2000) }),
    ...(flags.height === undefined ? {} : { height: numberIn("--height", flags.height, 160, 2000) }),
  });
  return { content: isSvg ? [drawn] : await (await import("../plot/picture.ts")).asPng(drawn), notes };
}
