import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { FactsOf, LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link swa} takes. */
export interface SwaOptions<
  P extends Plan = Plan,
  B extends Time = Time,
  R extends Level = Level,
  O extends Time = Time,
> {
  readonly plan: P;
  readonly begin: B;
  readonly rate: R;
  readonly over?: O;
  readonly curve?: "cosine" | "linear";
}

/** The table of {@link swa}'s options. */
export const swaFields: Fields<SwaOptions> = {
  plan: { type: "plan" },
  begin: { type: "time" },
  rate: { type: "level" },
  over: { type: "time", default: 10 },
  curve: { of: ["cosine", "linear"], default: "cosine" },
};

/**
 * Follows a plan, then goes from wherever it is to a constant rate, at which weights are averaged (SWA).
 *
 * Formula: `plan(t)` for `t < begin`, then a cosine or a line from there to `rate`, t from `begin`.
 *
 * - `plan`: any plan.
 * - `begin`: where it is left, a time.
 * - `rate`: the level that is held in the end.
 * - `over`: how long it takes to get there, a time; 0 is at once. Default 10 steps.
 * - `curve`: `"cosine"` or `"linear"`. Default `"cosine"`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { cosine, schedule, swa } from "anneal";
 * const plan = swa({ plan: cosine({ from: 0.1, to: 0, over: 100 }), begin: 75, rate: 0.05, over: 5 });
 * const lr = schedule(plan);
 * [lr(0), lr(80), lr(200)]; // => [0.1, 0.05, 0.05]
 * ```
 *
 * Source: Izmailov et al. 2018; PyTorch 2.15 `SWALR`.
 */
export function swa<P extends Plan, B extends Time, R extends Level, O extends Time = 10>(
  options: SwaOptions<P, B, R, O>,
): Sequence & Needs<FactsOf<P> | TimeFact<B> | LevelFact<R> | TimeFact<O>> {
  const { plan, begin, rate, over, curve } = checkOptions<SwaOptions>(swaFields, options);
  return freeze({
    kind: "sequence",
    parts: [
      { plan, until: begin },
      { kind: curve, from: "last", to: rate, over },
    ],
  });
}
