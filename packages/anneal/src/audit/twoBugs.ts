import { explain, explanationsOf } from "./explanationsOf.ts";
import type { Signature } from "./hypothesis.ts";
import { displaced } from "./signatures/displaced.ts";
import { rescaled } from "./signatures/rescaled.ts";
import { restarted } from "./signatures/restarted.ts";
import { steppedPerMicroBatch } from "./signatures/steppedPerMicroBatch.ts";
import { steppedPerProcess } from "./signatures/steppedPerProcess.ts";
import { steppedTwice } from "./signatures/steppedTwice.ts";
import { stopped } from "./signatures/stopped.ts";
import { warmupDiffers } from "./signatures/warmupDiffers.ts";
import { wrongBaseOnResume } from "./signatures/wrongBaseOnResume.ts";
import { Subject } from "./subject.ts";
import { type Judged, judge } from "./tried.ts";
import type { Explanation } from "./verdict.ts";

/** What makes a whole run go faster through its schedule, what happens at one moment of it, and another warm-up. */
const FASTER: readonly Signature[] = [steppedPerProcess, steppedPerMicroBatch, steppedTwice];
const AT_ONCE: readonly Signature[] = [restarted, rescaled, displaced, stopped, wrongBaseOnResume, warmupDiffers];

/** So many rows the first explains alone at least, and each event of the second: one row is at some place of any curve. */
const LEAST_ROWS = 3;

/** Two bugs of one run, and what else the second may be. */
export interface TwoBugs {
  readonly bugs: readonly [Explanation, Explanation];
  readonly others: readonly Explanation[];
}

/**
 * Two bugs that explain the rows together where none does by itself: a schedule that is stepped several times for each
 * update, and what happened at a resume of that run, or another warm-up. The second is told in the log's own updates; its numbers are steps
 * of the schedule.
 */
export function twoBugs(subject: Subject, steps: Float64Array): TwoBugs | undefined {
  const { plan, run, options, perEpoch, logged, unit } = subject;
  if (unit === "epoch") return undefined;
  for (const signature of FASTER) {
    const [alone] = judge(subject, [signature]);
    const factor = alone?.hypothesis.numbers.factor;
    if (factor === undefined || (alone as Judged).explained < LEAST_ROWS) continue;
    // What a run shows that goes so many steps at once is what a run that goes one shows at so many times the update.
    const times = (updates: Float64Array | readonly number[]) => updates.map((update) => factor * update);
    const faster = new Subject(plan, run, options, perEpoch, {
      ...logged,
      updates: times(logged.updates) as Float64Array,
      resumes: times(logged.resumes) as readonly number[],
      slack: factor * logged.slack,
      spacing: factor * logged.spacing,
      shifts: [0, factor - 1, factor],
    });
    const { best, others } = explanationsOf(faster, steps, seenIn(faster));
    const events = best?.numbers.restarts ?? 1;
    if (best && best.explained >= LEAST_ROWS * events)
      return { bugs: [explain(subject, steps, alone as Judged, best.confidence), best], others };
  }
  return undefined;
}

/** What happened at one moment, where rows show that moment: two guesses at once are no room for a third. */
function seenIn(faster: Subject): readonly Judged[] {
  return judge(faster, AT_ONCE).filter(({ hypothesis }) => !hypothesis.unseen);
}
