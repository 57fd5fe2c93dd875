import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/index.ts";
import { type TracedFunction, traced } from "../../src/jax/index.ts";
import { PLANS } from "../frozen/plans.ts";
import { RUN } from "../frozen/run.ts";
import { nodesOf } from "../trees.ts";
import { Counted, counted } from "./counted.ts";

describe("the arrays of an expression", () => {
  it.each(Object.entries(PLANS))("%s: are all consumed but the rate, and the step with them", (_, plan) => {
    const { numpy, made } = counted();
    const rate = traced(plan, RUN, numpy, functionsOf(plan, numpy.floor));
    for (let call = 0; call < 2; call++) {
      const step = new Counted();
      const result = rate(step);
      expect(step.owners).toBe(0);
      expect(result.owners).toBe(1);
      expect(made.filter((one) => one !== result && one.owners > 0)).toEqual([]);
      result.owners = 0;
    }
  });
});

/** Functions of all the names in a plan. */
function functionsOf(plan: Plan, call: (t: Counted) => Counted) {
  const names = nodesOf(plan).flatMap((node) => (node.kind === "custom" ? [node.name] : []));
  const traced: Record<string, TracedFunction<Counted>> = Object.fromEntries(names.map((name) => [name, call]));
  return { functions: Object.fromEntries(names.map((name) => [name, () => 1])), traced };
}
