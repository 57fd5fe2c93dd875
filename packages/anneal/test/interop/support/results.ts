import { readFileSync } from "node:fs";
import { BARS } from "../../parity/compare.ts";
import type { Target } from "../targets/target.ts";
import type { SupportCase } from "./cases.ts";

/** How the plans of one kind or recipe came out of one framework. */
export interface Result {
  readonly cases: number;
  /** How many the writer called exact, and the largest deviation among them. */
  readonly exact: number;
  readonly deviation: number;
  /** How many of these are in the framework's own words; the others are the plan's formula. */
  readonly idioms: number;
  /** How many it wrote with a reservation, and the largest deviation among those. */
  readonly near: number;
  readonly nearDeviation: number;
  /** How many it could not write, or not without a function of the user's. */
  readonly none: number;
  /** Why it called them not exact: each reason once, without numbers. */
  readonly reasons: readonly string[];
}

/** Every target's results, by kinds and recipes. */
export interface Results {
  readonly seed: number;
  readonly each: number;
  readonly targets: Readonly<
    Record<string, { readonly ran: string; readonly subjects: Readonly<Record<string, Result>> }>
  >;
}

export const RESULTS = new URL("./results.json", import.meta.url);

export function readResults(): Results {
  return JSON.parse(readFileSync(RESULTS, "utf8")) as Results;
}

/** What a framework gave for one case: its rates, or what it failed with. */
export type Given = readonly number[] | { readonly failed: string };

/** What is wrong: exact code that is not exact, or that does not run. */
export interface Wrong {
  readonly subject: string;
  readonly what: string;
  readonly plan: unknown;
  readonly code: string;
}

/** Puts the cases of one target together. */
export function summarize(
  { precision }: Target,
  cases: readonly SupportCase[],
  given: readonly (Given | null)[],
): { readonly subjects: Readonly<Record<string, Result>>; readonly wrong: readonly Wrong[] } {
  const subjects: Record<string, Result> = {};
  const wrong: Wrong[] = [];
  cases.forEach(({ subject, plan, written, expected }, i) => {
    const { exact, code, notes } = written;
    const values = given[i];
    const before = subjects[subject] ?? NONE;
    const after = { ...before, cases: before.cases + 1 };
    subjects[subject] = after;
    const told = (what: string) => wrong.push({ subject, what, plan, code });
    if (values === null || values === undefined) {
      if (exact) told("exact, and not run");
      const reasons = notes.map((note) => note.replaceAll(/\d[\d.e+-]*/g, "…"));
      subjects[subject] = { ...after, none: before.none + 1, reasons: [...new Set([...before.reasons, ...reasons])] };
    } else if ("failed" in values) {
      told(values.failed);
    } else {
      const deviation = deviationOf(values, expected, precision);
      if (exact) {
        subjects[subject] = {
          ...after,
          exact: before.exact + 1,
          deviation: Math.max(before.deviation, deviation),
          idioms: before.idioms + (FORMULA.test(code) ? 0 : 1),
        };
        if (!(deviation <= precision)) told(`deviates by ${deviation}`);
      } else {
        const reasons = notes.map((note) => note.replaceAll(/\d[\d.e+-]*/g, "…"));
        subjects[subject] = {
          ...after,
          near: before.near + 1,
          nearDeviation: Math.max(before.nearDeviation, deviation),
          reasons: [...new Set([...before.reasons, ...reasons])],
        };
      }
    }
  });
  return { subjects, wrong };
}

/** What a formula is written as. */
const FORMULA = /learning_?rate\(|__call__/i;

const NONE: Result = { cases: 0, exact: 0, deviation: 0, idioms: 0, near: 0, nearDeviation: 0, none: 0, reasons: [] };

/** The largest deviation, by the rule of the parity tables. */
export function deviationOf(values: readonly number[], expected: readonly number[], precision: number): number {
  if (values.length !== expected.length) return Number.POSITIVE_INFINITY;
  const { share } = precision < 1e-9 ? BARS.float64 : BARS.float32;
  const peak = Math.max(...expected.map(Math.abs));
  return Math.max(
    ...expected.map((b, i) => {
      const a = values[i] as number;
      return a === b ? 0 : Math.abs(a - b) / (Math.abs(b) + share * peak);
    }),
  );
}
