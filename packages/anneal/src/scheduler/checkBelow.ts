import type { Problems } from "../error.ts";
import type { Schedule } from "../schedule.ts";

/** How many steps are tried. */
const TRIES = 100_000;

/**
 * Reports a schedule that reaches a limit during the run. Tried are all steps of a run of up to 100,000, and as many
 * evenly among those of a longer one; without `run.steps` the first 100,000, and then each power of two.
 */
export function checkBelow(schedule: Schedule, path: string, limit: number, problems: Problems): void {
  const { steps = 0 } = schedule.run;
  const stride = Math.max(steps / TRIES, 1);
  let step = 0;
  let value = schedule(0);
  for (let i = 1; value < limit && i <= TRIES && (!steps || i * stride <= steps); i++) {
    step = Math.round(i * stride);
    value = schedule(step);
  }
  for (let late = TRIES; value < limit && !steps && late < 2 ** 53; late *= 2) {
    step = late;
    value = schedule(late);
  }
  if (!(value < limit)) problems.add(path, `values below ${limit} (step ${step})`, value);
}
