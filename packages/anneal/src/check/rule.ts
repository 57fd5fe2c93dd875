import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What a rule says: a finding without its code, at a path below the plan. */
export interface Told extends Omit<Finding, "code"> {
  /** The codes of warnings and errors that follow from the same mistake, and are not told beside it. */
  readonly explains?: readonly string[];
  /** The paths at which the plan cannot be built for the same reason. */
  readonly refused?: readonly string[];
}

/** A rule: one kind of mistake, and exactly when it speaks. */
export interface Rule {
  /** Its stable code; codes are never used again. */
  readonly code: string;
  /** Its name in a few words. */
  readonly title: string;
  find(subject: Subject): readonly Told[];
}
