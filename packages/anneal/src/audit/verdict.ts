/** A row of the log beside what is expected there. */
export interface Deviation {
  /** `|logged - expected|`. */
  readonly absolute: number;
  /** The same as a share of what is expected; Infinity where that is 0. */
  readonly relative: number;
  /** The row's step, on the log's clock. */
  readonly step: number;
  readonly logged: number;
  readonly expected: number;
}

/** How bad what was found is: it trained wrongly, it probably did, or it is a convention that only has to be known. */
export type Severity = "error" | "warning" | "info";

/** The name of what can be found, a section of docs/audit.md each. */
export type SignatureName =
  | "shifted"
  | "inclusiveEnd"
  | "fractionalEpochs"
  | "loggedPerMicroBatch"
  | "steppedPerProcess"
  | "steppedPerMicroBatch"
  | "steppedTwice"
  | "steppedTooOften"
  | "steppedTooSeldom"
  | "steppedPerBatch"
  | "steppedPerEpoch"
  | "stairs"
  | "countedPerProcess"
  | "countedPerMicroBatch"
  | "anotherTotal"
  | "restarted"
  | "rescaled"
  | "displaced"
  | "stopped"
  | "wrongBaseOnResume"
  | "warmupTwice"
  | "skippedUpdates"
  | "neverScheduled"
  | "groupNeverScheduled"
  | "groupsSwapped"
  | "scaled"
  | "warmupMissing"
  | "warmupDiffers"
  | "milestoneDiffers"
  | "floorIgnored"
  | "floorAdded";

/** One explanation of a log that differs from its plan, with how well it explains it. */
export interface Explanation {
  readonly name: SignatureName;
  /** Its title in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** From 0 to 1: the share of rows that it explains, less where little tells it from the next best. */
  readonly confidence: number;
  /** What happened, with the log's numbers. */
  readonly text: string;
  /** How to mend it. */
  readonly mend: string;
  /** Rows that show it, in words. */
  readonly evidence: readonly string[];
  /** What was estimated from the rows, such as `factor`, `at`, `total`, `lag`. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Which update a row tells, counted from its own step: 0, 1 where the next rate is logged, -1 where the last is. */
  readonly shift: number;
  /** How many rows tell it from the plan, and how many of those it explains. */
  readonly informative: number;
  readonly explained: number;
  /** The largest deviation that it leaves. */
  readonly left: Deviation;
  /** The rate that it expects at a step of the log. */
  at(step: number): number;
}

/** What became of the log's rows. */
export interface AuditedRows {
  readonly given: number;
  /** Those that were compared. */
  readonly used: number;
  /** Those without a rate. */
  readonly missing: number;
  /** Those of a step that was logged again later, or that a resumed run went over again. */
  readonly overwritten: number;
  /** The steps of the first and of the last row that was compared, on the log's clock. */
  readonly first: number;
  readonly last: number;
  /** How many updates one step of the log is. */
  readonly spacing: number;
}

/** How a log compares with its plan. */
export interface Audit {
  /**
   * `agrees`: every row is the plan's value up to the log's digits, as it stands or after a convention. `bug`: it
   * differs, and `bug` says how. `unknown`: it differs, and no known signature fits.
   */
  readonly verdict: "agrees" | "bug" | "unknown";
  /** It in one sentence. */
  readonly text: string;
  /** What happened; there exactly where the verdict is `bug`. */
  readonly bug?: Explanation;
  /** The convention after which the log agrees, where it does not as it stands. */
  readonly convention?: Explanation;
  /**
   * Two bugs at once, where the verdict is `unknown` and they explain every row together: the one of the whole run, with
   * the rows that it explains alone, and the one that happened in it, with the confidence in both.
   */
  readonly together?: readonly [Explanation, Explanation];
  /** The largest deviation from the plan as it stands. */
  readonly deviation: Deviation;
  /** What else explains it or nearly does, the best first; those that cannot be told from `bug` have its confidence. */
  readonly others: readonly Explanation[];
  readonly rows: AuditedRows;
  /** The log's precision in words, such as `4 significant digits`. */
  readonly precision: string;
  /** What else is to be known, in words. */
  readonly notes: readonly string[];
}
