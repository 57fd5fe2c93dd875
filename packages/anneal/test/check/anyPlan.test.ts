import { clock, constant, PlanError, type Run, schedule, sequence, shift } from "anneal";
import { check } from "anneal/check";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outline } from "../../src/check/outline.ts";
import { extremePlan } from "../arbitrary/extreme.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";

/** A run of fewer updates than the plans are drawn for, so that many reads of curves take no time. */
const short = (run: Run): Run => ({ ...run, steps: Math.min(run.steps ?? 1, 5000) });

describe("any plan in any run", () => {
  it("is judged, or refused as it always is; all that is said has numbers", () => {
    let said = 0;
    const one = fc.record({ drawn: planInRun, processes: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(one, ({ drawn: { plan, run: long }, processes }) => {
        const run = short(long);
        const builds = attempt(() => schedule(plan, run, { functions: FUNCTIONS }));
        const findings = attempt(() => check(plan, run, { functions: FUNCTIONS, processes }));
        // What cannot be built is refused, or the reason is an error that is found.
        if (!builds) expect(findings?.some(({ severity }) => severity === "error") ?? true).toBe(true);
        else expect(findings).toBeDefined();
        for (const { text, step = 0, path } of findings ?? []) {
          said++;
          expect(text).not.toMatch(/NaN|undefined|Infinity/);
          expect(step).toBeGreaterThanOrEqual(0);
          expect(path).not.toMatch(/^\.|\.$|\.\./);
        }
      }),
      { numRuns: runs(600) },
    );
    expect(said).toBeGreaterThan(100);
  });

  it("is laid out as it is evaluated: what is held is what is read", () => {
    let held = 0;
    fc.assert(
      fc.property(planInRun, ({ plan, run }) => {
        const lr = schedule(plan, run, { functions: FUNCTIONS });
        for (const { plan: own, fields, start, end, inside } of outline(plan, run, FUNCTIONS)) {
          const { value } = fields;
          if (own.kind !== "constant" || inside[0] || !(end - start > 1e-3) || Number.isNaN(value)) continue;
          held++;
          expect(lr(start + Math.min((end - start) / 2, 1))).toBe(value);
        }
      }),
      { numRuns: runs(1500) },
    );
    expect(held).toBeGreaterThan(50);
  });

  it("is laid out in steps where what counts tokens is shifted", () => {
    const parts = [constant({ value: 0.1, over: "4 tokens" }), constant({ value: 0.2, over: "4 tokens" })];
    const plan = shift({ plan: clock({ unit: "tokens", plan: sequence(...parts) }), by: -3 });
    const placed = outline(plan, { steps: 100, tokensPerStep: 2 }, {});
    expect(placed.map(({ start, end }) => [start, end])).toEqual([
      [3, 5],
      [5, 1 / 0],
    ]);
  });

  it("is judged with extreme numbers too", () => {
    fc.assert(
      fc.property(extremePlan, (plan) => {
        const run = { base: 0.1, steps: 1000, stepsPerEpoch: 10, samplesPerStep: 2, tokensPerStep: 3 };
        const builds = attempt(() => schedule(plan as never, run, { functions: FUNCTIONS }));
        const findings = attempt(() => check(plan as never, run, { functions: FUNCTIONS }));
        if (builds) expect(findings).toBeDefined();
      }),
      { numRuns: runs(600) },
    );
  });
});

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
