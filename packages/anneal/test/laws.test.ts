import fc from "fast-check";
import { describe, it } from "vitest";
import { type Plan, type Run, schedule } from "../src/index.ts";
import { FUNCTIONS } from "./arbitrary/functions.ts";
import { planInRun } from "./arbitrary/plan.ts";
import { runs } from "./arbitrary/runs.ts";
import { laws } from "./laws.ts";
import { expectNear } from "./near.ts";
import { cornersOf } from "./reference/corners.ts";
import { reference } from "./reference/read.ts";

describe("any plan in any run", () => {
  it("obeys the laws", () => {
    fc.assert(
      fc.property(planInRun, ({ plan, run }) => laws(plan, run, FUNCTIONS)),
      { numRuns: runs(1500) },
    );
  });

  it("says what a slow and straight reading of the documentation says", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 60, maxLength: 60 });
    const compare = ({ plan, run }: { plan: Plan; run: Run }, eighths: number[]) => {
      const corners = cornersOf(plan, run).flatMap((corner) => [corner - 0.125, corner, corner + 0.125]);
      const all = [...corners, ...eighths.map((eighth) => eighth / 8)];
      expectNear(
        all,
        schedule(plan, run, { functions: FUNCTIONS }),
        all.map((step) => reference(plan, run, step, FUNCTIONS)),
      );
    };
    fc.assert(fc.property(planInRun, steps, compare), { numRuns: runs(3000) });
  });
});
