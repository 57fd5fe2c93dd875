import { type Problems, refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import { LRScheduler, shareOf } from "./lrScheduler.ts";
import { type PlateauShare, plateauShare } from "./plateauShare.ts";
import { readEach } from "./readEach.ts";

/** What {@link ReduceLROnPlateau} takes. */
export interface ReduceLROnPlateauOptions {
  readonly mode?: "min" | "max";
  readonly factor?: number;
  readonly patience?: number;
  readonly threshold?: number;
  readonly thresholdMode?: "rel" | "abs";
  readonly cooldown?: number;
  readonly minLr?: number | readonly number[];
  readonly eps?: number;
}

const COUNT = { type: "number", whole: true } as const;

/** The table of {@link ReduceLROnPlateau}'s options. */
export const reduceLROnPlateauFields: Fields<ReduceLROnPlateauOptions> = {
  mode: { of: ["min", "max"], default: "min" },
  factor: { type: "number", below: 1, default: 0.1 },
  patience: { ...COUNT, default: 10 },
  threshold: { type: "number", default: 1e-4 },
  thresholdMode: { of: ["rel", "abs"], default: "rel" },
  cooldown: { ...COUNT, default: 0 },
  minLr: { type: "number", list: "each", default: 0 },
  eps: { type: "number", default: 1e-8 },
};

/**
 * Cuts the rate when a metric has stopped improving.
 *
 * Formula: a metric is good when it beats the best one by more than `threshold`; after more than `patience` bad ones in
 * a row the rate becomes `max(rate * factor, minLr)`, and for `cooldown` steps bad ones do not count.
 *
 * - `mode`: `"min"` (default): smaller is better; `"max"`: larger is.
 * - `factor`: what a cut multiplies the rate by, from 0 to below 1. Default 0.1.
 * - `patience`: how many bad metrics in a row do not matter, a whole number from 0. Default 10.
 * - `threshold`: by how much a metric must beat the best, from 0; for `"rel"` with mode `"min"` at most 1. Default 1e-4.
 * - `thresholdMode`: `"rel"` (default): a share of the best; `"abs"`: an amount.
 * - `cooldown`: how many steps after a cut are ignored, a whole number from 0. Default 0.
 * - `minLr`: what a cut never goes below, from 0; one number, or one for each group. Default 0.
 * - `eps`: a cut by no more than this is not made, from 0. Default 1e-8.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, { factor: 0.5, patience: 1 });
 * for (const loss of [0.9, 0.8, 0.8, 0.8]) scheduler.step(loss);
 * group.lr; // => 0.05
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.ReduceLROnPlateau`.
 */
export class ReduceLROnPlateau extends LRScheduler<undefined> {
  constructor(optimizer: Optimizer, options: ReduceLROnPlateauOptions = {}) {
    const [read] = readEach(optimizer, reduceLROnPlateauFields, options, () => undefined, checkThreshold);
    super(optimizer, -1, baseRate, plateauShare(read, optimizer.paramGroups.slice()));
  }

  /**
   * Gives it the metric of an epoch.
   *
   * - `metric`: any number; one that is not finite is a bad one. Anything else is a PlanError that changes nothing.
   */
  override step(metric?: number): void {
    if (typeof metric !== "number") refuse("metric", "a number", metric);
    // The rates in force, also where they were written by hand, or for groups that are new.
    super.step(this.lastEpoch);
    (shareOf(this) as PlateauShare).observe(metric, this.getLastLr(), () => super.step());
  }
}

function checkThreshold(options: Required<ReduceLROnPlateauOptions>, problems: Problems): void {
  const { mode, threshold, thresholdMode } = options;
  if (mode === "min" && thresholdMode === "rel" && threshold > 1) {
    problems.add("threshold", 'at most 1 for mode "min"', threshold);
  }
}
