import { refuse } from "../error.ts";
import { FROM_ZERO, misfit } from "../field.ts";
import type { Schedule } from "../schedule.ts";

/** A schedule of a plan that may name functions: it refuses what is no value of a plan, at once where it begins. */
export function guarded(schedule: Schedule, path: string): Schedule {
  const at = (step: number): number => {
    const value = schedule(step);
    const expected = misfit(FROM_ZERO, value);
    return expected ? refuse(`${path}(${step})`, expected, value) : value;
  };
  at(0);
  return Object.assign(at, schedule);
}
