import { functions as ours, piecewise, schedule } from "anneal";
import type { Curve } from "../../source/curves.ts";
import { UsageError } from "../../usageError.ts";
import type { Choice } from "./choose.ts";
import { functionsOf } from "./functionsOf.ts";

/** How many levels code may be made of. */
const MOST = 10_000;

/**
 * A curve whose plan names no function of the source, which no code would have: its values themselves, one for each
 * step at which they change. A UsageError where there are too many of them, or nobody says how many.
 */
export function withoutFunctions(curve: Curve, to: string): Choice {
  const isOwn = (name: string) => !Object.hasOwn(ours, name) && !("formulaAt" in Object(curve.functions[name]));
  const own = [...new Set(functionsOf(curve.plan))].filter(isOwn);
  if (own.length === 0) return { curve, notes: [] };
  const { at, run, name } = curve;
  const why = `${name} is a function of its own that --to ${to} has no formula for`;
  if (run.steps === undefined) throw new UsageError(`${why}: say --steps, for a table of its values`);
  const [places, levels]: [number[], number[]] = [[], []];
  for (let step = 1; step < run.steps; step++) {
    if (Object.is(at(step), levels.at(-1) ?? at(0))) continue;
    places.push(step);
    levels.push(at(step));
    if (places.length > MOST) {
      throw new UsageError(`${why}, and a table of more than ${MOST} values is no code: --to csv writes the values`);
    }
  }
  const bad = [at(0), ...levels].findIndex((rate) => !(rate >= 0 && rate < 1 / 0));
  if (bad >= 0) throw new UsageError(`${why}, and its value at step ${bad === 0 ? 0 : places[bad - 1]} is no rate`);
  const plan = piecewise({ from: at(0), at: places, to: levels });
  const note = `${own.join(", ")} is written as a table of its values at the ${run.steps} steps of the run`;
  return { curve: { ...curve, plan, at: schedule(plan, run) }, notes: [note] };
}
