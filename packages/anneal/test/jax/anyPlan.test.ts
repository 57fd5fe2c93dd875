import fc from "fast-check";
import { beforeAll, describe, it } from "vitest";
import { type Plan, type Run, schedule } from "../../src/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";
import { cornersOf } from "../reference/corners.ts";
import { nodesOf } from "../trees.ts";
import { expectRates } from "./compare.ts";
import { start, TRACED } from "./start.ts";

beforeAll(start);

/** Steps around every corner, the first ones, and some far away. */
function stepsOf(plan: Plan, run: Run): number[] {
  const corners = cornersOf(plan, run).flatMap((corner) => [-1, 0, 1].map((by) => Math.floor(corner) + by));
  const early = Array.from({ length: 300 }, (_, i) => i);
  const late = early.map((i) => 300 + 90 * i * i);
  return [...corners, ...early, ...late].filter((step) => step >= 0 && step <= 2 ** 24);
}

/** A rate that grows beyond the numbers of 32 bits has no value there, and a jump of the user's may fall between them. */
function isHeld(plan: Plan, run: Run): boolean {
  const known = nodesOf(plan).every((node) => node.kind !== "custom" || node.name in TRACED);
  return known && schedule(plan, run, { functions: FUNCTIONS })(2 ** 24) < 1e37;
}

describe("any plan in any run", () => {
  it("has inside jit the schedule's rates to 1e-6", async () => {
    const property = fc.asyncProperty(planInRun, async ({ plan, run }) => {
      fc.pre(isHeld(plan, run));
      await expectRates(plan, run, stepsOf(plan, run), FUNCTIONS);
    });
    await fc.assert(property, { numRuns: runs(100) });
  });
});
