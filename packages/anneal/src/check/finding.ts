/** How bad a finding is: it trains wrongly for sure, it probably does, or it is to be known. */
export type Severity = "error" | "warning" | "info";

/** One thing that a rule has to say about a plan in its run. */
export interface Finding {
  /** The rule's stable code, such as `AN001`. */
  readonly code: string;
  readonly severity: Severity;
  /** Where in the plan, such as `parts[0].over`; in a program after its hyperparameter: `lr.parts[0]`, `lr[1].at[2]`. */
  readonly path: string;
  /** The step that it is about, where it is about one. */
  readonly step?: number;
  /** What it means in this run, with its numbers. */
  readonly text: string;
  /** How to mend it. */
  readonly mend: string;
}
