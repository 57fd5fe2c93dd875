import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupPart, warmupPartFields, withWarmup } from "./withWarmup.ts";

const DECAYS = {
  linear: { kind: "linear" },
  cosine: { kind: "cosine" },
  sqrt: { kind: "polynomial", power: 1, k: 0.5 },
  exponential: { kind: "geometric", ratio: 0.5 },
} as const;

/** How a rate falls in the last stage of {@link wsd}. */
export type WsdDecay = keyof typeof DECAYS;

/** What {@link wsd} takes. */
export interface WsdOptions<
  W extends Time = Time,
  S extends Time = Time,
  D extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> extends WarmupPart<W, F> {
  readonly stable?: S;
  readonly decay: D;
  readonly decayCurve?: WsdDecay;
  readonly to?: T;
}

const open = { type: "time", open: "rest" } as const;

/** The table of {@link wsd}'s options. */
export const wsdFields: Fields<WsdOptions> = {
  ...warmupPartFields,
  stable: { ...open, default: "rest" },
  decay: open,
  decayCurve: { of: Object.keys(DECAYS), default: "linear" },
  to: { type: "level", default: 0 },
};

/**
 * Warm-up, stable, decay: climbs to the base rate, keeps it, and falls at the end.
 *
 * Formula: the warm-up of {@link warmup}; the base rate during `stable`; then `to + (base - to) * f`, with q = t / `decay`
 * linear `1 - q`, cosine `(1 + cos(pi q)) / 2`, sqrt `1 - sqrt(q)`, exponential `2 * 0.5 ** q - 1`; then `to`.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `stable`: how long it stays, a time. Default `"rest"`.
 * - `decay`: how long it falls, a time; `"rest"` when `stable` is none.
 * - `decayCurve`: `"linear"` (default), `"cosine"`, `"sqrt"` or `"exponential"`.
 * - `to`: the level that it falls to. Default 0.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { schedule, wsd } from "anneal";
 * const lr = schedule(wsd({ warmup: "10%", decay: "20%", decayCurve: "sqrt" }), { base: 0.1, steps: 20 });
 * [0, 1, 2, 16, 17, 20].map(lr); // => [0, 0.05, 0.1, 0.1, 0.05, 0]
 * ```
 *
 * Source: Hu et al. 2024 (MiniCPM); Hugging Face Transformers 5 `get_wsd_schedule` (`"1-sqrt"` is `"sqrt"`), Megatron-LM
 * core 0.20 `WSD` (`minus_sqrt`, `exponential`), torchtitan 0.2.
 */
export function wsd<W extends Time, D extends Time, S extends Time = "rest", F extends Level = 0, T extends Level = 0>(
  options: WsdOptions<W, S, D, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<S> | TimeFact<D> | LevelFact<F> | LevelFact<T> | "base"> {
  const checked = checkOptions<WsdOptions>(wsdFields, options);
  const { stable, decay, decayCurve, to } = checked;
  const fall: Plan = { ...DECAYS[decayCurve], from: "1x", to, over: decay };
  const plan: Sequence = withWarmup(checked, {
    kind: "sequence",
    parts: [{ kind: "constant", value: "1x", over: stable }, fall],
  });
  return plan;
}
