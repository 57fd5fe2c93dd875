import { UsageError } from "../../usageError.ts";
import type { Pair } from "./pair.ts";

/** No run has so many updates before its log begins. */
const MOST = 1e9;

/** What a time since 1970 is counted in, and between what it lies in our days. */
const TIMES = [
  ["a time in seconds", 1e9, 5e9],
  ["a time in milliseconds", 9e11, 5e12],
  ["a time in microseconds", 9e14, 5e15],
] as const;

/** Refuses steps that are times, or anything else that counts no updates: a schedule would seem far behind them. */
export function refuseTimes(pairs: readonly Pair[]): void {
  for (const { series, curve } of pairs) {
    const first = series.steps.reduce((least, step) => Math.min(least, step), 1 / 0);
    if (!(first >= MOST && first < 1 / 0) || first < (curve.run.steps ?? 0)) continue;
    const time = TIMES.find(([, from, to]) => first >= from && first < to);
    const what = time ? time[0] : "more than a run has updates";
    const name = series.stepName ?? "step";
    throw new UsageError(`${name} begins at ${first}, which is ${what}: name the column of steps with --step-column`);
  }
}
