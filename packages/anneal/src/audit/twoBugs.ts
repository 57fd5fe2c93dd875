import { explain, explanationsOf } from "./explanationsOf.ts";
import { firstsOf } from "./firstsOf.ts";
import type { Signature } from "./hypothesis.ts";
import { displaced } from "./signatures/displaced.ts";
import { floorAdded } from "./signatures/floorAdded.ts";
import { milestoneDiffers } from "./signatures/milestoneDiffers.ts";
import { rescaled } from "./signatures/rescaled.ts";
import { restarted } from "./signatures/restarted.ts";
import { skippedUpdates } from "./signatures/skippedUpdates.ts";
import { steppedTwice } from "./signatures/steppedTwice.ts";
import { stopped } from "./signatures/stopped.ts";
import { warmupDiffers } from "./signatures/warmupDiffers.ts";
import { warmupMissing } from "./signatures/warmupMissing.ts";
import { wrongBaseOnResume } from "./signatures/wrongBaseOnResume.ts";
import type { Subject } from "./subject.ts";
import { type Judged, judge } from "./tried.ts";
import type { Explanation } from "./verdict.ts";

/** What happens at one moment of a run, and what is wrong with a part of it. */
const SECOND: readonly Signature[] = [
  restarted,
  rescaled,
  displaced,
  stopped,
  wrongBaseOnResume,
  milestoneDiffers,
  warmupMissing,
  warmupDiffers,
  floorAdded,
  skippedUpdates,
];

/** So many rows the first explains alone at least, and each event of the second: one row is at some place of any curve. */
const LEAST_ROWS = 3;

/** Two bugs of one run, and what else the second may be. */
export interface TwoBugs {
  readonly bugs: readonly [Explanation, Explanation];
  readonly others: readonly Explanation[];
}

/**
 * Two bugs that explain the rows together where none does by itself: one of the whole run, a schedule that is stepped
 * several times for each update or another base rate, and what happened at a moment of that run, or to a part of it. Of
 * those that do, the two that assume the least. The second is told in the log's own updates; its numbers are steps of the schedule.
 */
export function twoBugs(subject: Subject, steps: Float64Array): TwoBugs | undefined {
  if (subject.unit === "epoch") return undefined;
  let [found, least]: [TwoBugs | undefined, number] = [undefined, 1 / 0];
  for (const { alone, rest, also } of firstsOf(subject)) {
    if ((alone.signature === steppedTwice ? rowsOf(subject, alone) : alone.explained) < LEAST_ROWS) continue;
    const judged = seenIn(rest, also);
    const [second] = judged;
    const total = alone.hypothesis.cost + (second?.total ?? 0);
    if (!second?.fits || total >= least) continue;
    const { best, others } = explanationsOf(rest, steps, judged);
    const { restarts, changes, moved } = second.hypothesis.numbers;
    if (!best || best.explained < LEAST_ROWS * (restarts ?? changes ?? moved ?? 1)) continue;
    [found, least] = [{ bugs: [explain(subject, steps, alone, best.confidence), best], others }, total];
  }
  return found;
}

/** How many rows a bug without a known reason explains alone, but for those of a curve that is over: at 0 they are so after any. */
function rowsOf(subject: Subject, { hypothesis, shift }: Judged): number {
  const { rates, updates } = subject.logged;
  const at = (update: number) => hypothesis.at(update);
  return updates.reduce((count, update, row) => {
    const isTold = rates[row] !== 0 && !subject.isRate(row, subject.plain(update + shift));
    return count + +(isTold && subject.explains(at, row, shift));
  }, 0);
}

/** What rows show comes first: two guesses at once are no room for a third, which is only told as not ruled out. */
function seenIn(rest: Subject, also: readonly Signature[]): readonly Judged[] {
  const judged = judge(rest, [...SECOND, ...also]);
  const seen = judged.filter(({ hypothesis }) => !hypothesis.unseen);
  if (!seen[0]?.fits) return seen;
  return [...seen, ...judged.filter(({ hypothesis }) => hypothesis.unseen)];
}
