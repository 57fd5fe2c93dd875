import type { Context } from "./context.ts";
import type { Course, Doing } from "./course.ts";
import { Now, type Turns } from "./now.ts";
import type { Loop } from "./stepped.ts";
import type { Call } from "./value.ts";

/** What is stepped before the first update of a course, and then before each next one, as far as there are updates. */
export function stepsBefore(course: Course, turns: Turns, context: Context): Generator<readonly Call[], undefined> {
  return doneBefore(course, turns, context, (now, one) => now.stepped(one));
}

/** What a scheduler is told before the first update of a course, and then before each next one. */
export function toldBefore(
  course: Course,
  turns: Turns,
  context: Context,
): Generator<readonly (number | undefined)[], undefined> {
  return doneBefore(course, turns, context, (now, one) => [now.told(one)]);
}

function* doneBefore<T>(
  course: Course,
  turns: Turns,
  context: Context,
  at: (now: Now, one: Doing) => readonly T[],
): Generator<readonly T[], undefined> {
  const { loops, doings, unit } = course;
  const [outer, inner] = loops as readonly [Loop, Loop?];
  const now = new Now(course, turns, context);
  const isEpochs = unit === "epoch";
  const firstInner = doings.find(({ depth }) => depth === 2)?.order ?? Number.POSITIVE_INFINITY;
  const within = doings.filter(({ depth }) => depth === 2);
  const of = (depth: number, isLater: boolean) =>
    doings.filter((one) => one.depth === depth && one.order > firstInner === isLater);
  const [ahead, before, after] = [doings.filter(({ depth }) => depth === 0), of(1, false), of(1, true)];
  let pending: T[] = [];
  const done = function* (list: readonly Doing[]): Generator<readonly T[], undefined> {
    for (const one of list) {
      if (!now.holds(one)) continue;
      if (one.count) now.count(one.count.name, one.count.by);
      else if (one.step) pending.push(...at(now, one));
      else {
        yield pending;
        pending = [];
      }
    }
    return undefined;
  };
  const begins = doings.find(({ depth, order }) => depth > 0 && order >= 0)?.order ?? 0;
  yield* done(ahead.filter(({ order }) => order < begins));
  for (let turn = 0; turn < (turns.outer ?? Number.POSITIVE_INFINITY); turn++) {
    now.turn(outer, 1, turn);
    yield* done(before);
    if (inner) now.enter(inner);
    for (let i = 0; inner && i < (isEpochs ? 1 : turns.inner); i++) {
      now.turn(inner, 2, i);
      yield* done(within);
    }
    yield* done(after);
  }
  return undefined;
}
