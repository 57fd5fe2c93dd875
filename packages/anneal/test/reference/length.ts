import type { Part, Plan } from "../../src/index.ts";
import { updatesFor } from "./amount.ts";
import { type Ground, stepsOf } from "./units.ts";

type PlanOf<K extends Plan["kind"]> = Extract<Plan, { kind: K }>;

/** How a kind's length follows from its fields. */
type Lengths = { readonly [K in Plan["kind"]]: (plan: PlanOf<K>, run: Ground) => number };

const endless = (): number => Number.POSITIVE_INFINITY;

const ramp = ({ over, inclusive }: PlanOf<"linear">, run: Ground): number => {
  const steps = stepsOf(over, run);
  return inclusive ? Math.max(steps - 1, 0) : steps;
};

const LENGTHS: Lengths = {
  constant: ({ over }, run) => (over === undefined ? endless() : stepsOf(over, run)),
  linear: ramp,
  cosine: (plan, run) => ramp({ ...plan, kind: "linear" }, run),
  polynomial: (plan, run) => (plan.cycle ? endless() : ramp({ ...plan, kind: "linear" }, run)),
  geometric: (plan, run) => ramp({ ...plan, kind: "linear" }, run),
  tanh: (plan, run) => ramp({ ...plan, kind: "linear" }, run),
  logarithmic: (plan, run) => ramp({ ...plan, kind: "linear" }, run),
  exponential: endless,
  powerLaw: endless,
  piecewise: endless,
  cosineWave: endless,
  custom: endless,
  repeat: endless,
  clamp: ({ plan }, run) => lengthOf(plan, run),
  shift: ({ plan, by }, run) => Math.max(lengthOf(plan, run) - by, 0),
  product: ({ factors }, run) => lengthOf(factors[0] as Plan, run),
  sum: ({ terms }, run) => lengthOf(terms[0] as Plan, run),
  clock: ({ plan, unit }, run) => updatesFor(lengthOf(plan, inside(run, unit)), inside(run, unit).clock),
  sequence: ({ parts }, run) =>
    parts.map(placed).reduce((start, { plan, until, clock }) => {
      if (until !== undefined) return stepsOf(until, run);
      return lengthOf(plan, run) + (clock === "global" ? 0 : start);
    }, 0),
};

/** How long a plan lasts on its clock: Infinity when it never ends, NaN when it takes the rest. */
export function lengthOf(plan: Plan, run: Ground): number {
  return (LENGTHS[plan.kind] as (plan: Plan, run: Ground) => number)(plan, run);
}

/** The run as it is inside of a clock. */
export function inside(run: Ground, unit: "samples" | "tokens"): Ground & Required<Pick<Ground, "clock">> {
  return { ...run, clock: (unit === "samples" ? run.samplesPerStep : run.tokensPerStep) ?? Number.NaN };
}

/** What a sequence lists, always as a part. */
export function placed(part: Plan | Part): Part {
  return "kind" in part ? { plan: part } : part;
}
