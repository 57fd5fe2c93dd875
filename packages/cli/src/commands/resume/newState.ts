import type { Run, SchedulerState } from "anneal";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { leftOut, unknownScales } from "../../source/controlled.ts";
import { readSource } from "../../source/readSource.ts";
import { counted } from "../../terminal/counted.ts";
import type { Changes } from "./changesOf.ts";
import { ownEnd } from "./ownEnd.ts";
import { replanned } from "./replanned.ts";
import { type Stopped, stateOf } from "./stoppedOf.ts";
import { planOf } from "./tryPolicies.ts";

/** The state of a fresh scheduler with what changed. */
export interface Next {
  readonly own: SchedulerState;
  readonly functions: Stopped["functions"];
  readonly notes: readonly string[];
  /** For how many updates its plan is made, where that is not how long the run becomes. */
  readonly madeFor: number | undefined;
}

/** What a scheduler starts with that goes on with the changes. */
export async function newStateOf(
  saved: SchedulerState,
  stopped: Stopped,
  changes: Changes,
  flags: FlagValues,
  io: Io,
): Promise<Next> {
  const { run, base, plan } = changes;
  const scaled = Object.entries(saved.bases).map(([key, list]) => [key, key === "lr" ? list.map(base) : list] as const);
  const bases = Object.fromEntries(scaled);
  if (plan !== undefined) return ofPlan(plan, bases, stopped, changes, flags, io);
  const { functions, source } = stopped;
  const own = { ...saved, run, bases, position: 0 };
  const isOther = (["steps", "stepsPerEpoch", "samplesPerStep"] as const).some((name) => run[name] !== saved.run[name]);
  const again = isOther && source ? await replanned(source, saved.run, run, flags, io) : undefined;
  if (again) {
    const { state, functions: more } = stateOf({ ...again.source, run: { ...again.source.run, ...run } });
    const notes = again.edits.map(
      ({ name, was, becomes }) => `${stopped.name}: read again with ${name} = ${becomes} instead of ${was}`,
    );
    return { own: { ...own, program: state.program }, functions: { ...functions, ...more }, notes, madeFor: undefined };
  }
  const [key = "lr"] = Object.keys(bases);
  const end = run.steps === saved.run.steps ? undefined : ownEnd(planOf(saved.program, key, 0));
  const isMade = end === undefined || run.steps === undefined || Math.abs(end - run.steps) <= 1;
  return { own, functions, notes: [], madeFor: isMade ? undefined : end };
}

/** The state of another plan, in the changed run; what its source says of the run itself is so unless --with says it. */
async function ofPlan(
  plan: string,
  scaled: SchedulerState["bases"],
  { functions, state: { run: old } }: Stopped,
  { run: changed, facts: said, scales }: Changes,
  { set, from, stepsPerEpoch }: FlagValues,
  io: Io,
): Promise<Next> {
  const perEpoch = said.has("stepsPerEpoch") ? String(changed.stepsPerEpoch) : stepsPerEpoch;
  const source = await readSource(plan, { set, from, stepsPerEpoch: perEpoch } as FlagValues, io);
  const { base: _, ...facts } = source.run;
  const kept = Object.entries(changed).filter(([name]) => !(name in facts) || said.has(name));
  const run: Run = { ...facts, ...Object.fromEntries(kept) };
  const [first = [1]] = Object.values(scaled);
  // Who goes on with another plan, and rates of its own, has them.
  const rates = scales ? undefined : (source.bases ?? (source.run.base === undefined ? undefined : [source.run.base]));
  const other = stateOf({
    ...source,
    run: { ...run, base: (rates ?? first)[0] as number },
    bases: source.bases ?? first,
  });
  const bases = Object.entries(other.state.bases).map(([key, list]) => {
    const was = scaled[key];
    return [key, rates || !was ? list.map((rate, i) => rates?.[i] ?? rates?.[0] ?? rate) : was] as const;
  });
  const own = { ...other.state, bases: Object.fromEntries(bases), position: 0 };
  const notes =
    facts.steps !== undefined && run.steps === facts.steps && facts.steps !== old.steps
      ? [`${source.name}: its run has ${counted(facts.steps, facts.stepsPerEpoch === 1 ? "epoch" : "update")}`]
      : [];
  // A plan that is gone over to brings no controllers.
  const left = [...unknownScales(source), ...(source.control ? leftOut(source.control).map(({ text }) => text) : [])];
  notes.push(...left.map((text) => `${source.name}: ${text}`));
  return { own, functions: { ...functions, ...other.functions }, notes, madeFor: undefined };
}
