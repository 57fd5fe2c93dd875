import type { Signature } from "./hypothesis.ts";
import { anotherTotal } from "./signatures/anotherTotal.ts";
import { scaled } from "./signatures/scaled.ts";
import { stairs } from "./signatures/stairs.ts";
import { steppedPerMicroBatch } from "./signatures/steppedPerMicroBatch.ts";
import { steppedPerProcess } from "./signatures/steppedPerProcess.ts";
import { steppedTwice } from "./signatures/steppedTwice.ts";
import { Subject } from "./subject.ts";
import { type Judged, judge } from "./tried.ts";

/** What makes a whole run go faster through its schedule. */
const FASTER: readonly Signature[] = [steppedPerProcess, steppedPerMicroBatch, steppedTwice];

/** A bug of a whole run: what it explains alone, the run as it was meant to go with that bug, and what else may come on top. */
export interface First {
  readonly alone: Judged;
  readonly rest: Subject;
  readonly also: readonly Signature[];
}

/** The bugs of the whole run that a second one may come on top of. */
export function firstsOf(subject: Subject): readonly First[] {
  const { plan, run, options, perEpoch, logged } = subject;
  const faster = FASTER.flatMap((signature) => {
    const [alone] = judge(subject, [signature]);
    const factor = alone?.hypothesis.numbers.factor;
    if (!alone || factor === undefined) return [];
    // What a run shows that goes so many steps at once is what a run that goes one shows at so many times the update.
    const times = (updates: Float64Array | readonly number[]) => updates.map((update) => factor * update);
    const rest = new Subject(plan, run, options, perEpoch && factor * perEpoch, {
      ...logged,
      updates: times(logged.updates) as Float64Array,
      resumes: times(logged.resumes) as readonly number[],
      slack: factor * logged.slack,
      spacing: factor * logged.spacing,
      shifts: [0, factor - 1, factor],
    });
    // Twice as fast for no known reason, another total may be made of any curve's end.
    return [{ alone, rest, also: signature === steppedTwice ? [] : [anotherTotal] }];
  });
  const { base } = run;
  if (base === undefined) return faster;
  const scaling = judge(subject, [scaled]).flatMap((alone) => {
    const { factor, at } = alone.hypothesis.numbers;
    if (factor === undefined || at !== undefined) return [];
    const rest = new Subject(plan, { ...run, base: factor * base }, options, perEpoch, logged);
    return [{ alone, rest, also: [...FASTER, stairs, anotherTotal] }];
  });
  return [...faster, ...scaling];
}
