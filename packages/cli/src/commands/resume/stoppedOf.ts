import { type Functions, functions as ours, type SchedulerState } from "anneal";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { curvesOf, programOf } from "../../source/curves.ts";
import { runOf } from "../../source/flags.ts";
import { readSource } from "../../source/readSource.ts";
import { readText } from "../../source/readText.ts";
import type { Source } from "../../source/source.ts";

/** What training stopped with; of a source that is no saved state the position is still to be said. */
export interface Stopped {
  readonly name: string;
  readonly state: Omit<SchedulerState, "position"> & { readonly position: number | undefined };
  readonly functions: Functions;
  /** Whether nobody said the base rates, which are then 1. */
  readonly assumed: boolean;
  readonly notes: readonly string[];
}

/** Reads a Scheduler's saved state, or any source as a state without a position. */
export async function stoppedOf(given: string, flags: FlagValues, io: Io): Promise<Stopped> {
  const { file, text } = await readText(given, io);
  const saved = file === "argument" ? undefined : stateIn(text);
  if (saved) {
    // The state is checked when it is gone on with.
    return {
      name: file,
      state: { ...saved, run: { ...saved.run, ...runOf(flags) } },
      functions: ours,
      assumed: false,
      notes: [],
    };
  }
  const bytes = new TextEncoder().encode(text);
  const source = await readSource(given, flags, { ...io, input: async () => bytes });
  return { ...stateOf(source), name: source.name, notes: source.notes.map(({ text }) => text) };
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

/** The state that a text is, if it is one. */
function stateIn(text: string): SchedulerState | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const saved = JSON.parse(text) as Partial<SchedulerState>;
    const { program, bases, position } = saved;
    const isState = typeof program === "object" && typeof bases === "object" && !Array.isArray(bases);
    return isState && position !== undefined ? ({ controllers: {}, run: {}, ...saved } as SchedulerState) : undefined;
  } catch {
    return undefined;
  }
}
