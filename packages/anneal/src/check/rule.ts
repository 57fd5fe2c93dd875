import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What a rule says: a finding without its code, at a path below the plan. */
export type Told = Omit<Finding, "code">;

/** A rule: one kind of mistake, and exactly when it speaks. */
export interface Rule {
  /** Its stable code; codes are never used again. */
  readonly code: string;
  /** Its name in a few words. */
  readonly title: string;
  /** The codes of what follows from the same mistake, and is not told beside it. */
  readonly explains?: readonly string[];
  find(subject: Subject): readonly Told[];
}
