import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Functions, functions, type Linear, type Plan, type Run, schedule } from "../../src/index.ts";
import { formula, javaScript, print } from "../../src/interop/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";
import { PLANS } from "../frozen/plans.ts";
import { RUN } from "../frozen/run.ts";
import { expectNear } from "../near.ts";
import { reference } from "../reference/read.ts";
import { runJavaScript } from "./run.ts";
import { wholeSteps } from "./steps.ts";

/** Fails at the first step at which the printed formula is not what the plan says. */
function expectSame(plan: Plan, run: Run, own: Functions, steps: readonly number[]): void {
  const printed = runJavaScript(print(formula(plan, run, { functions: own }), javaScript), own);
  const lr = schedule(plan, run, { functions: own });
  expectNear(
    steps,
    printed,
    steps.map((step) => ({ value: lr(step), scale: reference(plan, run, step, own).scale })),
  );
}

const halvings = (t: number, [every = 1, floor = 0]: readonly number[]) => floor + 0.5 ** Math.floor(t / every);

describe("a printed formula is the schedule", () => {
  it("for any plan in any run", () => {
    fc.assert(
      fc.property(planInRun, ({ plan, run }) => expectSame(plan, run, FUNCTIONS, wholeSteps(plan, run))),
      { numRuns: runs(1000) },
    );
  });

  it.each(Object.keys(PLANS))("for %s, at each of 30,000 steps", (name) => {
    expectSame(
      PLANS[name] as Plan,
      RUN,
      { ...functions, halvings },
      Array.from({ length: 30_000 }, (_, i) => i),
    );
  });

  it("keeps the digits of a logarithm over much less than its unit", () => {
    const plan: Plan = { kind: "logarithmic", from: 1, to: 1e-5, over: 100, every: 1e7 };
    const steps = Array.from({ length: 100 }, (_, step) => step);
    expectSame(plan, {}, {}, steps);
  });

  it("to the last bit at both ends of every ramp", () => {
    const level = fc.double({ min: 1e-9, max: 1, noNaN: true });
    const ramp = (kind: string, fields: object) =>
      fc.record({ kind: fc.constant(kind), ...fields }) as fc.Arbitrary<Plan>;
    const ends = { from: level, to: level, over: fc.integer({ min: 1, max: 1e6 }) };
    const power = fc.constantFrom(0.5, 1, 2);
    const ramps = fc.oneof(
      ramp("linear", ends),
      ramp("cosine", { ...ends, power, k: power }),
      ramp("cosineWave", ends),
      ramp("polynomial", { ...ends, power, k: power, cycle: fc.boolean() }),
      ramp("geometric", { ...ends, ratio: fc.constantFrom(0.5, 0.9, 10) }),
      ramp("logarithmic", { ...ends, every: fc.constantFrom(1, 0.3, 1000) }),
    );
    const check = (plan: Plan) => {
      const { over, from, to } = plan as Linear;
      const printed = runJavaScript(print(formula(plan, {}), javaScript));
      expect([printed(0), printed(over as number)]).toEqual([from, to]);
    };
    fc.assert(fc.property(ramps, check), { numRuns: runs(2000) });
  });
});
