import { batchesOf } from "./batchesOf.ts";
import { Context } from "./context.ts";
import { courseOf } from "./course.ts";
import type { Document } from "./document.ts";
import { innermostOf, isChoice } from "./loops.ts";
import { Undecided } from "./now.ts";
import { optimizerGiven } from "./ownScheduler.ts";
import type { Found } from "./reading.ts";
import type { Stepped } from "./stepped.ts";
import { toldBefore } from "./turned.ts";
import type { Call } from "./value.ts";

/** How many turns are tried of loops over epochs and over batches; and how many batches are too many to be tried. */
const [EPOCHS, BATCHES, MOST] = [4, 7, 50_000] as const;

/**
 * A schedule that is told which epoch or update it is, by how many of them that is ahead of those that are done, or
 * behind: as it is where it is neither, or where that cannot be told.
 */
export function ahead(found: Found, call: Call, own: readonly Stepped[], document: Document, context: Context): Found {
  const by = aheadBy(found.unit, call, own, document);
  if (by === undefined || by === 0 || found.every || found.fraction) return found;
  const unit = found.unit as string;
  context.note(toldOf(by, unit), own[0]?.place);
  return { ...found, every: { count: 1, isPerEpoch: false, early: by } };
}

function toldOf(by: number, unit: string): string {
  if (by === 1) return `step(…) is told more ${unit}s than are done: every rate is an ${unit} early`;
  if (by === -1) return `step(…) is told fewer ${unit}s than are done: every rate is an ${unit} late`;
  if (by > 0) return `step(…) is told more ${unit}s than are done: every rate is ${by} ${unit}s early`;
  return `step(…) is told fewer ${unit}s than are done: every rate is ${-by} ${unit}s late`;
}

function aheadBy(unit: Found["unit"], call: Call, own: readonly Stepped[], document: Document): number | undefined {
  const isPlain = own.every((one) => one.count > 0 && !one.loops.some((loop) => isChoice(loop, one.conditions)));
  const course = isPlain && own.length > 0 ? courseOf(own, optimizerGiven(call), document) : undefined;
  const counted = course && innermostOf(course.loops.slice(0, course.unit === "epoch" ? 1 : 2));
  if (!course || counted !== unit || (unit === "update" && !course.isSeen)) return undefined;
  const context = new Context();
  const inner = course.loops[1];
  const batches = (inner && batchesOf(inner, context).count) ?? BATCHES;
  if (batches > MOST) return undefined;
  const all: (number | undefined)[] = [];
  try {
    for (const told of toldBefore(course, { outer: EPOCHS, inner: batches }, context)) {
      all.push(told.at(-1));
    }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return undefined;
  }
  const [, second] = all;
  const by = second === undefined ? undefined : second - 1;
  // Before the first update it may be told nothing yet, and is where it begins.
  const isSo = by !== undefined && all.every((one, t) => one === t + by || (t === 0 && one === undefined && by <= 0));
  return isSo ? by : undefined;
}
