/** What `onProgress` is told after each update. */
export interface FinderProgress {
  /** Updates done so far, of all seeds. */
  readonly done: number;
  /** How many there are at most; a ramp that diverges ends early. */
  readonly total: number;
  /** The seed of the ramp under way. */
  readonly seed: number;
  /** The rate of the update. */
  readonly rate: number;
  /** Its loss. */
  readonly loss: number;
  /** The smoothed loss. */
  readonly smoothed: number;
  /** Seconds since the search began. */
  readonly seconds: number;
  /** Seconds until its end at the pace so far, at most. */
  readonly left: number;
}
