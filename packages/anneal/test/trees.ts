import type { Level, Part, Plan, Run, Time } from "../src/index.ts";
import { stepsOf } from "./reference/units.ts";

/** The same plan with every time in steps; "rest" stays. */
export function inSteps(plan: Plan, run: Run): Plan {
  const steps = <T extends Time | undefined>(time: T) => (time === "rest" ? time : stepsOf(time as Time, run));
  if (plan.kind === "piecewise") return { ...plan, at: plan.at.map(steps) };
  if (plan.kind === "exponential") return { ...plan, every: steps(plan.every) };
  if (plan.kind === "sequence") {
    const parts = plan.parts.map((part): Plan | Part => {
      if (!("plan" in part)) return inSteps(part, run);
      const inner = { ...part, plan: inSteps(part.plan, run) };
      return part.until === undefined ? inner : { ...inner, until: steps(part.until) };
    });
    return { ...plan, parts };
  }
  return plan.over === undefined ? plan : { ...plan, over: steps(plan.over) };
}

/** Every level in a plan. */
export function levelsOf(plan: Plan): Level[] {
  if (plan.kind === "sequence") return plan.parts.flatMap((part) => levelsOf("plan" in part ? part.plan : part));
  if (plan.kind === "constant") return [plan.value];
  return plan.kind === "exponential" ? [plan.from] : [plan.from, plan.to].flat();
}

/** Whether nothing in a tree of plain data can be changed. */
export function isDeeplyFrozen(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return Object.isFrozen(data) && Object.values(data).every(isDeeplyFrozen);
}
