/** One line of the report: a figure of Anneal, what it is held against, and the bar. */
export interface Row {
  /** What was measured. */
  readonly what: string;
  /** The unit of `anneal` and `against.value`. */
  readonly unit: "ns" | "ns/value" | "µs" | "ms" | "s" | "B" | "kB" | "MB" | "%" | "writes";
  /** The median that belongs to Anneal. */
  readonly anneal: number;
  /** The median of the other side. With it the bar is on the ratio, without it on the figure itself. */
  readonly against?: { readonly name: string; readonly value: number };
  /** The most that is allowed. */
  readonly bar?: number;
}

/** A line for what could not be measured, and why. */
export interface Skipped {
  readonly what: string;
  readonly skipped: string;
}

/** How thoroughly to measure. */
export interface Effort {
  /** Fresh processes per side. */
  readonly runs: number;
  /** Epochs of a training run. */
  readonly epochs: number;
}

/** One measurement: its name on the command line, and the work that gives its rows. */
export interface Measurement {
  readonly name: string;
  run(effort: Effort): Promise<readonly (Row | Skipped)[]>;
}

/** What the bar is on: the ratio to the other side, or the figure. */
export function figure({ anneal, against }: Row): number {
  return against === undefined ? anneal : anneal / against.value;
}

/** Whether a row is over its bar; a figure that is no number is. */
export function isOver(row: Row | Skipped): boolean {
  return "anneal" in row && row.bar !== undefined && !(figure(row) <= row.bar);
}
