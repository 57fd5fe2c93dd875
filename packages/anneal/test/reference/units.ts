import type { Level, Run, Time } from "../../src/index.ts";

/** A time as steps, read as the documentation words it; NaN for "rest". */
export function stepsOf(time: Time, run: Run): number {
  if (typeof time === "number") return time;
  if (time === "rest") return Number.NaN;
  const [, count, unit] = /^([\d.e+-]+) ?([a-z%]+?)s?$/i.exec(time) as unknown as [string, string, string];
  if (unit === "step") return Number(count);
  if (unit === "%") return (Number(count) * (run.steps as number)) / 100;
  if (unit === "epoch") return Number(count) * (run.stepsPerEpoch as number);
  return Number(count) / (run[unit === "sample" ? "samplesPerStep" : "tokensPerStep"] as number);
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
