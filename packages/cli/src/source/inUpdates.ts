import { type Plan, piecewise, type Run, type Schedule, type Time } from "anneal";
import { UsageError } from "../usageError.ts";
import type { Curve } from "./curves.ts";
import { stepsOf } from "./stepsOf.ts";

/** How many epochs a plan may be written out in. */
const MOST = 100_000;

/** Where it is looked whether a plan goes on changing, in lengths of its own. */
const LATER = [1, 1.01, 1.1, 1.5, 2, 3, 10] as const;

/** A curve that counts epochs as one of updates, with the rate of an epoch for all of its updates; others as they are. */
export function inUpdates(curve: Curve): Curve {
  const { updatesPerEpoch: each, run: own, at: ofEpoch, unit } = curve;
  if (unit !== "epoch" || each === undefined) return curve;
  const steps = own.steps === undefined ? undefined : Math.round(own.steps * each);
  const run: Run = { ...own, ...(steps === undefined ? {} : { steps }), stepsPerEpoch: each };
  // Within 1e-9 of an epoch's end it is over, as for every time.
  const epochOf = (update: number) => Math.floor(update / each + 1e-9);
  const at = (update: number) => ofEpoch(epochOf(update));
  const fill: Schedule["fill"] = (out, first = 0) => {
    for (let i = 0; i < out.length; i++) out[i] = at(first + i);
    return out;
  };
  const plan = heldPlan(curve);
  const toJSON = () => ({ version: 1, ...plan });
  const lasts = own.steps === undefined ? endOf(curve) : undefined;
  return {
    ...{ ...curve, plan, run, unit: "update", updatesPerEpoch: undefined, heldFor: each, ofEpoch },
    at: Object.assign(at, { fill, plan, run, toJSON }),
    lasts: lasts === undefined ? undefined : Math.ceil(lasts * each),
  };
}

function endOf(curve: Curve): number | undefined {
  try {
    return stepsOf(curve);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The plan as levels that are held from epoch to epoch, as far as the run or the plan says something. */
function heldPlan(curve: Curve): Plan {
  const { at, name } = curve;
  const epochs = Math.ceil(endOf(curve) ?? 1000);
  if (epochs > MOST) throw new UsageError(`${name}: ${epochs} epochs are too many to be counted in updates`);
  const [places, levels]: [Time[], number[]] = [[], []];
  for (let epoch = 1; epoch < epochs; epoch++) {
    const value = at(epoch);
    if (Object.is(value, levels.at(-1) ?? at(0))) continue;
    places.push(epoch === 1 ? "1 epoch" : `${epoch} epochs`);
    levels.push(value);
  }
  return piecewise({ from: at(0), at: places, to: levels });
}

/** Whether a plan in epochs says no more after what is written out of it. */
export function endsThere({ run, at, plan }: Curve): boolean {
  if (run.steps !== undefined) return true;
  const end = lastChange(plan) * (run.stepsPerEpoch ?? 1);
  return LATER.every((times) => at(Math.ceil(end * times) + 1) === at(end));
}

function lastChange(plan: Plan): number {
  return plan.kind === "piecewise" ? Number.parseFloat(String(plan.at.at(-1) ?? 0)) : 0;
}
