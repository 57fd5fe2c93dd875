import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupDecayOptions, warmupDecayFields } from "./warmupPolynomial.ts";
import { withWarmup } from "./withWarmup.ts";

/**
 * Warms the rate up to the base rate, then takes it down on a straight line.
 *
 * Formula: the warm-up of {@link warmup}, then `base + (to - base) * t / over`, t from its end, then `to`.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `over`: how long it falls, a time. Default `"rest"`.
 * - `to`: the level that it falls to. Default 0.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { schedule, warmupLinear } from "anneal";
 * const lr = schedule(warmupLinear({ warmup: "20%" }), { base: 0.1, steps: 10 });
 * [0, 1, 2, 6, 10].map(lr); // => [0, 0.05, 0.1, 0.05, 0]
 * ```
 *
 * Source: Hugging Face Transformers 5 `get_linear_schedule_with_warmup`, DeepSpeed 0.19 `WarmupDecayLR`.
 */
export function warmupLinear<W extends Time, O extends Time = "rest", F extends Level = 0, T extends Level = 0>(
  options: WarmupDecayOptions<W, O, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<O> | LevelFact<F> | LevelFact<T> | "base"> {
  const checked = checkOptions<WarmupDecayOptions>(warmupDecayFields, options);
  const { over, to } = checked;
  const plan: Sequence = withWarmup(checked, { kind: "linear", from: "1x", to, over });
  return plan;
}
