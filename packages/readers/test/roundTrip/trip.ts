import { type Plan, PlanError, schedule } from "anneal";
import { BARS } from "../../../anneal/test/parity/compare.ts";
import { read } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";
import type { Subject } from "./subjects.ts";
import type { Target } from "./targets.ts";

/** How a configuration comes back from a framework. */
export type Trip =
  /** Its own words, or a formula, with the same curve. */
  | { readonly as: "idiom" | "formula" }
  /** A formula that the reader does not read, or nothing that can be written, and why. */
  | { readonly as: "notRead" | "refused"; readonly why: string }
  | { readonly as: "different"; readonly why: string; readonly code: string };

/** A formula is a function of its own, which the code's words are not. */
const FORMULA = /^(?:def (?!make_scheduler)|class )/m;

/** Writes a plan as a framework's code, reads that text, and compares the two curves. */
export function trip(subject: Subject, target: Target): Trip {
  const { plan, run, functions } = subject;
  let code: string;
  try {
    const written = target.write(plan, run, functions ? { functions } : {});
    code = written.code;
    if (code === "") return { as: "refused", why: "it has no words for it" };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { as: "refused", why: error.message };
  }
  const isFormula = FORMULA.test(code);
  const unread = (why: string): Trip => (isFormula ? { as: "notRead", why } : { as: "different", why, code });
  let readings: readonly Reading[];
  try {
    readings = read(code, { from: target.from, values: target.values(run) });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return unread(error.message);
  }
  const [reading, ...more] = readings;
  if (more.length > 0) return { as: "different", why: `${readings.length} readings`, code };
  const why = missing(reading);
  if (why || !reading) return unread(why ?? "");
  const far = difference(subject, reading);
  return far === undefined ? { as: isFormula ? "formula" : "idiom" } : { as: "different", why: far, code };
}

function missing(reading: Reading | undefined): string | undefined {
  if (reading?.program?.lr && reading.needs.length === 0) return undefined;
  return `${[...(reading?.needs.map(({ name }) => `needs ${name}`) ?? []), ...(reading?.problems.map(({ expected }) => expected) ?? [])].join("; ")}`;
}

const { bar, share } = BARS.float64;

function difference({ plan, run, functions, positions }: Subject, reading: Reading): string | undefined {
  const theirs = [reading.program?.lr].flat();
  if (theirs.length !== 1) return `${theirs.length} groups`;
  const own = schedule<Plan>(plan, run, functions ? { functions } : {});
  const back = schedule<Plan>(
    theirs[0] as Plan,
    { base: run.base ?? 1, steps: run.steps, ...reading.run },
    { functions: reading.functions ?? {} },
  );
  const peak = positions.reduce((most, step) => Math.max(most, Math.abs(own(step))), 0);
  const far = positions.find((step) => {
    const [a, b] = [own(step), back(step)];
    return !(a === b || Math.abs(a - b) <= bar * (Math.abs(a) + share * peak) || (Number.isNaN(a) && Number.isNaN(b)));
  });
  return far === undefined ? undefined : `at ${far}: ${own(far)}, read ${back(far)}`;
}
