import { Context } from "../context.ts";
import { type Course, courseOf } from "../course.ts";
import type { Document } from "../document.ts";
import { Undecided } from "../now.ts";
import type { Loop, Stepped } from "../stepped.ts";
import { stepsBefore } from "../turned.ts";
import { Call, Unknown, type Value } from "../value.ts";
import { classes } from "./classes.ts";
import { managedCourse } from "./managedCourse.ts";
import { bunchesIn } from "./together.ts";

/** Schedulers of one optimizer, where a text steps them, and the loops that these are. */
export interface Interleaved {
  readonly calls: readonly Call[];
  readonly own: readonly Stepped[];
  readonly course: Course | undefined;
}

const known: WeakMap<Document, readonly Interleaved[]> = new WeakMap();

/** The schedulers of each optimizer for which a text steps several, not one after the other in one block. */
export function interleavedIn(document: Document): readonly Interleaved[] {
  let all = known.get(document);
  if (!all) {
    all = [...byOptimizer(document)].flatMap(([optimizer, own]): readonly Interleaved[] => {
      const calls = [...new Set(own.flatMap((one) => callsOf(one, document)))];
      if (calls.length < 2 || isAlternative(own) || isBunch(calls, own, document)) return [];
      const course = courseOf(own, optimizer, document);
      return [{ calls, own, course: course && isTold(course) ? course : undefined }];
    });
    all = [...all, ...managedIn(document)];
    known.set(document, all);
  }
  return all;
}

/** The schedulers that step the same optimizer in the same loops as one, where it cannot be told when each is stepped. */
export function besides(call: Call, document: Document): readonly Call[] {
  return interleavedIn(document).flatMap(({ calls, course, own }) => {
    const [loop] = own[0]?.loops ?? [];
    const isTogether = !course && loop !== undefined && calls.includes(call);
    return isTogether && own.every(({ loops }) => loops[0] === loop) ? calls.filter((one) => one !== call) : [];
  });
}

/** The same of those that Lightning is given. */
function managedIn(document: Document): readonly Interleaved[] {
  const calls = [...(document.managed?.keys() ?? [])].filter((one): one is Call => {
    return one instanceof Call && classes.has(one.name);
  });
  const sets = new Map<Value | undefined, Call[]>();
  for (const call of calls) {
    const key = keyOf(optimizerOf(call));
    const own = sets.get(key);
    if (own) own.push(call);
    else sets.set(key, [call]);
  }
  return [...sets].flatMap(([optimizer, calls]) => {
    const course = optimizer === undefined || calls.length < 2 ? undefined : managedCourse(calls, document);
    return course ? [{ calls, own: [], course }] : [];
  });
}

function keyOf(optimizer: Value | undefined): Value | undefined {
  return optimizer instanceof Unknown ? optimizer.name : optimizer;
}

function byOptimizer(document: Document): ReadonlyMap<Value, readonly Stepped[]> {
  const all = new Map<Value, Stepped[]>();
  for (const one of document.steps ?? []) {
    if (one.count > 0) continue;
    const [call, ...more] = callsOf(one, document);
    const key = call && more.length === 0 ? keyOf(optimizerOf(call)) : undefined;
    if (key === undefined) continue;
    const own = all.get(key);
    if (own) own.push(one);
    else all.set(key, [one]);
  }
  return all;
}

/** Whether a scheduler is what a `step()` steps. */
export function isOf(call: Call, { scheduler }: Stepped): boolean {
  return scheduler === call || (scheduler instanceof Unknown && "variable" in call && call.variable === scheduler.name);
}

/** What a `step()` steps: a scheduler, or what one is that has its name. */
function callsOf(one: Stepped, { calls }: Document): readonly Call[] {
  const { scheduler } = one;
  if (scheduler instanceof Call) return classes.has(scheduler.name) ? [scheduler] : [];
  if (!(scheduler instanceof Unknown)) return [];
  return calls.filter((call) => classes.has(call.name) && isOf(call, one));
}

function optimizerOf({ name, named, positional }: Call): Value | undefined {
  return named.get("optimizer") ?? positional[classes.get(name)?.optimizer ?? 0];
}

/** Whether they are stepped in successive lines only. */
function isBunch(calls: readonly Call[], own: readonly Stepped[], document: Document): boolean {
  return own.length === calls.length && bunchesIn(document).some((bunch) => calls.every((one) => bunch.includes(one)));
}

/** How many turns are tried of loops over epochs and over batches. */
const TRIED = { outer: 4, inner: 6 } as const;

/** Whether it can be told of some turns what is stepped in them, or asked for. */
function isTold(course: Course): boolean {
  const context = new Context();
  try {
    for (const _ of stepsBefore(course, TRIED, context));
    return true;
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return context.needs.length > 0;
  }
}

/** Whether they are in different ways of one condition that no turn of a loop decides. */
function isAlternative(own: readonly Stepped[]): boolean {
  return own.some(({ decided, loops }) =>
    decided.some(
      ({ text, holds }) =>
        !loops.some((loop) => isBy(text, loop)) &&
        own.some((other) => other.decided.some((one) => one.text === text && one.holds !== holds)),
    ),
  );
}

function isBy(text: string, { variable, starts = new Map() }: Loop): boolean {
  const words = new Set(text.match(/\w+/g));
  return [...(variable.match(/\w+/g) ?? []), ...starts.keys()].some((name) => words.has(name));
}
