import { piecesOf } from "../../../piecesOf.ts";
import type { Plan } from "../../../plan.ts";
import { type BuildOptions, type RunFor, schedule } from "../../../schedule.ts";
import { formula } from "../../formula.ts";
import { stepsToCompare } from "../idiom.ts";
import { inFloat32 } from "./inFloat32.ts";

/** What float32 may lose, with room for how a backend rounds. */
const LEAST = 8e-7;

/** How many steps of a long run are looked at, beside those where something changes. */
const EVEN = 1000;

/** A note on how far what code means is off in float32, of the value and a tenth of the largest, where it is too far. */
export function lostInFloat32(plan: Plan, means: Plan, run: RunFor<never>, options: BuildOptions): readonly string[] {
  const own = schedule<Plan>(plan, run, options);
  const rounded = inFloat32(formula<Plan>(means, run, options).expression);
  const steps = stepsToCompare(piecesOf(plan, run, options.functions), run?.steps ?? 1 / 0);
  const last = steps.at(-1) as number;
  const all =
    steps.length > last ? steps : [...steps, ...Array.from({ length: EVEN }, (_, i) => Math.floor((last * i) / EVEN))];
  const rates = all.map(own);
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  const lost = all.reduce((most, step, i) => {
    const rate = rates[i] as number;
    const off = Math.abs(rounded(step) - rate);
    return Math.max(most, off && off / (rate + peak / 10));
  }, 0);
  return lost <= LEAST ? [] : [`float32 is off by up to ${lost.toPrecision(1)} of the value`];
}
