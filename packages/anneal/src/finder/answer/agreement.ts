import type { Reading } from "./reading.ts";

/** How far the seeds agree. */
export interface Agreement {
  /** For how many of them the loss clearly falls. */
  readonly improved: number;
  /** The factor between the highest and the lowest rate that one of these would be given. */
  readonly spread: number;
}

/** Compares what each seed's own curve says. */
export function agreement(rates: readonly number[], each: readonly Reading[]): Agreement {
  const improved = each.filter(({ clear }) => clear);
  const middles = improved.map(({ from, to }) => middle(rates[from] as number, rates[to] as number));
  return { improved: improved.length, spread: improved.length > 0 ? Math.max(...middles) / Math.min(...middles) : 1 };
}

/** The rate in the middle of two, on a logarithmic scale. */
export function middle(from: number, to: number): number {
  return Math.sqrt(from) * Math.sqrt(to);
}
