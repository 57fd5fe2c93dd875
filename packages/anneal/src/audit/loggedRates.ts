/** What a run logged of one rate, in the log's own order: rows may be missing, repeated, or go back where a run was resumed. */
export interface LoggedRates {
  /** Where each row stands on the log's clock; finite numbers from 0. */
  readonly steps: ArrayLike<number>;
  /** What was logged there; NaN where nothing was. As many as there are steps. */
  readonly rates: ArrayLike<number>;
  /** With how many decimals every rate was written, where that is known. Default: what the rates themselves show. */
  readonly decimals?: number;
  /** With how many significant digits every rate was written, where that is known. Default: as for `decimals`. */
  readonly significant?: number;
  /**
   * What the steps count: optimizer updates, epochs (whole or fractional), or only the log's rows, where it has no step
   * of its own. Default `"update"`.
   */
  readonly clock?: "update" | "epoch" | "row";
}
