/** Logs of training runs, read as streams. */

export type { Log, LogClock, LogFacts, LogFormat, LogOptions, LogProblem, LogSeries } from "./log.ts";
export { readLog } from "./readLog.ts";
