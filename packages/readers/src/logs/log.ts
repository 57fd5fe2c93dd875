/** How a log is written. */
export type LogFormat = "csv" | "jsonl" | "json" | "console" | "tensorboard";

/** What one step of a log counts: updates, epochs, or, where the log has no steps, its own rows. */
export type LogClock = "update" | "epoch" | "row";

/** A fact of the run that a log has besides its rows, by the name that it has there, such as `max_steps`. */
export type LogFacts = Readonly<Record<string, number | string | boolean>>;

/** Something in a log that could not be read; the rest was. */
export interface LogProblem {
  /** Where: `line 12`, `byte 3456`, or `event 7`. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** One hyperparameter of one group, as a run logged it. */
export interface LogSeries {
  /** What it is called in the log, such as `train/learning_rate`. */
  readonly name: string;
  /** The hyperparameter, as programs name it: `lr`, `momentum`, `beta1`, `weightDecay`. */
  readonly key: string;
  /** Which parameter group it is, from 0, where the log has several. */
  readonly group?: number;
  /** What the steps count. */
  readonly clock: LogClock;
  /** The column that the steps are from; none where rows were counted. */
  readonly stepName?: string;
  /** The steps, in the order of the log: they may repeat, skip, and go back where a run was resumed. */
  readonly steps: Float64Array;
  /** The value at each of the steps; NaN where the log has no number. */
  readonly rates: Float64Array;
  /** With how many decimals, or significant digits, every value is written, where the log shows it. */
  readonly decimals?: number;
  readonly significant?: number;
  /** How many rows had a value; more than `steps` where they were thinned. */
  readonly rows: number;
  /** Every how many rows one was kept: 1 where all were. */
  readonly every: number;
  /** How many values are NaN. */
  readonly blank: number;
  /** How many rows repeat the step of the row before. */
  readonly repeated: number;
  /** How many times the steps go back. */
  readonly back: number;
}

/** What a log has about rates. */
export interface Log {
  readonly format: LogFormat;
  /** The series, `lr` first; at least one. */
  readonly series: readonly LogSeries[];
  readonly facts: LogFacts;
  /** How many updates an epoch has, where the rows count both. */
  readonly stepsPerEpoch?: number;
  /** How many bytes were read. */
  readonly bytes: number;
  /** What a user should know about the reading. */
  readonly notes: readonly string[];
  /** About how many rows could not be read, whatever their column; 0 where all were. */
  readonly unread: number;
  /** The first of what could not be read. */
  readonly problems: readonly LogProblem[];
  /** How many problems there are in all. */
  readonly problemCount: number;
}

/** What {@link readLog} takes besides the bytes. */
export interface LogOptions {
  /** How it is written. Default: it is recognised. */
  readonly format?: LogFormat;
  /** The names of the columns that are rates. Default: they are recognised by their names. */
  readonly columns?: readonly string[];
  /** The name of the column that counts steps. Default: it is recognised. */
  readonly stepColumn?: string;
  /** What the steps are to count, where a log has both. Default: updates. */
  readonly clock?: "update" | "epoch";
  /** How many updates an epoch has, for logs whose steps begin anew with every epoch. Default: not known. */
  readonly stepsPerEpoch?: number;
  /** How many rows of a series are kept. Default: 262,144; of series after the first 16, 16,384 at most. */
  readonly most?: number;
}
