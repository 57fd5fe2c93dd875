import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Plan, type Run, schedule } from "../src/index.ts";
import { kinds } from "../src/plan.ts";
import { FUNCTIONS } from "./arbitrary/functions.ts";
import { planInRun } from "./arbitrary/plan.ts";
import { runs } from "./arbitrary/runs.ts";
import { laws } from "./laws.ts";
import { expectNear } from "./near.ts";
import { cornersOf } from "./reference/corners.ts";
import { reference } from "./reference/read.ts";
import { childrenOf, nodesOf } from "./trees.ts";

/** What cannot stand directly inside of what: a cycle ends, and a clock begins with the run. */
const IMPOSSIBLE = [
  ...["exponential", "piecewise", "powerLaw", "cosineWave", "custom", "repeat", "clock"].map(
    (kind) => `repeat ${kind}`,
  ),
  "clock clock",
];

describe("any plan in any run", () => {
  it("is of any kind, and each kind stands inside of all that hold others", () => {
    const drawn = fc.sample(planInRun, { numRuns: 3000, seed: 1 }).flatMap(({ plan }) => nodesOf(plan));
    const pairs = new Set(drawn.flatMap((plan) => childrenOf(plan).map(({ kind }) => `${plan.kind} ${kind}`)));
    const holders = ["sequence", "product", "sum", "clamp", "shift", "repeat", "clock"];
    const all = holders.flatMap((holder) => Object.keys(kinds).map((kind) => `${holder} ${kind}`));
    expect(all.filter((pair) => !pairs.has(pair)).sort()).toEqual([...IMPOSSIBLE].sort());
    const uses = (text: string) => drawn.filter((plan) => JSON.stringify(plan).includes(text)).length;
    for (const text of ['"last"', '"rest"', '"until"', '"global"']) expect(uses(text), text).toBeGreaterThan(1000);
  });

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
