import type { BatchSize, Level, Run, Time } from "../../src/index.ts";
import { amountAt, updatesFor } from "./amount.ts";

/** A run, and inside of a plan on a clock what that clock counts. */
export interface Ground extends Run {
  readonly clock?: BatchSize;
}

/** A time on the plan's clock, steps for most, read as the documentation words it; NaN for "rest". */
export function stepsOf(time: Time, { clock, ...run }: Ground): number {
  if (typeof time === "number") return nearWhole(time);
  if (time === "rest") return Number.NaN;
  const updates = nearWhole(updatesOf(time, run));
  return clock === undefined ? updates : nearWhole(amountAt(updates, clock));
}

function updatesOf(time: string, run: Run): number {
  const [, count, unit] = /^([\d.e+-]+) ?([a-z%]+?)s?$/i.exec(time) as unknown as [string, string, string];
  if (unit === "step") return Number(count);
  if (unit === "%") return (Number(count) * (run.steps as number)) / 100;
  if (unit === "epoch") return Number(count) * (run.stepsPerEpoch as number);
  return updatesFor(Number(count), run[unit === "sample" ? "samplesPerStep" : "tokensPerStep"] as BatchSize);
}

/** Next to a whole step it is that step, and next to a whole turn that turn. */
export function nearWhole(steps: number): number {
  const whole = Math.round(steps);
  return Math.abs(steps - whole) <= 1e-9 * whole ? whole : steps;
}

/** A value, and the size of the levels that it was computed from: rounding is as large as they are, not as the value. */
export interface Reading {
  readonly value: number;
  readonly scale: number;
}

/** A level as a value. */
export function readingOf(level: Level, run: Run, last: Reading): Reading {
  if (level === "last") return last;
  const value = typeof level === "number" ? level : Number.parseFloat(level) * (run.base as number);
  return { value, scale: value };
}
