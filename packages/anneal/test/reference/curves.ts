import type { Exponential, Plan } from "../../src/index.ts";
import type { Reading } from "./units.ts";

/** The textbook formulas, over the share x = t / over of the way from 0 to 1. */
const SHARES = {
  linear: (t: number, over: number) => t / over,
  cosine: (t: number, over: number) => (1 - Math.cos((Math.PI * t) / over)) / 2,
  polynomial: (t: number, over: number, power: number) => 1 - ((over - t) / over) ** power,
};

/** The value of a ramp at `t` before its end. */
export function rampAt(
  plan: Extract<Plan, { kind: keyof typeof SHARES | "geometric" }>,
  t: number,
  over: number,
  from: Reading,
  to: Reading,
): Reading {
  if (t >= over) return to;
  if (plan.kind === "geometric") {
    const value = from.value * (to.value / from.value) ** (t / over);
    return { value, scale: value * Math.max(from.scale / from.value, to.scale / to.value) };
  }
  const share = SHARES[plan.kind](t, over, plan.kind === "polynomial" ? plan.power : 1);
  const value = from.value + (to.value - from.value) * share;
  return { value, scale: Math.max(from.scale, to.scale) };
}

/** The value of an exponential at `t`, or just before it. */
export function exponentialAt(plan: Exponential, t: number, every: number, from: Reading, before: boolean): Reading {
  const turns = t / every;
  const stairs = before ? Math.ceil(turns) - 1 : Math.floor(turns);
  const change = plan.factor ** (plan.staircase ? stairs : turns);
  return { value: from.value * change, scale: from.scale * change };
}

/** Which level of a piecewise plan holds at `t`, or just before it: -1 for the first. */
export function levelAt(t: number, at: readonly number[], before: boolean): number {
  return at.filter((change) => (before ? change < t : change <= t)).length - 1;
}
