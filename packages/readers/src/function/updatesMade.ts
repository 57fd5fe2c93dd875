import { withLength } from "../clocked.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { isOptimizer } from "../loops.ts";
import type { Found } from "../reading.ts";

/** A function of the count of updates with how many of them the loops around a text's only optimizer's step make. */
export function updatesMade(found: Found, { steps = [] }: Document, context: Context): Found {
  const [only, ...others] = steps.filter(isOptimizer);
  if (!only || others.length > 0 || only.loops.length === 0 || found.run?.steps !== undefined) return found;
  const { run } = withLength({ ...found, unit: "update" }, only, context);
  return run?.steps === undefined ? found : { ...found, run };
}
