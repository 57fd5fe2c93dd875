import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link flatCosine} takes. */
export interface FlatCosineOptions<H extends Time = Time, O extends Time = Time, T extends Level = Level> {
  readonly flat?: H;
  readonly over?: O;
  readonly to?: T;
}

/** The table of {@link flatCosine}'s options. */
export const flatCosineFields: Fields<FlatCosineOptions> = {
  flat: { type: "time", default: "75%" },
  over: { type: "time", open: "rest", default: "rest" },
  to: { type: "level", default: 0 },
};

/**
 * Keeps the base rate, then takes it down along a cosine.
 *
 * Formula: the base rate during `flat`; then `to + (base - to) * (1 + cos(pi * t / over)) / 2`, t from its end; then `to`.
 *
 * - `flat`: how long the rate stays, a time. Default `"75%"`.
 * - `over`: how long it falls, a time. Default `"rest"`.
 * - `to`: the level that it falls to. Default 0.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { flatCosine, format, schedule } from "anneal";
 * const lr = schedule(flatCosine({ flat: "60%" }), { base: 0.1, steps: 10 });
 * [0, 6, 8, 10].map(lr).map(format); // => ["0.1", "0.1", "0.05", "0"]
 * ```
 *
 * Source: fastai 2.8 `fit_flat_cos`.
 */
export function flatCosine<H extends Time = "75%", O extends Time = "rest", T extends Level = 0>(
  options: FlatCosineOptions<H, O, T> = {},
): Sequence & Needs<TimeFact<H> | TimeFact<O> | LevelFact<T> | "base"> {
  const { flat, over, to } = checkOptions<FlatCosineOptions>(flatCosineFields, options);
  const plan: Sequence = freeze({
    kind: "sequence",
    parts: [
      { kind: "constant", value: "1x", over: flat },
      { kind: "cosine", from: "1x", to, over },
    ],
  });
  return plan;
}
