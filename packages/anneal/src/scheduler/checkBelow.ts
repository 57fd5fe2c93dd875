import type { Problems } from "../error.ts";
import type { Schedule } from "../schedule.ts";

/** How many steps are tried. */
const TRIES = 100_000;

/**
 * Reports a schedule that reaches a limit during the run. Tried are all steps of a run of up to 100,000, and as many
 * evenly among those of a longer one; without `run.steps` the first 100,000, and then each power of two.
 */
export function checkBelow(schedule: Schedule, path: string, limit: number, problems: Problems): undefined {
  const { steps = 0 } = schedule.run;
  const stride = Math.max(steps / TRIES, 1);
  for (let i = 0; i * stride <= (steps || 2 ** 53); i += i < TRIES ? 1 : i) {
    const step = Math.round(i * stride);
    const value = schedule(step);
    if (!(value < limit)) return problems.add(path, `values below ${limit} (step ${step})`, value);
  }
}
