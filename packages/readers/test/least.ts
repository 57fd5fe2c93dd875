import { PlanError } from "anneal";

/** The least processor time of three, in milliseconds, of each; in turn, so that all meet the same machine. */
export function least(...acts: readonly (() => unknown)[]): readonly number[] {
  const times = acts.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 3; turn++) {
    for (const [i, act] of acts.entries()) {
      const before = process.cpuUsage();
      try {
        act();
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
      }
      const { user, system } = process.cpuUsage(before);
      times[i] = Math.min(times[i] as number, (user + system) / 1000);
    }
  }
  return times;
}
