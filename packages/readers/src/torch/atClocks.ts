import type { Plan } from "anneal";
import { batchesOf } from "../batchesOf.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import type { Section } from "../framework.ts";
import { innermostOf, turnsOf } from "../loops.ts";
import { type Turns, Undecided } from "../now.ts";
import type { Found } from "../reading.ts";
import type { Loop } from "../stepped.ts";
import { stepsBefore } from "../turned.ts";
import type { Call } from "../value.ts";
import { buildingOf } from "./building.ts";
import { foundOf } from "./found.ts";
import { Impossible } from "./impossible.ts";
import { type Interleaved, interleavedIn, isOf } from "./interleaved.ts";
import type { Scheduler } from "./scheduler.ts";
import { multiplied } from "./schedulers/chainedScheduler.ts";
import { constructed } from "./schedulers/constructed.ts";
import { partsOf } from "./schedulers/parts.ts";
import type { Stepping } from "./stepper.ts";

/** Schedulers of one optimizer that a text steps at different clocks: what they make of its rate together. */
export function atClocks(document: Document): readonly Section[] {
  return interleavedIn(document)
    .filter(({ course }) => course)
    .map((one): Section => {
      const [first] = one.calls as readonly [Call];
      const name = one.calls.map((call) => shortName(call.name)).join(" and ");
      return { name, place: first.place, read: (context) => readTogether(one, name, document, context) };
    });
}

function readTogether(
  { calls, course, own }: Interleaved,
  name: string,
  document: Document,
  context: Context,
): Found | undefined {
  const [first] = calls as readonly [Call];
  if (!course) return undefined;
  context.own = document.own;
  const building = buildingOf(first, context);
  const { place } = first;
  const wrong = (parameter: string, expected: string, received: unknown): undefined => {
    context.problem(`${name}(${parameter})`, expected, String(received).slice(0, 60), place);
  };
  const parts = partsOf(calls, { building, wrong });
  const [outer, inner] = course.loops as readonly [Loop, Loop?];
  const isNested = inner !== undefined && course.unit === "update";
  const each = isNested ? eachOf(inner, context) : 1;
  if (!parts || each === undefined) return undefined;
  const turns: Turns = { outer: turnsOf(outer, context), inner: each };
  const steps = turns.outer === undefined ? undefined : countOf(course, turns, context);
  if (context.needs.length > 0) return undefined;
  const lines = [...new Set(own.map((one) => one.place.line))].join(", ");
  context.note(
    `${name} step the same optimizer, at lines ${lines}: each goes on from the rate that the other made`,
    place,
  );
  const stepsOf = (call: Call) => course.doings.filter(({ step }) => step && isOf(call, step));
  const clocks = calls.map((call) => (isNested && stepsOf(call).some(({ depth }) => depth < 2) ? each : 1));
  const isAlways = calls.map((call) => stepsOf(call).every(({ decided }) => decided.length === 0));
  const scheduler: Scheduler = {
    name,
    place,
    role: "overwrites",
    parts: parts.length,
    steps,
    reach: Math.max(...parts.map(({ reach }, k) => reach * (clocks[k] as number))),
    plan: (i) => productOf(parts.map((part, k) => heldBy(part.plan(i), clocks[k] as number, isAlways[k] as boolean))),
    momentum: parts.findLast(({ momentum }) => momentum)?.momentum,
    stepper: (group, i) => {
      const made = constructed(parts, group, i);
      return new Interleaving(calls, made, stepsBefore(course, turns, context));
    },
  };
  const found = told(
    context,
    () => context.build(name, place, () => foundOf(scheduler, building)),
    () => {
      context.problem(name, "steps of which it can be told when they are made", "others", place);
    },
  );
  const unit = isNested ? "update" : (innermostOf(course.loops.slice(0, 1)) ?? undefined);
  const run = { ...found?.run, ...(steps === undefined ? {} : { steps }), ...(isNested && { stepsPerEpoch: each }) };
  return found && { ...found, run, ...(unit && { unit }) };
}

/** How many updates an epoch has: by its loop, or as it is asked for. */
function eachOf(inner: Loop, context: Context): number | undefined {
  const { name, count } = batchesOf(inner, context);
  if (count !== undefined) return count;
  context.need(name, "how many updates an epoch has, which one of its schedulers counts");
  return undefined;
}

/** A part's plan that is stepped once in so many updates; nothing where it is not known what that is. */
function heldBy(plan: Plan | undefined, updates: number, isAlways: boolean): Plan | undefined {
  // What is not stepped any more after some turns has come to its end by then, as others never do.
  if (!plan || (!isAlways && plan.kind === "exponential")) return undefined;
  if (updates === 1) return plan;
  if (plan.kind === "exponential" && Number.isInteger(plan.every)) {
    return { ...plan, every: (plan.every as number) * updates, staircase: true };
  }
  const isCounted = plan.kind === "piecewise" && plan.at.every((at) => Number.isInteger(at));
  return isCounted ? { ...plan, at: plan.at.map((at) => (at as number) * updates) } : undefined;
}

/** The product of all of them, where each is known. */
function productOf(plans: readonly (Plan | undefined)[]): Plan | undefined {
  return plans.every((plan) => plan !== undefined) ? multiplied(plans) : undefined;
}

/** How many updates are counted one by one at most. */
const MOST = 400_000;

/** How many updates there are. */
function countOf(course: NonNullable<Interleaved["course"]>, turns: Turns, context: Context): number | undefined {
  let count = 0;
  const updates = course.doings.filter(({ step, count }) => !step && !count);
  const all = (turns.outer ?? 0) * (course.unit === "update" && course.loops.length === 2 ? turns.inner : 1);
  const isEach = updates.length === 1 && updates.every(({ decided }) => decided.length === 0);
  if (isEach || all > MOST) return isEach ? all : undefined;
  return told(context, () => {
    for (const _ of stepsBefore(course, turns, context)) count++;
    return count;
  });
}

/** What is made of turns of which everything can be told; what is `missing` is asked for, or a problem. */
function told<T>({ needs }: Context, make: () => T, missing: () => void = () => {}): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    if (needs.length === 0) missing();
    return undefined;
  }
}

/** Schedulers that are stepped as loops go: by one step of it, all that is stepped before the next update. */
class Interleaving implements Stepping {
  readonly #calls: readonly Call[];
  readonly #parts: readonly Stepping[];
  readonly #turns: Iterator<readonly Call[], undefined>;

  constructor(calls: readonly Call[], parts: readonly Stepping[], turns: Iterator<readonly Call[], undefined>) {
    this.#calls = calls;
    this.#parts = parts;
    this.#turns = turns;
    this.step();
  }

  initialStep(): void {
    this.restart();
  }

  step(): void {
    for (const call of this.#turns.next().value ?? []) this.#parts[this.#calls.indexOf(call)]?.step();
  }

  restart(): never {
    throw new Impossible("a part that PyTorch can enter", "schedulers of several clocks");
  }

  undo(): void {
    this.restart();
  }
}
