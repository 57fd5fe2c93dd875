import type { Finding } from "anneal/check";

/** A finding of a schedule of a source. */
export interface Reported extends Omit<Finding, "step"> {
  readonly step: number | undefined;
  /** The file, as it was given; undefined for standard input and for a call. */
  readonly file: string | undefined;
  /** What the source is called: the file, `-`, or the call. */
  readonly source: string;
  /** Which schedule of the source, where it has several. */
  readonly schedule: string | undefined;
  readonly place: { readonly line: number; readonly column: number } | undefined;
}

/** All that a command line found. */
export interface Report {
  readonly findings: readonly Reported[];
  /** How many schedules were checked. */
  readonly checked: number;
  /** Of how many of them the run's length is not known, so that most rules are silent. */
  readonly withoutSteps: number;
}

/** What reading a source tells, by codes beside those of the rules. */
export const READING = [
  { code: "AN900", title: "a note of the reader's" },
  { code: "AN901", title: "a fact that the source does not have" },
  { code: "AN902", title: "a schedule that cannot be read" },
] as const;

/** How many findings of each severity there are. */
export function countsOf({ findings }: Report): { errors: number; warnings: number; infos: number } {
  const count = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}
