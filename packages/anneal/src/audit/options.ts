import type { BuildOptions } from "../schedule.ts";

/** What `audit` takes besides the plan, its run and the log. */
export interface AuditOptions extends BuildOptions {
  /** What a step of the plan is. Default `"update"`. */
  readonly unit?: "update" | "epoch";
  /** How many updates one epoch has. Default: `run.stepsPerEpoch` where a step of the plan is an update. */
  readonly updatesPerEpoch?: number;
  /** How many processes train together. Default: not known. */
  readonly processes?: number;
  /** How many micro-batches make one update. Default: not known. */
  readonly accumulate?: number;
  /** Up to which share of a rate two count as the same. Default: what the log's own digits allow. */
  readonly tolerance?: number;
}
