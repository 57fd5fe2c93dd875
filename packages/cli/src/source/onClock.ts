import { custom, type Functions, functions as ours, type Plan, PlanError, type Run, schedule, shift } from "anneal";
import { heldFor, spreadOver } from "anneal/interop";
import { stretch } from "anneal/resume";
import type { Reading } from "anneal-readers";
import { runInUpdates } from "./axisOf.ts";
import type { Source } from "./source.ts";

type Clock = Pick<Reading, "every" | "fraction" | "isUnclocked">;

/** How many units of an axis a step of the plans takes, whether its rate is held for them, and how late it is. */
interface Turned {
  readonly axis: Pick<Source, "unit" | "run" | "updatesPerEpoch">;
  readonly times: number;
  readonly isHeld: boolean;
  readonly behind: number;
  /** How many calls of `step()` are made before an update, where that is no even count. */
  readonly callsBefore?: (update: number) => number;
}

/**
 * A source whose text makes one step for several epochs or updates, or tells every update what part of the epochs is
 * done, with its plans in the epochs or updates themselves: stretched where that is the same, else as functions that
 * bring their formula. Where it cannot be told, or a fact is missing, it is as it was and says that. `perEpoch` is how many
 * updates an epoch has, where somebody says that.
 */
export function onClock(source: Source, clock: Clock, perEpoch?: number): Source {
  const { program, notes } = source;
  const isUnclocked = clock.isUnclocked === true;
  const turned = turnedBy(source, clock, perEpoch);
  if (!turned || !program) return isUnclocked ? { ...source, isUnclocked } : source;
  const asIs = (text: string): Source => ({ ...source, isUnclocked: true, notes: [...notes, { text }] });
  if (typeof turned === "string") return asIs(turned);
  const made = programOn(source, program, turned);
  if (!made) return asIs("its steps are not these, and its plan cannot be written in them");
  const warning = unevenIn(source, clock);
  return {
    ...source,
    ...turned.axis,
    ...made,
    ...(isUnclocked || warning ? { isUnclocked: true } : {}),
    notes: warning ? [...notes, { text: warning }] : notes,
  };
}

function turnedBy(
  source: Source,
  { every, fraction }: Clock,
  perEpoch: number | undefined,
): Turned | string | undefined {
  const { unit, run, updatesPerEpoch: each } = source;
  const asUpdates = (updatesPerEpoch = each) =>
    ({ unit: "update", run: runInUpdates({ unit, run, updatesPerEpoch }), updatesPerEpoch: undefined }) as const;
  if (fraction) {
    const { isWhole = false, behind } = fraction;
    const times = each ?? perEpoch;
    if (times !== undefined) return { axis: asUpdates(times), times, isHeld: isWhole, behind };
    if (isWhole) return undefined;
    return "its rate moves at every update, not only with epochs: say --steps-per-epoch";
  }
  if (!every) return undefined;
  // Several steps of an epoch are made at its end.
  const isCounted = unit === "epoch" && each !== undefined && every.count >= 1;
  const axis = isCounted ? asUpdates() : { unit, run, updatesPerEpoch: each };
  const unitOfCount = isCounted ? each : 1;
  const turned = { axis, times: every.count * unitOfCount, isHeld: true, behind: -(every.early ?? 0) * unitOfCount };
  return every.isPerEpoch && run.stepsPerEpoch !== undefined && run.stepsPerEpoch % every.count !== 0
    ? { ...turned, callsBefore: callsIn(every, run.stepsPerEpoch) }
    : turned;
}

/** How many calls are made before an update, where every epoch of so many begins to count them anew. */
function callsIn({ count, early = 0 }: NonNullable<Clock["every"]>, each: number): (update: number) => number {
  const within = (done: number) => Math.floor((done + early) / count);
  return (update) => Math.floor(update / each) * within(each) + within(Math.floor(update) % each);
}

/** That an epoch begins to count anew where nobody says that this comes out even. */
function unevenIn({ run: { stepsPerEpoch: each } }: Source, { every }: Clock): string | undefined {
  if (!every?.isPerEpoch || each !== undefined) return undefined;
  return `every epoch begins to count the ${every.count} updates anew: say --steps-per-epoch where that is no multiple of ${every.count}`;
}

type Program = NonNullable<Source["program"]>;

/** The plans on their clock, or nothing where one of them cannot be written. */
function programOn(
  source: Source,
  program: Program,
  turned: Turned,
): Pick<Source, "program" | "functions"> | undefined {
  const functions: Functions = { ...ours, ...source.functions };
  const bases = source.bases ?? [source.run.base];
  const added: Record<string, Functions[string]> = {};
  const written = Object.entries(program).map(([key, plans]) => {
    const list = "kind" in plans ? bases.map(() => plans) : plans;
    const all = list.map((plan, group) => {
      const name = list.length > 1 ? `${key}${group}OfStep` : `${key}OfStep`;
      const made = planOn(plan, bases[group] ?? bases[0], functions, name, source, turned);
      if (made?.function) added[name] = made.function;
      return made?.plan;
    });
    const isOne = "kind" in plans && (list.length === 1 || !Object.keys(added).some((name) => name.startsWith(key)));
    return [key, isOne ? all[0] : all] as const;
  });
  if (written.some(([, plans]) => plans === undefined || (Array.isArray(plans) && plans.includes(undefined)))) return;
  return { program: Object.fromEntries(written) as Program, functions: { ...source.functions, ...added } };
}

/** A plan on its clock, and the function that it names. */
interface Made {
  readonly plan: Plan;
  readonly function?: Functions[string];
}

function planOn(
  plan: Plan,
  base: number | undefined,
  functions: Functions,
  name: string,
  source: Source,
  { axis, times, isHeld, behind, callsBefore }: Turned,
): Made | undefined {
  const { steps, stepsPerEpoch, ...facts } = source.run;
  const own: Run = { ...(isHeld ? facts : source.run), base: base ?? 1 };
  const late = (own: Plan) => (behind === 0 ? own : shift({ plan: own, by: -behind }));
  try {
    if (callsBefore) {
      if (base === undefined && /"[\d.e+-]+x"/.test(JSON.stringify(plan))) return undefined;
      const at = schedule(plan, own, { functions });
      return { plan: custom({ name }), function: (t) => at(callsBefore(t)) };
    }
    const made = isHeld
      ? heldFor(plan, own, times, { functions, name: "calls" })
      : spreadOver(plan, own, times, { functions });
    const stretched = stretchedTo(made, plan, times, own, { ...axis.run, base: base ?? 1 }, functions);
    if (stretched) return { plan: late(stretched) };
    // Without a base rate there are no numbers to be written.
    if (base === undefined && /"[\d.e+-]+x"/.test(JSON.stringify(plan))) return undefined;
    const isWritten = namesIn(plan).every((one) => Object.hasOwn(ours, one) || "formulaAt" in Object(functions[one]));
    return { plan: late(custom({ name })), function: isWritten ? made : (t, args) => made(t, args) };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** A plan so many times as long, where that has the values of a function. */
function stretchedTo(
  made: Functions[string],
  plan: Plan,
  times: number,
  from: Run,
  to: Run,
  functions: Functions,
): Plan | undefined {
  try {
    const stretched = stretch(plan, times, from, to);
    return isSame(schedule(stretched, to, { functions }), made, times) ? stretched : undefined;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

function namesIn(plan: Plan): readonly string[] {
  return [...JSON.stringify(plan).matchAll(/"kind":"custom","name":"([^"]*)"/g)].map(([, name]) => name as string);
}

/** How many steps are looked at one by one, and how many times as many then. */
const [ALL, MOST] = [2000, 1e6];

/** Whether a schedule has the values of a function, at the beginning, the middle and the end of steps. */
function isSame(at: (t: number) => number, made: Functions[string], times: number): boolean {
  for (let step = 0; step < MOST; step = Math.ceil(step < ALL ? step + 1 : step * 1.1)) {
    for (const part of [0, 0.5, 1]) {
      const t = Math.max(0, Math.ceil((step + part) * times) - (part === 1 ? 1 : 0));
      const [a, b] = [at(t), made(t, [])];
      if (!(Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) + 1e-16)) return false;
    }
  }
  return true;
}
