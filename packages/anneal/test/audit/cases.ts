import { readdirSync, readFileSync } from "node:fs";
import type { Plan } from "../../src/index.ts";

/** What is wrong with a run, by its cause; `none` is a run that uses its plan. */
export const bugs = {
  none: "nothing: the rates are the plan's",
  shifted: "each row has the rate of the update after its own, or before it",
  steppedPerProcess: "the scheduler is stepped by every process, as Accelerate does unless batches are split",
  steppedPerMicroBatch: "the scheduler is stepped for every micro-batch, of which an update takes several",
  steppedTwice: "the scheduler is stepped twice for each update",
  steppedPerBatch: "a schedule in epochs is stepped for every update",
  steppedPerEpoch: "a schedule in updates is stepped once in an epoch",
  stairs: "a curve that should move within epochs is stepped once in an epoch, at the right rate",
  countedPerProcess: "the total was counted before the data was shared out to the processes",
  countedPerMicroBatch: "the total counts micro-batches",
  restarted: "the scheduler began again when the run was resumed",
  rescaled: "the total was another one after the run was resumed",
  wrongBaseOnResume: "the rate at which the run was resumed was taken for the base rate",
  warmupTwice: "warm-up within warm-up, warm-up before warm-up, or warm-up again after the run was resumed",
  skippedUpdates: "updates were skipped, and the log or the scheduler counts batches where the other counts updates",
  scaled: "the base rate was multiplied by the number of processes, or by its root",
  neverScheduled: "the scheduler is never stepped",
  groupNeverScheduled: "one group was never given to the scheduler",
} as const;

/** One of {@link bugs}. */
export type Bug = keyof typeof bugs;

/** A series of rates as a run logged it, thinned as it was; a rate that was not a number is null. */
export interface LoggedCase {
  readonly name: string;
  readonly bug: Bug;
  /** The facts of the run that its author knows (`processes`, `accumulation`) and the numbers of its bug. */
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly schedule: string;
  readonly plan: Plan;
  readonly run: { readonly base: number; readonly steps: number; readonly stepsPerEpoch: number };
  readonly clock: "update" | "epoch" | "row";
  /** How the loop printed rates, as Python's format says it: `"4g"`, `"6f"`; or `"full"`, or `"float32"`. */
  readonly rounding: string;
  readonly steps: readonly number[];
  readonly rates: readonly (number | null)[];
  /** The other groups of the same run, at the same steps. */
  readonly beside?: readonly { readonly base: number; readonly rates: readonly (number | null)[] }[];
}

/** What one kind of loop wrote. */
export interface LoopLogs {
  readonly loop: string;
  readonly ran: string;
  readonly cases: readonly LoggedCase[];
}

/** The logs of every kind of loop that are in a folder. */
export function readLoops(folder: URL): readonly LoopLogs[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/** The logs that the tests are about. */
export const loops: readonly LoopLogs[] = readLoops(new URL("logs/", import.meta.url));
