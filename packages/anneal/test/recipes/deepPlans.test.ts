import { describe, expect, it } from "vitest";
import * as anneal from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const { constant, schedule } = anneal;

/** A plan in that many others, each in a part of a sequence. */
function nested(depth: number): anneal.Plan {
  let plan: anneal.Plan = constant({ value: 1 });
  for (let i = 1; i < depth; i++) plan = { kind: "sequence", parts: [{ plan }] };
  return plan;
}

const itself: { kind: string; parts: unknown[] } = { kind: "sequence", parts: [] };
itself.parts.push(itself, itself);

type Make = (plan: anneal.Plan) => anneal.Plan;

/** The recipes that put a plan into another. */
const RECIPES: Readonly<Record<string, Make>> = {
  exponentialWarmup: (plan) => anneal.exponentialWarmup({ plan }),
  fractions: (plan) => anneal.fractions({ plans: [plan], shares: [1] }),
  linearWarmup: (plan) => anneal.linearWarmup({ plan }),
  noise: (plan) => anneal.noise({ plan }),
  radamWarmup: (plan) => anneal.radamWarmup({ plan }),
  swa: (plan) => anneal.swa({ plan, begin: 1, rate: 0.1 }),
  warmup: (plan) => anneal.warmup({ plan, over: 1 }),
};

describe("a recipe around a plan", () => {
  it.each(Object.entries(RECIPES))("%s refuses one that is too deep, or in itself", (name, make) => {
    const path = name === "fractions" ? "plans[0]" : "plan";
    for (const plan of [nested(10_000), itself as never]) {
      expect(messageOf(() => make(plan))).toBe(`${path}: expected a plan at most 64 deep, received [object]`);
    }
  });

  it.each(Object.entries(RECIPES))("%s takes one as deep as it may be", (_, make) => {
    const run = { base: 1, steps: 10 };
    expect(schedule(make(nested(62)), run, { functions: anneal.functions })(5)).toBeGreaterThan(0);
  });
});
