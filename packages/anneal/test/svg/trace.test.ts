import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schedule } from "../../src/index.ts";
import { piecesOf } from "../../src/piecesOf.ts";
import { trace } from "../../src/svg/trace.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";

const PIXELS = 660;

/** The lowest and the highest that straight lines through points come to between two times. */
function bandOf(times: readonly number[], values: readonly number[], from: number, to: number): [number, number] {
  const inside = values.filter((_, i) => (times[i] as number) >= from && (times[i] as number) <= to);
  const at = (time: number) => {
    const i = times.findIndex((one) => one >= time);
    if (i <= 0) return values.at(i) as number;
    const [t0, t1, v0, v1] = [times[i - 1], times[i], values[i - 1], values[i]] as [number, number, number, number];
    return t1 === t0 ? v1 : v0 + ((v1 - v0) * (time - t0)) / (t1 - t0);
  };
  const all = [...inside, at(from), at(to)];
  return [Math.min(...all), Math.max(...all)];
}

describe("the outline of any plan", () => {
  it("comes by every value of a run, within a pixel", () => {
    fc.assert(
      fc.property(planInRun, fc.integer({ min: 1, max: 400 }), ({ plan, run }, steps) => {
        const at = schedule(plan, run, { functions: FUNCTIONS });
        const last = steps - 1;
        const { times, values } = trace(piecesOf(plan, run, FUNCTIONS), last, PIXELS, false);
        const peak = Math.max(...values, 1e-300);
        const pixel = last / PIXELS;
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect(times.at(-1)).toBe(last);
        for (let step = 0; step < steps; step++) {
          const [low, high] = bandOf(times, values, Math.max(step - pixel, 0), Math.min(step + pixel, last));
          const value = at(step);
          if (value < low - 0.01 * peak || value > high + 0.01 * peak) throw new Error(`${value} at step ${step}`);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
