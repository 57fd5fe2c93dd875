import { PlanError, type Run } from "anneal";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { valuesOf } from "../../source/flags.ts";
import { readSource } from "../../source/readSource.ts";
import type { Source } from "../../source/source.ts";
import { SourceError } from "../../source/sourceError.ts";
import { UsageError } from "../../usageError.ts";
import { type Edit, edited, editOf, editsIn } from "./edits.ts";
import { ownEnd } from "./ownEnd.ts";

/** A source as it is read once the run is another, and what was changed in it. */
export interface Replanned {
  readonly source: Source;
  readonly edits: readonly Edit[];
}

/** More names than this are not tried one by one. */
const MOST = 8;

/**
 * Reads a program or a configuration again for another run: with the facts of that run, and with its own number of epochs
 * or updates changed, as who restarts it changes it. Nothing where that gives no plan that is as long as the run.
 */
export async function replanned(
  source: Source,
  old: Run,
  next: Run,
  flags: FlagValues,
  io: Io,
): Promise<Replanned | undefined> {
  if (source.framework === "anneal" || old.steps === undefined || next.steps === undefined) return undefined;
  const { said, edits: given } = saidFor(flags, old, next);
  const inText = editsIn(source.text, old, next).slice(0, MOST);
  const tries = [[], ...inText.map((one) => [one]), ...(inText.length > 1 ? [inText] : [])];
  const wasWhole = isAbout(lengthOf(source), old.steps);
  for (const edits of tries) {
    const again = await readAgain(edited(source.text, edits), said, io);
    if (!again?.program || JSON.stringify(again.program) === JSON.stringify(source.program)) continue;
    if (wasWhole && !isAbout(lengthOf(again), next.steps)) continue;
    return { source: again, edits: [...given, ...edits] };
  }
  return undefined;
}

/** What the flags say of the other run, and which of the facts given by name that changes. */
function saidFor(flags: FlagValues, old: Run, next: Run): { readonly said: FlagValues; readonly edits: Edit[] } {
  const edits: Edit[] = [];
  const set = Object.entries(valuesOf(flags)).map(([name, value]) => {
    const edit = typeof value === "number" ? editOf(name, value, old, next) : undefined;
    if (edit) edits.push(edit);
    const isEpoch = value === old.stepsPerEpoch && /^len\(|per_epoch$|batches$/i.test(name);
    return `${name}=${edit?.becomes ?? (isEpoch ? next.stepsPerEpoch : value)}`;
  });
  const facts = (["steps", "stepsPerEpoch", "samplesPerStep", "tokensPerStep"] as const).flatMap((name) =>
    flags[name] === undefined || typeof next[name] !== "number" ? [] : [[name, String(next[name])] as const],
  );
  return { said: { ...flags, ...Object.fromEntries(facts), ...(set.length > 0 ? { set } : {}) }, edits };
}

async function readAgain(text: string, flags: FlagValues, io: Io): Promise<Source | undefined> {
  try {
    const quiet: Io = { ...io, err: () => {}, input: async () => new TextEncoder().encode(text) };
    return await readSource("-", flags, quiet);
  } catch (error) {
    if (error instanceof SourceError || error instanceof UsageError || error instanceof PlanError) return undefined;
    throw error;
  }
}

/** How long a source's plan is by its own numbers, else its run. */
function lengthOf({ program, run }: Source): number | undefined {
  const [plans] = Object.values(program ?? {});
  const plan = plans && ("kind" in plans ? plans : plans[0]);
  return (plan && ownEnd(plan)) ?? run.steps;
}

function isAbout(length: number | undefined, steps: number): boolean {
  return length !== undefined && Math.abs(length - steps) <= 1 + 0.002 * steps;
}
