import type { Problems } from "../error.ts";
import type { Fields } from "../field.ts";
import type { Plan } from "../plan.ts";
import { type WarmupStrategy, warmupMultiFactorPlan, warmupStrategies } from "../recipes/warmupMultiFactor.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { type Own, readEach } from "./readEach.ts";

/** What {@link WarmupMultiFactorScheduler} takes. */
export interface WarmupMultiFactorSchedulerOptions extends LRSchedulerOptions {
  readonly factor?: number;
  readonly warmupEpochs?: number;
  readonly milestones: readonly number[];
  readonly warmupLr?: number | readonly number[];
  readonly warmupStrategy?: WarmupStrategy;
}

/** The table of {@link WarmupMultiFactorScheduler}'s options. */
export const warmupMultiFactorSchedulerFields: Fields<WarmupMultiFactorSchedulerOptions> = {
  factor: { type: "number", above: 0, default: 0.1 },
  warmupEpochs: { type: "number", default: 5 },
  milestones: { type: "number", list: true, increasing: true },
  warmupLr: { type: "number", list: "each", default: 0.001 },
  warmupStrategy: { of: warmupStrategies, default: "linear" },
  lastEpoch: lastEpochField,
};

/**
 * Warms the rate up, then multiplies it by a factor at each milestone.
 *
 * Formula, with l = `warmupLr`, b = the group's base rate, W = `warmupEpochs`: for t < W linear `l + (b - l) t / W`,
 * constant `l`, exponential `l (b / l)^(t / W)`, cosine `l + (b - l) (1 - cos(pi t / W)) / 2`; then `b * factor ** n`,
 * n the number of milestones m with `m <= t`.
 *
 * - `factor`: what each milestone multiplies the rate by, above 0. Default 0.1.
 * - `warmupEpochs`: over how many epochs the rate climbs, from 0; epoch `warmupEpochs` is the first at the base rate.
 *   0 is no warm-up. Default 5.
 * - `milestones`: epochs from the start of training, each above the one before and none below `warmupEpochs`; epoch 30
 *   is the first at the lower rate. An empty list is legal.
 * - `warmupLr`: the rate of epoch 0, from 0; one number, or one for each group. Above 0 for `"exponential"`. Default
 *   0.001, also for a base rate below it: the rate then comes down to the base rate.
 * - `warmupStrategy`: `"linear"` (default), `"constant"`, `"exponential"` or `"cosine"`.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that lists every wrong option by its name.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.01 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, {
 *   factor: 0.1,
 *   warmupEpochs: 5,
 *   milestones: [30, 60, 90],
 *   warmupLr: 0.001,
 *   warmupStrategy: "linear",
 * });
 * group.lr; // => 0.001
 * scheduler.step(5);
 * group.lr; // => 0.01
 * scheduler.step(30);
 * group.lr; // => 0.001
 * ```
 *
 * Source: the scheduler of that name in Deformable-ConvNets, with the warm-up strategies of MXNet 2.0 and more.
 */
export class WarmupMultiFactorScheduler extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: WarmupMultiFactorSchedulerOptions) {
    const [{ lastEpoch }, plan] = readEach(optimizer, warmupMultiFactorSchedulerFields, options, toPlan, check);
    super(optimizer, lastEpoch, plan, { rank: 0 });
  }
}

function toPlan(own: Own<Required<WarmupMultiFactorSchedulerOptions>>): Plan {
  const { warmupEpochs: warmup, warmupLr: from, warmupStrategy: strategy } = own;
  return warmupMultiFactorPlan({ ...own, warmup, from, strategy });
}

function check(
  { warmupEpochs, milestones, warmupLr, warmupStrategy }: Required<WarmupMultiFactorSchedulerOptions>,
  problems: Problems,
): void {
  if ((milestones?.[0] as number) < warmupEpochs) {
    problems.add("milestones[0]", `at least warmupEpochs (${warmupEpochs})`, milestones[0]);
  }
  if (warmupStrategy === "exponential" && [warmupLr].flat().includes(0)) {
    problems.add("warmupLr", 'above 0 for "exponential"', 0);
  }
}
