import { type Functions, functions as ours, type SchedulerState } from "anneal";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { notesOf } from "../../output/tellNotes.ts";
import { curvesOf, programOf } from "../../source/curves.ts";
import { readSource } from "../../source/readSource.ts";
import { readText } from "../../source/readText.ts";
import type { Source } from "../../source/source.ts";
import { counted } from "../../terminal/counted.ts";
import { ownEnd } from "./ownEnd.ts";
import { readState } from "./readState.ts";
import { planOf } from "./tryPolicies.ts";

/** What training stopped with; of a source that is no saved state the position is still to be said. */
export interface Stopped {
  readonly name: string;
  readonly state: Omit<SchedulerState, "position"> & { readonly position: number | undefined };
  readonly functions: Functions;
  /** Whether nobody said the base rates, which are then 1. */
  readonly assumed: boolean;
  readonly notes: readonly string[];
  /** How many updates an epoch has, where that is known and a step is an epoch. */
  readonly updatesPerEpoch?: number | undefined;
  /** What it was read from, where that is no saved state. */
  readonly source?: Source;
}

/** Reads a Scheduler's saved state, or any source as a state without a position. */
export async function stoppedOf(given: string, flags: FlagValues, io: Io): Promise<Stopped> {
  const { file, text } = await readText(given, io);
  const state = file === "argument" ? undefined : readState(file, text, flags, ours);
  if (state) return withLength({ name: file, state, functions: ours, assumed: false, notes: [] });
  const bytes = new TextEncoder().encode(text);
  const source = await readSource(given, flags, { ...io, input: async () => bytes });
  const { state: read, ...more } = stateOf(source);
  // Who counts epochs, and does not say how many updates one has, has one update an epoch.
  const isEpochs = source.unit === "epoch" && read.run.stepsPerEpoch === undefined;
  const run = isEpochs ? { ...read.run, stepsPerEpoch: 1 } : read.run;
  const notes = notesOf([source]);
  return withLength({
    ...more,
    state: { ...read, run, position: source.position },
    name: source.name,
    notes,
    source,
    updatesPerEpoch: source.updatesPerEpoch,
  });
}

/** A run that nobody says the length of is as long as its plan. */
function withLength(stopped: Stopped): Stopped {
  const { name, state, notes } = stopped;
  const [key] = Object.keys(state.program);
  const end = state.run.steps === undefined && key !== undefined ? ownEnd(planOf(state.program, key, 0)) : undefined;
  if (end === undefined) return stopped;
  const steps = Math.ceil(end);
  const unit = state.run.stepsPerEpoch === 1 ? "epoch" : "update";
  const note = `${name}: the run is taken to have ${counted(steps, unit)}, where the plan ends; --steps says otherwise`;
  return { ...stopped, state: { ...state, run: { ...state.run, steps } }, notes: [...notes, note] };
}

/** A source as a state of as many groups as it has base rates. */
export function stateOf(source: Source): Pick<Stopped, "state" | "functions" | "assumed"> {
  const program = programOf(source);
  // Asks for the facts that are missing, by their flags.
  const curves = curvesOf(source);
  const { base = 1, ...run } = source.run;
  const list = Object.values(program).find((plans) => !("kind" in plans)) as readonly unknown[] | undefined;
  const bases = source.bases ?? (list ?? [base]).map(() => base);
  const own = Object.keys(program).map((key) => [key, key.startsWith("beta") ? bases.map(asBeta) : bases] as const);
  const state = { version: 1, program, run, bases: Object.fromEntries(own), position: undefined, controllers: {} };
  const assumed = source.bases === undefined && source.run.base === undefined;
  return { state, functions: { ...ours, ...source.functions, ...curves[0]?.functions }, assumed };
}

/** A rate that may stand in the place of a beta where no beta is known. */
const asBeta = (base: number): number => (base < 1 ? base : 0.9);
