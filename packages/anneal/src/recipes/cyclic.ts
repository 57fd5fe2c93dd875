import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { gap, type Level, readQuantity, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { withAmount } from "./withAmount.ts";

/** What {@link cyclic} takes. */
export interface CyclicOptions<
  B extends Level = Level,
  P extends Level = Level,
  U extends Time = Time,
  D extends Time = Time,
> {
  readonly base: B;
  readonly peak: P;
  readonly up: U;
  readonly down?: D;
  readonly factor?: number;
  readonly per?: "cycle" | "step";
}

/** The table of {@link cyclic}'s options. */
export const cyclicFields: Fields<CyclicOptions> = {
  base: { type: "level" },
  peak: { type: "level" },
  up: { type: "time", above: 0 },
  down: { type: "time", above: 0, default: undefined },
  factor: { type: "number", default: 1 },
  per: { of: ["cycle", "step"], default: "cycle" },
};

/**
 * Triangles between two levels without end, of the same size or shrinking.
 *
 * Formula: `base + (peak - base) * f * s`, f climbing from 0 to 1 during `up` and falling back during `down`; s is
 * `factor ** c` in cycle c from 0, or `factor ** t` at step t.
 *
 * - `base`: the level at both ends of a triangle.
 * - `peak`: the level at its top, or bottom: for momentum it is the lower one.
 * - `up`: how long a triangle takes to `peak`, a time above 0.
 * - `down`: how long it takes back, a time of the same unit, above 0. Default `up`.
 * - `factor`: what the height is multiplied by; 0.5 is PyTorch's "triangular2". Above 1 only with a base of 0. Default 1.
 * - `per`: how often: each `"cycle"` (default) or each `"step"`, which is "exp_range".
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { cyclic, schedule } from "anneal";
 * const lr = schedule(cyclic({ base: 0.1, peak: 0.9, up: 4, factor: 0.5 }));
 * [0, 2, 4, 8, 12].map(lr); // => [0.1, 0.5, 0.9, 0.1, 0.5]
 * ```
 *
 * A height scaled by a function of one's own is that function times the triangles from 0, and the base under them.
 *
 * @example
 * ```ts
 * import { constant, custom, cyclic, product, schedule, sum } from "anneal";
 * const triangles = cyclic({ base: 0, peak: 0.8, up: 4 });
 * const plan = sum(constant({ value: 0.1 }), product(triangles, custom({ name: "height" })));
 * const lr = schedule(plan, {}, { functions: { height: (t) => 1 / (1 + t) } });
 * [lr(0), lr(4), lr(8)]; // => [0.1, 0.26, 0.1]
 * ```
 *
 * Source: Smith 2017; PyTorch 2.15 `CyclicLR`.
 */
export function cyclic<B extends Level, P extends Level, U extends Time, D extends Time = never>(
  options: CyclicOptions<B, P, U, D>,
): Plan & Needs<LevelFact<B> | LevelFact<P> | TimeFact<U> | TimeFact<D>> {
  const { base, peak, up, down = up, factor, per } = checkOptions<CyclicOptions>(cyclicFields, options);
  const more = gap(up, down);
  if (Number.isNaN(more)) refuse("down", "the unit of up", down);
  const climb: Plan = { kind: "linear", from: base, to: peak, over: up };
  const fall: Plan = { kind: "linear", from: peak, to: base, over: down };
  const triangles: Plan = { kind: "repeat", plan: { kind: "sequence", parts: [climb, fall] } };
  if (factor === 1) return freeze(triangles);
  if (factor > 1 && readQuantity(base).count !== 0) refuse("factor", "at most 1 with a base above 0", factor);
  const staircase = per === "cycle";
  const every = staircase ? withAmount(up, (amount) => 2 * amount + more) : 1;
  const height = { kind: "exponential", factor, every, staircase } as const;
  const shrunk: Plan = { kind: "product", factors: [triangles, { ...height, from: 1 }] };
  // What shrunk triangles lack of their base; in this form the peak may lie on either side of it.
  return freeze({ kind: "sum", terms: [shrunk, { ...height, from: 0, to: base }] });
}
