/** The most steps that are measured of one text before less is measured of each schedule. */
const MOST = 2_000_000;
/** What is measured of a schedule in any case. */
const LEAST = 16;

/** How much the schedules of one text are measured, so that the time that it takes is bounded. */
export class Effort {
  #left = MOST;

  /** As many of the steps that are asked for as there are left. */
  take(steps: number): number {
    const given = Math.min(steps, Math.max(this.#left, LEAST));
    this.#left -= given;
    return given;
  }
}
