import { Problems } from "../error.ts";
import { type Fields, readFields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { gap, type Level, type Time } from "../units.ts";
import { power } from "./multiStep.ts";

/** The ways in which the rate can climb during warm-up. */
export const warmupStrategies = ["linear", "constant", "exponential", "cosine"] as const;

/** How the rate climbs during warm-up. */
export type WarmupStrategy = (typeof warmupStrategies)[number];

/** What {@link warmupMultiFactor} takes. */
export interface WarmupMultiFactorOptions<M extends Time = Time, W extends Time = Time, F extends Level = Level> {
  readonly milestones: readonly M[];
  readonly warmup: W;
  readonly from?: F;
  readonly factor?: number;
  readonly strategy?: WarmupStrategy;
}

/** The table of {@link warmupMultiFactor}'s options. */
export const warmupMultiFactorFields: Fields<WarmupMultiFactorOptions> = {
  milestones: { type: "time", list: true, increasing: true },
  warmup: { type: "time" },
  from: { type: "level", default: 0.001 },
  factor: { type: "number", above: 0, default: 0.1 },
  strategy: { of: warmupStrategies, default: "linear" },
};

/**
 * Warms the rate up to the base rate, then multiplies it by a factor at each milestone.
 *
 * Formula, with l = `from`, b = the base rate, W = `warmup`: for t < W linear `l + (b - l) t / W`, constant `l`,
 * exponential `l (b / l)^(t / W)`, cosine `l + (b - l) (1 - cos(pi t / W)) / 2`; then `b * factor ** n`, n the number
 * of milestones m with `m <= t`.
 *
 * - `milestones`: times from the start of training (not from the end of warm-up), each above the one before, none
 *   before the end of warm-up; an empty list is legal.
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `from`: the level of the first step. Default 0.001, also for a base rate below it: the rate then comes down to the
 *   base rate. Above 0 for `"exponential"`.
 * - `factor`: what each milestone multiplies by, above 0. Default 0.1.
 * - `strategy`: `"linear"` (default), `"constant"`, `"exponential"` or `"cosine"`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { schedule, warmupMultiFactor } from "anneal";
 * const plan = warmupMultiFactor({ milestones: ["30 epochs", "60 epochs", "90 epochs"], warmup: "5 epochs" });
 * const lr = schedule(plan, { base: 0.01, stepsPerEpoch: 1 });
 * [0, 5, 29, 30, 60, 90].map(lr); // => [0.001, 0.01, 0.01, 0.001, 0.0001, 0.00001]
 * ```
 *
 * Source: MXNet 2.0 `MultiFactorScheduler`, the `WarmupMultiFactorScheduler` of Deformable-ConvNets.
 */
export function warmupMultiFactor<M extends Time = never, W extends Time = Time, F extends Level = 0.001>(
  options: WarmupMultiFactorOptions<M, W, F>,
): Sequence & Needs<TimeFact<M> | TimeFact<W> | LevelFact<F> | "base"> {
  const problems = new Problems();
  const checked = readFields({ problems }, warmupMultiFactorFields, options, "") as Required<WarmupMultiFactorOptions>;
  const { milestones, warmup } = checked;
  if (gap(warmup, milestones?.[0]) < 0) {
    problems.add("milestones[0]", `at least warmup (${warmup})`, milestones[0]);
  }
  problems.throwIfAny();
  return warmupMultiFactorPlan(checked);
}

/** The plan of options that were checked. */
export function warmupMultiFactorPlan({
  milestones,
  warmup,
  from,
  factor,
  strategy,
}: Required<WarmupMultiFactorOptions>): Sequence {
  const warm: Plan =
    strategy === "constant"
      ? { kind: "constant", value: from, over: warmup }
      : { kind: strategy === "exponential" ? "geometric" : strategy, from, to: "1x", over: warmup };
  const to = milestones.map((_, i) => power(factor, i + 1));
  const drops: Plan = { kind: "piecewise", from: "1x", at: milestones, to };
  return freeze({ kind: "sequence", parts: [warm, { plan: drops, clock: "global" }] });
}
