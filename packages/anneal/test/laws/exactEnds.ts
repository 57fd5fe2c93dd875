import { expect } from "vitest";
import type { Level } from "../../src/index.ts";
import { endOf } from "../reference/corners.ts";
import { readingOf, stepsOf } from "../reference/units.ts";
import type { Read } from "./read.ts";

/** A plan is at its levels to the last bit where it says that it is. */
export function exactEnds({ plan, run, lr }: Read): void {
  const value = (level: Level) =>
    level === "1x" ? run.base : readingOf(level, run, { value: Number.NaN, scale: 0 }).value;
  const exactly = (level: Level, step: number) => {
    if (typeof level === "number" || level === "1x") expect(lr(step), `level ${level} at ${step}`).toBe(value(level));
  };
  if (plan.kind === "constant") for (const step of [0, 1.5, 1e6]) exactly(plan.value, step);
  if (plan.kind === "piecewise") plan.at.forEach((time, i) => void exactly(plan.to[i] as Level, stepsOf(time, run)));
  else if ("from" in plan && plan.kind !== "tanh" && endOf(plan, run) > 0) exactly(plan.from, 0);
  if (plan.kind === "cosineWave" || (plan.kind === "polynomial" && plan.cycle)) {
    const over = plan.over === "rest" ? (run.steps as number) : stepsOf(plan.over, run);
    const turns = "inclusive" in plan && plan.inclusive ? Math.max(over - 1, 0) : over;
    for (const turn of [1, 3, 7]) exactly(plan.to, turn * turns);
    if (plan.kind === "cosineWave") for (const turn of [2, 4, 10]) exactly(plan.from, turn * turns);
  } else if ("to" in plan && "over" in plan) exactly(plan.to, endOf(plan, run));
}
