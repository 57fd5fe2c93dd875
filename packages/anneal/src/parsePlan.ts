import { Problems, refuse } from "./error.ts";
import { isObject } from "./field.ts";
import { freeze } from "./freeze.ts";
import type { Plan } from "./plan.ts";
import { readPlan } from "./readPlan.ts";
import { VERSION } from "./version.ts";

/**
 * Reads a plan from untrusted data, such as parsed JSON: every problem at once, or a deeply frozen plan.
 *
 * - `saved`: the saved form; its root may have `version: 1`. At most 64 plans deep, 32 characters in a text,
 *   100,000 entries in a list and 320,000 in all, where a text in a list counts as 2 and each plan as 30.
 *
 * Throws a PlanError that lists each problem with its path.
 *
 * @example
 * ```ts
 * import { parsePlan } from "anneal";
 * parsePlan(JSON.parse('{"version":1,"kind":"constant","value":"1x"}')); // => { kind: "constant", value: "1x" }
 * parsePlan({ kind: "linaer", from: 0, to: "1x", over: 5 }); // => throws PlanError: did you mean "linear"?
 * ```
 */
export function parsePlan(saved: unknown): Plan {
  const problems = new Problems();
  if (typeof saved === "string") refuse("", "an object (JSON.parse)", saved);
  let plan = saved;
  if (isObject(saved) && Object.hasOwn(saved, "version")) {
    const { version, ...rest } = saved;
    if (version !== VERSION) problems.add("version", `${VERSION}, the version that this library reads`, version);
    plan = rest;
  }
  readPlan(plan, "", problems);
  problems.throwIfAny();
  return freeze(plan as Plan);
}
