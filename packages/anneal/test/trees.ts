import type { Level, Part, Plan, Run, Time } from "../src/index.ts";
import { stepsOf } from "./reference/units.ts";

/** The plans that a plan is made of. */
export function childrenOf(plan: Plan): readonly Plan[] {
  if (plan.kind === "sequence") return plan.parts.map((part) => ("kind" in part ? part : part.plan));
  if (plan.kind === "product") return plan.factors;
  if (plan.kind === "sum") return plan.terms;
  return "plan" in plan ? [plan.plan] : [];
}

/** The same plan with other plans in it. */
function withChildren(plan: Plan, change: (child: Plan) => Plan): Plan {
  if (plan.kind === "product") return { ...plan, factors: plan.factors.map(change) };
  if (plan.kind === "sum") return { ...plan, terms: plan.terms.map(change) };
  return "plan" in plan ? { ...plan, plan: change(plan.plan) } : plan;
}

/** A plan and all that are in it. */
export function nodesOf(plan: Plan): Plan[] {
  return [plan, ...childrenOf(plan).flatMap(nodesOf)];
}

/** The same plan with every time in steps; "rest" stays, and so does what is on a clock of its own. */
export function inSteps(plan: Plan, run: Run): Plan {
  const steps = <T extends Time | undefined>(time: T) => (time === "rest" ? time : stepsOf(time as Time, run));
  if (plan.kind === "clock") return plan;
  if (plan.kind === "piecewise") return { ...plan, at: plan.at.map(steps) };
  if ("every" in plan) return { ...plan, every: steps(plan.every) };
  if (plan.kind === "sequence") {
    const parts = plan.parts.map((part): Plan | Part => {
      if ("kind" in part) return inSteps(part, run);
      const inner = { ...part, plan: inSteps(part.plan, run) };
      return part.until === undefined ? inner : { ...inner, until: steps(part.until) };
    });
    return { ...plan, parts };
  }
  if ("over" in plan && plan.over !== undefined) return { ...plan, over: steps(plan.over) };
  return withChildren(plan, (child) => inSteps(child, run));
}

/** Every level in a plan that its values are in proportion to; NaN for what is none and counts as one. */
export function levelsOf(plan: Plan): Level[] {
  const inside = (plan.kind === "product" ? plan.factors.slice(0, 1) : childrenOf(plan)).flatMap(levelsOf);
  if (plan.kind === "custom") return [Number.NaN];
  if (plan.kind === "constant") return [plan.value];
  if (plan.kind === "clamp") return [plan.min ?? "0x", plan.max ?? "0x", ...inside];
  const own = [("from" in plan && plan.from) || [], ("to" in plan && plan.to) || []].flat();
  return [...own, ...inside];
}

/** Whether nothing in a tree of plain data can be changed. */
export function isDeeplyFrozen(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return Object.isFrozen(data) && Object.values(data).every(isDeeplyFrozen);
}
