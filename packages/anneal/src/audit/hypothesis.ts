import type { Subject } from "./subject.ts";
import type { Severity, SignatureName } from "./verdict.ts";

/** One guess of what happened, with all of its numbers: which rate each update then had. */
export interface Hypothesis {
  /** How much it assumes, in bits: what assumes less is preferred among those that fit. */
  readonly cost: number;
  readonly text: string;
  /** What it is called where its signature's title does not fit. Default: as its signature says. */
  readonly title?: string;
  /** How to mend it, where that depends on what happened. Default: as its signature says. */
  readonly mend?: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Where the schedule stood at an update, in steps of the plan, if that is all that was wrong. */
  position?(update: number): number;
  /** The rate of an update. */
  at(update: number): number;
  /** No row and no resume shows that it happened when it says, and not all along. */
  readonly unseen?: true;
  /** The shifts of the log that it is tried with. Default: all. */
  readonly shifts?: readonly number[];
}

/** One bug, or one convention, by what it leaves in a log. One file each in `signatures/`. */
export interface Signature {
  readonly name: SignatureName;
  readonly title: string;
  readonly severity: Severity;
  readonly mend: string;
  /** It has others as special cases: where it is the same curve, it says the same in general terms. */
  readonly general?: true;
  /** It speaks of a ramp: the plan has to have one at some of the rows that tell it. */
  readonly ramp?: true;
  /** The guesses that these rows allow; empty where it cannot be. */
  find(subject: Subject): readonly Hypothesis[];
}
