import type { Run } from "anneal";
import type { Source } from "./source.ts";

/** What a text says of its clock. */
interface Clock {
  readonly unit: Source["unit"];
  readonly run: Run;
  /** How many epochs the text trains for, where its loops say so. */
  readonly epochs?: number | undefined;
  /** Whether the command line says the run's length in epochs. */
  readonly saidInEpochs?: boolean;
}

type Axis = Pick<Source, "unit" | "run" | "updatesPerEpoch" | "notes">;

/**
 * The facts of a text and of the command line in the steps of the text's own plans. The command line always counts
 * updates; where a step is an epoch, its facts are divided by how many of them that has. `run.stepsPerEpoch` is then 1.
 */
export function axisOf(clock: Clock, given: Run): Axis {
  const { unit, run: own, epochs } = clock;
  if (unit === "epoch") return inEpochs(clock, given);
  const run = { ...own, ...given };
  const steps = run.stepsPerEpoch !== undefined && epochs !== undefined ? epochs * run.stepsPerEpoch : 0;
  const isLong = run.steps === undefined && steps >= 1;
  return { unit, run: isLong ? { ...run, steps: Math.round(steps) } : run, updatesPerEpoch: undefined, notes: [] };
}

function inEpochs({ run: own, epochs, saidInEpochs }: Clock, given: Run): Axis {
  const { stepsPerEpoch: each = own.stepsPerEpoch } = given;
  const perEpoch = each === 1 ? undefined : each;
  const steps = given.steps === undefined ? (own.steps ?? epochs) : given.steps / (perEpoch ?? 1);
  const isUnsure = given.steps !== undefined && each === undefined && !saidInEpochs;
  const note = `--steps ${given.steps} is read as epochs, which the schedule counts: with --steps-per-epoch it is updates`;
  return {
    unit: "epoch",
    run: { ...own, ...given, ...(steps === undefined ? {} : { steps }), stepsPerEpoch: 1 },
    updatesPerEpoch: perEpoch,
    notes: isUnsure ? [{ text: note }] : [],
  };
}

/** The facts of a source as the command line counts them, in updates; without those that a run of epochs cannot tell. */
export function runInUpdates({ unit, run, updatesPerEpoch }: Pick<Source, "unit" | "run" | "updatesPerEpoch">): Run {
  if (unit !== "epoch") return run;
  const { steps, stepsPerEpoch: _, ...facts } = run;
  if (updatesPerEpoch === undefined) return facts;
  return { ...facts, stepsPerEpoch: updatesPerEpoch, ...(steps && { steps: Math.round(steps * updatesPerEpoch) }) };
}
