import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Product } from "../kinds/product.ts";
import { ONE } from "../kinds/ramp.ts";
import type { Part } from "../kinds/sequence.ts";
import type { FactsOf, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link noise} takes. */
export interface NoiseOptions<P extends Plan = Plan, B extends Time = Time, U extends Time = Time> {
  readonly plan: P;
  readonly from?: B;
  readonly until?: U;
  readonly limit?: number;
  readonly deviation?: number;
  readonly distribution?: "normal" | "uniform";
  readonly seed?: number;
  readonly every?: number;
}

/** The table of {@link noise}'s options. */
export const noiseFields: Fields<NoiseOptions> = {
  plan: { type: "plan" },
  from: { type: "time", default: 0 },
  until: { type: "time", default: undefined },
  limit: { type: "number", above: 0, default: 0.67 },
  deviation: ONE,
  distribution: { of: ["normal", "uniform"], default: "normal" },
  seed: { type: "number", whole: true, default: 42 },
  every: ONE,
};

/**
 * Multiplies a plan by random factors near 1, the same ones each time it is read.
 *
 * Formula: `plan(t) * (1 + n)`, n drawn for each whole turn i of `every` steps from a generator seeded with `seed` + i:
 * normal and below `limit` in absolute value (0 if none of 10,000 is), or uniform between `-limit` and `limit`.
 *
 * - `plan`: any plan.
 * - `from`, `until`: between which times there is noise. Defaults 0 and for ever.
 * - `limit`: how far from 1 a factor may be, above 0; above 1 rates can be below 0. Default 0.67.
 * - `deviation`: the standard deviation of normal numbers, above 0. Default 1.
 * - `distribution`: `"normal"` (default) or `"uniform"`.
 * - `seed`: a whole number from 0. Default 42.
 * - `every`: how many steps one factor holds. Default 1.
 *
 * Build it with the library's {@link functions}. Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constant, format, functions, noise, schedule } from "anneal";
 * const plan = noise({ plan: constant({ value: "1x" }), from: 1, until: 3 });
 * const lr = schedule(plan, { base: 0.1 }, { functions });
 * [0, 1, 2, 3].map(lr).map(format); // => ["0.1", "0.0351598918438", "0.105894502625", "0.1"]
 * ```
 *
 * Source: timm 1.0 `noise_range_t`, bit for bit what its PyTorch generator draws.
 */
export function noise<P extends Plan, B extends Time = never, U extends Time = never>(
  options: NoiseOptions<P, B, U>,
): Product & Needs<FactsOf<P> | TimeFact<B> | TimeFact<U>> {
  const { plan, from, until, limit, ...own } = checkOptions<NoiseOptions>(noiseFields, options);
  const args = [own.seed, limit, own.every, +(own.distribution === "uniform"), own.deviation];
  const draws: Plan = { kind: "custom", name: "timmNoise", args };
  const none: Plan = { kind: "constant", value: 1 };
  const noisy: Part = { plan: draws, clock: "global" };
  const rest = until === undefined ? [noisy] : [{ ...noisy, until }, none];
  const factor: Plan = { kind: "sequence", parts: [{ plan: none, until: from }, ...rest] };
  const made: Product = freeze({ kind: "product", factors: [plan, factor] });
  return made;
}
