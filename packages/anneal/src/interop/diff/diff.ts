import { refuse } from "../../error.ts";
import { MOST_PIECES } from "../../limits.ts";
import type { Run } from "../../run.ts";
import type { BuildOptions } from "../../schedule.ts";
import { checkOptions } from "../checkOptions.ts";
import { causeOf } from "./causeOf.ts";
import { type Comparable, type Curve, curveOf } from "./curve.ts";
import type { Difference } from "./difference.ts";
import { measure } from "./measure.ts";

/** What {@link diff} takes besides the two and their run. */
export interface DiffOptions extends BuildOptions {
  /** What the two are called in the cause's words. Default `a` and `b`. */
  readonly names?: readonly [a: string, b: string];
  /** Up to which share of a value two count as the same. Default 1e-12; 1e-6 for numbers of 32 bits. */
  readonly tolerance?: number;
}

/**
 * Measures how far two schedules are apart over a whole run, and names the convention that all of it comes from, where
 * there is one: each is really tried, and named only when nothing is left of the difference.
 *
 * Formula: `|a(t) - b(t)|` for every step t from 0 to below `run.steps`; Infinity differs from all else, NaN from all numbers.
 *
 * - `a`, `b`: plans, or functions of the step, such as what another framework computes.
 * - `run`: the facts that both are read against; its `steps`, up to 1,000,000, are compared.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 * - `options.names`: what the two are called in the cause's words. Default `["a", "b"]`.
 * - `options.tolerance`: up to which share of a value two count as the same. Default 1e-12.
 *
 * Throws a PlanError that lists every problem of a plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine, multiStep } from "anneal";
 * import { diff } from "anneal/interop";
 * const torch = multiStep({ milestones: [30, 60] });
 * const keras = multiStep({ milestones: [30, 60], inclusive: false });
 * const { first, count, cause } = diff(torch, keras, { base: 0.1, steps: 90 }, { names: ["torch", "keras"] });
 * [first, count]; // => [30, 2]
 * cause?.text; // => "changes at t >= m in torch, at t > m in keras"
 * diff(cosine({ from: 1, to: 0, over: 90 }), torch, { base: 1, steps: 90 }).cause; // => undefined
 * ```
 */
export function diff(
  a: Comparable,
  b: Comparable,
  run: Run & { readonly steps: number },
  options: DiffOptions = {},
): Difference {
  checkOptions(options, "functions", "names", "tolerance");
  const { functions, names = ["a", "b"], tolerance = 1e-12 } = options;
  const steps = Math.ceil(run?.steps);
  if (!(steps > 0 && steps <= MOST_PIECES)) refuse("run.steps", "a number above 0, 1,000,000 at most", run?.steps);
  if (!(tolerance >= 0 && tolerance < 1)) refuse("options.tolerance", "a number from 0 below 1", tolerance);
  if (!(Array.isArray(names) && names.length === 2 && names.every((name) => typeof name === "string"))) {
    refuse("options.names", "a list of two texts", names);
  }
  const curves = [a, b].map((one, i) => curveOf(one, run, steps, functions, i ? "b" : "a")) as [Curve, Curve];
  const { last, peak, ...measured } = measure(curves[0].values, curves[1].values, tolerance);
  // What is left of a difference that is explained is rounding.
  const rest = Math.max(1e-9 * measured.absolute.value, tolerance * peak);
  const cause =
    measured.first === undefined || !Number.isFinite(measured.absolute.value)
      ? undefined
      : causeOf({ a, b, run, functions, names, curves, first: measured.first, last, rest });
  return { ...measured, cause };
}
