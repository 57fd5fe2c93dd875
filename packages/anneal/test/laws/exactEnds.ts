import { expect } from "vitest";
import type { Level, Plan, Run } from "../../src/index.ts";
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
  if (!("from" in plan) || plan.kind === "piecewise") return;
  const turn = turnOf(plan, run);
  if (turn > 0 && plan.kind !== "tanh") exactly(plan.from, 0);
  if (!("over" in plan)) return;
  const endless = plan.kind === "cosineWave" || (plan.kind === "polynomial" && plan.cycle);
  for (const turns of endless ? [1, 3, 7] : [1]) exactly(plan.to, turns * turn);
  if (plan.kind === "cosineWave") for (const turns of [2, 4, 10]) exactly(plan.from, turns * turn);
}

/** How long it takes to the other level. */
function turnOf(plan: Plan, run: Run): number {
  if (!("over" in plan) || plan.over === undefined) return Number.POSITIVE_INFINITY;
  const over = plan.over === "rest" ? (run.steps as number) : stepsOf(plan.over, run);
  return "inclusive" in plan && plan.inclusive ? Math.max(over - 1, 0) : over;
}
