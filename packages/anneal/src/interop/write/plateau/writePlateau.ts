import type { Plateau } from "../../../controllers/plateau.ts";
import type { Plan } from "../../../plan.ts";
import type { Run } from "../../../run.ts";
import type { BuildOptions } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { type Idiom, type Idiomatic, type Shape, writeIdiom } from "../idiom.ts";
import { departures } from "./departures.ts";
import { type PlateauFields, plateauOf } from "./plateauOf.ts";

/** A plan and the plateau that scales it in a framework's own words. */
export interface Watched extends Idiomatic {
  /** What the framework's controller is as a plateau of ours; it is compared with the one that was asked for. */
  readonly watches: Plateau;
}

/** Tries to say a plan and a plateau in a framework's own words. */
export type Words = (shape: Shape, plateau: PlateauFields) => Watched | undefined;

/** What every writer of a plateau takes. */
export interface PlateauOptions extends BuildOptions, PrintOptions {}

/**
 * The first words whose plan is the plan itself: exact where their plateau is the same too, else with what is different.
 * Nothing is written of a plan that none of them says, for a reason.
 */
export function writePlateau(
  plan: Plan,
  plateau: Plateau,
  run: Run,
  options: PlateauOptions,
  words: readonly Words[],
  reason: string,
  own: readonly string[] = [],
): Exported {
  checkOptions(options, "functions", "name", ...own);
  if (options.name !== undefined) checkName(options.name);
  const fields = plateauOf(plateau);
  let lost: readonly string[] = [];
  const idioms = words.map((say): Idiom => {
    return (shape) => {
      const said = say(shape, fields);
      if (said) lost = departures(fields, said.watches, shape);
      return said;
    };
  });
  const none: Exported = { code: "", exact: false, notes: [`what follows the metric is left out: ${reason}`] };
  const written = writeIdiom(plan, run, options, idioms, () => none);
  if (written === none) return none;
  return { ...written, exact: lost.length === 0, notes: [...written.notes, ...lost] };
}
