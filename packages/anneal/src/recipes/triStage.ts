import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link triStage} takes. */
export interface TriStageOptions<
  W extends Time = Time,
  H extends Time = Time,
  D extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> {
  readonly warmup: W;
  readonly hold: H;
  readonly decay: D;
  readonly from?: F;
  readonly to?: T;
}

/** The table of {@link triStage}'s options. */
export const triStageFields: Fields<TriStageOptions> = {
  warmup: { type: "time" },
  hold: { type: "time", open: "rest" },
  decay: { type: "time", open: "rest" },
  from: { type: "level", default: "0.01x" },
  to: { type: "level", above: 0, default: "0.01x" },
};

/**
 * Three stages: climbs to the base rate, holds it, and falls by equal ratios.
 *
 * Formula: `from + (base - from) * t / warmup`; the base rate during `hold`; then `base * (to / base) ** (t / decay)`,
 * t from the stage's start; then `to`.
 *
 * - `warmup`, `hold`, `decay`: how long each stage takes, times; one of the last two may be `"rest"`.
 * - `from`: the level of the first step. Default `"0.01x"`.
 * - `to`: the level at the end, above 0. Default `"0.01x"`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, schedule, triStage } from "anneal";
 * const lr = schedule(triStage({ warmup: "10%", hold: "40%", decay: "50%" }), { base: 0.1, steps: 20 });
 * [0, 1, 2, 10, 15, 20].map(lr).map(format); // => ["0.001", "0.0505", "0.1", "0.1", "0.01", "0.001"]
 * ```
 *
 * Source: Park et al. 2019 (SpecAugment); fairseq 0.12 `tri_stage`.
 */
export function triStage<
  W extends Time,
  H extends Time,
  D extends Time,
  F extends Level = "0.01x",
  T extends Level = "0.01x",
>(
  options: TriStageOptions<W, H, D, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<H> | TimeFact<D> | LevelFact<F> | LevelFact<T> | "base"> {
  const { warmup, hold, decay, from, to } = checkOptions<TriStageOptions>(triStageFields, options);
  const plan: Sequence = freeze({
    kind: "sequence",
    parts: [
      { kind: "linear", from, to: "1x", over: warmup },
      { kind: "constant", value: "1x", over: hold },
      { kind: "geometric", from: "1x", to, over: decay },
    ],
  });
  return plan;
}
