import type { Plan, Run } from "../../src/index.ts";
import { layOut, lengthOf, type Place } from "./layout.ts";
import { stepsOf } from "./units.ts";

/** The steps at which something changes in a plan, and its end when it has one. */
export function cornersOf(plan: Plan, run: Run): number[] {
  const nothing = { value: 0, scale: 0 };
  const all = corners(plan, { run, room: run.steps ?? Number.NaN, last: nothing });
  return [...new Set([0, ...all])].filter(Number.isFinite).sort((a, b) => a - b);
}

function corners(plan: Plan, place: Place): number[] {
  const { run, room } = place;
  if (plan.kind === "piecewise") return plan.at.map((time) => stepsOf(time, run));
  if (plan.kind === "exponential") return [1, 2, 3].map((turn) => turn * stepsOf(plan.every, run));
  if (plan.kind !== "sequence") return [Number.isNaN(lengthOf(plan, run)) ? room : lengthOf(plan, run)];
  const [laid] = layOut(plan, place);
  return laid.flatMap((part) => {
    const inside = corners(part.plan, part.place).map((corner) => corner + part.origin);
    return [part.end, ...inside.filter((corner) => corner > part.start && corner < part.end)];
  });
}

/** Where a plan ends, Infinity when it never does. */
export function endOf(plan: Plan, run: Run): number {
  const length = lengthOf(plan, run);
  return Number.isNaN(length) ? (run.steps as number) : length;
}
