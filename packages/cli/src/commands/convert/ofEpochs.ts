import { functions as ours, type Plan } from "anneal";
import { heldFor } from "anneal/interop";
import type { Curve } from "../../source/curves.ts";
import { functionsOf } from "./functionsOf.ts";

/** The function that a curve of epochs is, in the plans that are written of it. */
const NAME = "ofEpoch";

/**
 * A curve of updates that counted epochs, by formulas: as a decay in stairs where it is one, and as its own formula of
 * the epoch; none where that calls a function of the source, which no code would have.
 */
export function ofEpochs(curve: Curve, held: Curve): readonly Curve[] {
  const { plan, run, functions } = curve;
  const { heldFor: updates } = held;
  if (updates === undefined || functionsOf(plan).some((name) => !Object.hasOwn(ours, name))) return [];
  const written = heldFor(plan, run, updates, { functions });
  const formula = {
    ...held,
    plan: { kind: "custom", name: NAME },
    functions: { ...functions, [NAME]: written },
  } as const;
  const stairs = stairsOf(plan, updates);
  return stairs ? [{ ...held, plan: stairs }, formula] : [formula];
}

/** A decay that goes down once an epoch, or once in several of them. */
function stairsOf(plan: Plan, updates: number): Plan | undefined {
  if (plan.kind !== "exponential") return undefined;
  const { every, staircase } = plan;
  const isStepped = every === 1 || (staircase === true && Number.isInteger(every));
  return isStepped && Number.isInteger(updates)
    ? { ...plan, every: (every as number) * updates, staircase: true }
    : undefined;
}
