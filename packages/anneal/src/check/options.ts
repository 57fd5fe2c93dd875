import type { BuildOptions } from "../schedule.ts";

/** What `check` takes besides the plan and its run. */
export interface CheckOptions extends BuildOptions {
  /** The base rate of each group, where there are several. Default: `run.base` for all. */
  readonly bases?: readonly number[];
  /** What a step of the plan is. Default `"update"`. */
  readonly unit?: "update" | "epoch";
  /** How many processes train together. Default 1. */
  readonly processes?: number;
  /** How many micro-batches make one update. Default 1. */
  readonly accumulate?: number;
  /** The codes of rules that are not to speak. Default none. */
  readonly ignore?: readonly string[];
}
