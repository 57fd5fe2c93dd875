import type { CosineWave, Exponential, PowerLaw } from "../../src/index.ts";
import { nearWhole, type Reading } from "./units.ts";

/** How many whole turns are done at `t`, or were just before it. */
export function turnsAt(t: number, every: number, before: boolean): number {
  const turns = nearWhole(t / every);
  return before ? Math.max(Math.ceil(turns) - 1, 0) : Math.floor(turns);
}

/** The value of an exponential at `t`, or just before it. */
export function exponentialAt(
  { factor, staircase }: Exponential,
  t: number,
  every: number,
  from: Reading,
  to: Reading,
  before: boolean,
): Reading {
  const change = factor ** (staircase ? turnsAt(t, every, before) : t / every);
  const value = to.value + (from.value - to.value) * change;
  return { value, scale: to.scale + (from.scale + to.scale) * change };
}

/** The value of a power law at `t`, or just before it. */
export function powerLawAt(plan: PowerLaw, t: number, every: number, from: Reading, before: boolean): Reading {
  const { rate = 1, power, staircase } = plan;
  const change = (1 + rate * (staircase ? turnsAt(t, every, before) : t / every)) ** power;
  return { value: from.value * change, scale: from.scale * change };
}

/** The value of a wave at `t`, by its place in the period. */
export function waveAt(_: CosineWave, t: number, over: number, from: Reading, to: Reading): Reading {
  const gone = (1 - Math.cos((Math.PI * (t % (2 * over))) / over)) / 2;
  return { value: from.value + (to.value - from.value) * gone, scale: Math.max(from.scale, to.scale) };
}

/** Which level of a piecewise plan holds at `t`, or just before it: -1 for the first. */
export function levelAt(t: number, at: readonly number[], before: boolean): number {
  return at.filter((change) => (before ? change < t : change <= t)).length - 1;
}
