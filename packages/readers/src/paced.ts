import { batchesOf } from "./batchesOf.ts";
import type { Context } from "./context.ts";
import { type Course, courseOf } from "./course.ts";
import type { Document } from "./document.ts";
import { innermostOf, isChoice, turnsOf } from "./loops.ts";
import { type Turns, Undecided } from "./now.ts";
import { optimizerGiven } from "./ownScheduler.ts";
import type { Every, Found } from "./reading.ts";
import type { Loop, Stepped } from "./stepped.ts";
import { stepsBefore } from "./turned.ts";
import type { Call } from "./value.ts";

/** How many turns loops are tried with whose number is not known: of epochs, and of batches in one. */
const EPOCHS = 40;
const EVEN = [12, 24, 60] as const;
const UNEVEN = [7, 13] as const;

/**
 * A schedule with how often and how early it is stepped, by what its loops do turn by turn; nothing where it is stepped
 * once after each update or epoch, or where that cannot be told.
 */
export function paced(
  found: Found,
  call: Call,
  own: readonly Stepped[],
  document: Document,
  context: Context,
): Found | undefined {
  const isPlain = own.every((one) => one.count === 0 && !one.loops.some((loop) => isChoice(loop, one.conditions)));
  const course = isPlain && found.unit === undefined ? courseOf(own, optimizerGiven(call), document) : undefined;
  const unit = course && innermostOf(course.loops.slice(0, course.unit === "epoch" ? 1 : 2));
  if (!course || unit === undefined || (unit === "update" && !course.isSeen)) return undefined;
  const [outer, inner] = course.loops as readonly [Loop, Loop?];
  const isNested = inner !== undefined && course.unit === "update";
  const known = isNested ? batchesOf(inner, context).count : 1;
  const tries = known === undefined ? EVEN : [known];
  const [every, ...others] = tries.map((each) => everyIn(course, each, context));
  if (!every || others.some((one) => JSON.stringify(one) !== JSON.stringify(every))) return undefined;
  const isEven = UNEVEN.every((each) => same(everyIn(course, each, context), every));
  const { count, early } = every;
  if (count === 1 && early === 0) return undefined;
  const turns = { outer: turnsOf(outer, context), inner: known ?? 1 };
  const length = known === undefined ? {} : lengthOf(course, turns, context);
  const first = own[0] as Stepped;
  context.note(toldOf(every, unit), first.place);
  const { steps: _, ...run } = found.run ?? {};
  const epochs = isNested && turns.outer !== undefined ? { epochs: turns.outer } : {};
  const isUnsure = !isEven && count < 1 && known === undefined;
  if (isUnsure) {
    context.note(`that is so only where an epoch has a multiple of ${1 / count} batches`, first.place);
  }
  return {
    ...{ ...found, ...epochs, unit, run: { ...run, ...length } },
    ...(isUnsure && { isUnclocked: true }),
    every: { count, isPerEpoch: !isEven && count > 1, ...(early !== 0 && { early }) },
  };
}

function same(a: Pace | undefined, b: Pace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Pace = Required<Omit<Every, "isPerEpoch">>;

function toldOf({ count, early }: Pace, unit: string): string {
  if (count === 1 && early === 1) {
    return `step() is called once an ${unit}, and once before the first update: every rate is an ${unit} early`;
  }
  if (count === 1 && early > 0) {
    return `step() is called once an ${unit}, and ${early} times before the first update: every rate is ${early} ${unit}s early`;
  }
  if (count < 1) return `step() is called ${Math.round(1 / count)} times an ${unit}`;
  const since = early === 0 ? "" : `, for the first time after ${count - early}`;
  return count === 1
    ? `step() is called once an ${unit}${since}`
    : `step() is called once in ${count} ${unit}s${since}`;
}

/** How often it is stepped, where that goes on as it begins: floor((t + early) / count) times before update t. */
function everyIn(course: Course, each: number, context: Context): Pace | undefined {
  const counts: number[] = [];
  let calls = 0;
  try {
    for (const stepped of stepsBefore(course, { outer: EPOCHS, inner: each }, context)) {
      calls += stepped.length;
      if (counts.push(calls) > EPOCHS * 60) break;
    }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return undefined;
  }
  const [before = 0] = counts;
  const by = (counts[1] ?? 0) - before;
  const next = counts.findIndex((one) => one > before);
  const after = counts.findIndex((one) => one > before + 1);
  const count = by > 1 ? 1 / by : after - next;
  if (!(count > 0) || next < 0) return undefined;
  const early = by > 1 ? before / by : count * (before + 1) - next;
  const isSo = counts.every((one, t) => one === Math.max(Math.floor((t + early) / count + 1e-9), 0));
  return isSo ? { count, early } : undefined;
}

/** How many updates there are, and how many of them in an epoch. */
function lengthOf(course: Course, turns: Turns, context: Context): NonNullable<Found["run"]> {
  const { outer = Number.NaN, inner } = turns;
  const isNested = course.unit === "update" && course.loops.length === 2;
  if (!(outer * inner <= MOST)) return {};
  let steps = 0;
  for (const _ of stepsBefore(course, turns, context)) steps++;
  const each = steps / outer;
  return { steps, ...(isNested && Number.isInteger(each) && { stepsPerEpoch: each }) };
}

/** How many updates are counted one by one at most. */
const MOST = 400_000;
