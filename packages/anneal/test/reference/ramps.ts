import type { Plan, Run } from "../../src/index.ts";
import { nearWhole, type Reading, stepsOf } from "./units.ts";

/** The plans that go from one level to another. */
export type RampPlan = Extract<
  Plan,
  { kind: "linear" | "cosine" | "polynomial" | "geometric" | "tanh" | "logarithmic" }
>;

type Shares = {
  readonly [K in RampPlan["kind"]]: (plan: Extract<RampPlan, { kind: K }>, t: number, over: number, run: Run) => number;
};

/** The textbook formulas: how much of the way is left at `t`, 1 at the beginning and 0 at the end. */
const SHARES: Shares = {
  linear: (_, t, over) => (over - t) / over,
  // ((1 + cos x) / 2) ** power, where the half angle keeps its digits near the end.
  cosine: ({ power = 1, k = 1 }, t, over) =>
    power === 1 && k === 1
      ? (1 + Math.cos((Math.PI * t) / over)) / 2
      : Math.abs(Math.cos((Math.PI * (t / over) ** k) / 2)) ** (2 * power),
  polynomial({ power, k = 1, cycle = false }, t, over) {
    const horizon = cycle ? over * Math.max(1, Math.ceil(nearWhole(t / over))) : over;
    return (1 - Math.min(t / horizon, 1) ** k) ** power;
  },
  geometric: ({ ratio = Number.NaN }, t, over) => (ratio ** (t / over) - ratio) / (1 - ratio),
  tanh: ({ lower = -7, upper = 3 }, t, over) => (1 - Math.tanh(lower * (1 - t / over) + upper * (t / over))) / 2,
  logarithmic({ every = 1 }, t, over, run) {
    const unit = stepsOf(every, run);
    // A log of 1 plus a little would lose the little's digits.
    return 1 - Math.log1p(t / unit) / Math.log1p(over / unit);
  },
};

/** The value of a ramp at `t`, or where it was heading just before `t`. */
export function rampAt(
  plan: RampPlan,
  t: number,
  over: number,
  run: Run,
  from: Reading,
  to: Reading,
  before: boolean,
): Reading {
  const endless = plan.kind === "polynomial" && plan.cycle && over > 0;
  if (!endless && (t > over || over === 0 || (t === over && !before))) return to;
  if (plan.kind === "geometric" && plan.ratio === undefined) {
    const value = from.value * (to.value / from.value) ** (t / over);
    return { value, scale: value * Math.max(from.scale / from.value, to.scale / to.value) };
  }
  const share = (SHARES[plan.kind] as (plan: RampPlan, t: number, over: number, run: Run) => number)(
    plan,
    t,
    over,
    run,
  );
  const value = to.value + (from.value - to.value) * share;
  return { value, scale: Math.max(from.scale, to.scale) };
}
