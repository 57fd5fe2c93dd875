import { Problems } from "../error.ts";
import { checkFields, type Fields } from "../field.ts";
import type { Plan } from "../plan.ts";
import { type WarmupStrategy, warmupMultiFactor, warmupMultiFactorFields } from "../recipes/warmupMultiFactor.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, paramGroupsOf } from "./lrScheduler.ts";

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
  factor: warmupMultiFactorFields.factor,
  warmupEpochs: { type: "number", min: 0, default: 5 },
  milestones: { type: "number", list: true, increasing: true, min: 0 },
  warmupLr: { type: "number", list: "each", min: 0, default: 0.001 },
  warmupStrategy: warmupMultiFactorFields.strategy,
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
 * - `warmupLr`: the rate of epoch 0, from 0; one number, or one for each group. Above 0 for `"exponential"`. Default 0.001.
 * - `warmupStrategy`: `"linear"` (default), `"constant"`, `"exponential"` or `"cosine"`.
 * - `lastEpoch`: the last epoch that was done, from -1. Default -1.
 *
 * Throws a PlanError that lists every wrong option by its name.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const optimizer = { paramGroups: [{ lr: 0.01 }] };
 * const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, {
 *   factor: 0.1,
 *   warmupEpochs: 5,
 *   milestones: [30, 60, 90],
 *   warmupLr: 0.001,
 *   warmupStrategy: "linear",
 * });
 * optimizer.paramGroups[0].lr; // => 0.001
 * scheduler.step(5);
 * optimizer.paramGroups[0].lr; // => 0.01
 * scheduler.step(30);
 * optimizer.paramGroups[0].lr; // => 0.001
 * ```
 *
 * Source: the scheduler of that name in Deformable-ConvNets, with the warm-up strategies of MXNet 2.0 and more.
 */
export class WarmupMultiFactorScheduler extends LRScheduler {
  constructor(optimizer: Optimizer, options: WarmupMultiFactorSchedulerOptions) {
    const problems = new Problems();
    const checked = checkFields(warmupMultiFactorSchedulerFields, options, "", problems);
    checkTogether(optimizer, checked, problems);
    problems.throwIfAny();
    super(optimizer, { plan: plansOf(checked), overwrites: true, lastEpoch: checked.lastEpoch ?? -1 });
  }
}

function checkTogether(optimizer: Optimizer, options: WarmupMultiFactorSchedulerOptions, problems: Problems): void {
  const { milestones, warmupEpochs = 5, warmupLr = 0.001, warmupStrategy } = options;
  const groups = paramGroupsOf(optimizer);
  if (Array.isArray(milestones) && milestones[0] < warmupEpochs) {
    problems.add("milestones[0]", `a number from warmupEpochs (${warmupEpochs})`, milestones[0]);
  }
  if (Array.isArray(warmupLr) && warmupLr.length !== groups.length) {
    problems.add("warmupLr", `one number, or ${groups.length}, one for each param group`, warmupLr);
  }
  if (warmupStrategy !== "exponential") return;
  [warmupLr].flat().forEach((rate, i) => {
    const path = Array.isArray(warmupLr) ? `warmupLr[${i}]` : "warmupLr";
    if (rate === 0) problems.add(path, 'a number above 0 for warmupStrategy "exponential"', rate);
  });
  groups.forEach(({ lr, initialLr = lr }, i) => {
    const path = `paramGroups[${i}].lr`;
    if (initialLr === 0) problems.add(path, 'a number above 0 for warmupStrategy "exponential"', initialLr);
  });
}

function plansOf(options: WarmupMultiFactorSchedulerOptions): Plan | readonly Plan[] {
  const {
    factor = 0.1,
    warmupEpochs: warmup = 5,
    milestones,
    warmupLr = 0.001,
    warmupStrategy: strategy = "linear",
  } = options;
  const plan = (from: number): Plan => warmupMultiFactor({ factor, warmup, milestones, from, strategy });
  return typeof warmupLr === "number" ? plan(warmupLr) : warmupLr.map(plan);
}
