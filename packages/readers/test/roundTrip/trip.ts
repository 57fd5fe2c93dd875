import { type Plan, PlanError, schedule } from "anneal";
import { BARS } from "../../../anneal/test/parity/compare.ts";
import { read } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";
import type { Subject } from "./subjects.ts";
import type { Target } from "./targets.ts";

/** How a configuration comes back from a framework. */
export type Trip =
  /** In its own words, or as a formula, with the same curve. */
  | { readonly as: "idiom" | "formula" }
  /** As what is written but not read, or as nothing that can be written, and why. */
  | { readonly as: "notRead"; readonly why: string }
  | { readonly as: "refused"; readonly why: string }
  | { readonly as: "different"; readonly why: string; readonly code: string };

/** A formula is a function of its own, which the code's words are not. */
const FORMULA = /^(?:def (?!make_scheduler)|class )/m;

/** A constant rate alone, which is no schedule to a reader. */
const NUMBER = /^\w+ = [\d.e+-]+\n$/;

/** Writes a plan as a framework's code, reads that text, and compares the two curves. */
export function trip(subject: Subject, target: Target): Trip {
  const { plan, run, functions } = subject;
  let code: string;
  try {
    code = target.write(plan, run, functions ? { functions } : {}).code;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { as: "refused", why: error.message };
  }
  if (code === "") return { as: "refused", why: "there are no words for it" };
  if (NUMBER.test(code)) return { as: "notRead", why: "a number alone" };
  const isFormula = FORMULA.test(code);
  const found = readBack(code, isFormula ? target.formula : target.from, subject, target);
  if (typeof found === "string")
    return isFormula ? { as: "notRead", why: found } : { as: "different", why: found, code };
  const far = difference(subject, found);
  return far === undefined ? { as: isFormula ? "formula" : "idiom" } : { as: "different", why: far, code };
}

/** The one schedule of a text, or why there is none. */
function readBack(code: string, from: string, { run }: Subject, { before, values }: Target): Reading | string {
  try {
    const readings = read(`${before?.(run) ?? ""}${code}`, { from, values: values?.(run) ?? {} });
    const [reading] = readings;
    if (!reading || readings.length > 1) return `${readings.length} readings`;
    const { program, needs, problems } = reading;
    if (program?.lr && needs.length === 0) return reading;
    return [...needs.map(({ why }) => why), ...problems.map(({ expected }) => expected)].join("; ");
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.message;
  }
}

const { bar, share } = BARS.float64;

/** The first step at which a plan that was read is another: by more than 1e-12 and 1e-15 of the highest rate. */
function difference({ plan, run, functions, positions }: Subject, reading: Reading): string | undefined {
  const theirs = [reading.program?.lr].flat();
  if (theirs.length !== 1) return `${theirs.length} groups`;
  const { base = 1, steps } = run;
  const own = schedule<Plan>(plan, run, functions ? { functions } : {});
  const facts = { base, steps, ...reading.run };
  const back = schedule<Plan>(theirs[0] as Plan, facts, { functions: reading.functions ?? {} });
  const peak = positions.reduce((most, step) => Math.max(most, Math.abs(own(step))), base);
  const far = positions.find((step) => {
    const [a, b] = [own(step), back(step)];
    return !Object.is(a, b) && !(Math.abs(a - b) <= bar * (Math.abs(a) + share * peak));
  });
  return far === undefined ? undefined : `at ${far}: ${own(far)}, read ${back(far)}`;
}
