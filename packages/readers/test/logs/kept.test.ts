import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Kept } from "../../src/logs/columns/kept.ts";

function keep(most: number, steps: readonly number[]): Kept {
  const kept = new Kept(most);
  for (const step of steps) kept.add(step, step / 10);
  return kept;
}

describe("the rows that are kept", () => {
  it("are all, up to the limit", () => {
    const kept = keep(4096, [...Array(4096).keys()]);
    expect([...kept.read().steps]).toEqual([...Array(4096).keys()]);
    expect([kept.rows, kept.every]).toEqual([4096, 1]);
  });

  it("are evenly spread beyond it, with the first and the last", () => {
    const kept = keep(64, [...Array(1001).keys()]);
    const { steps, values } = kept.read();
    expect(steps.length).toBeLessThanOrEqual(64);
    expect(steps.length).toBeGreaterThan(20);
    expect([steps[0], steps.at(-1)]).toEqual([0, 1000]);
    const gaps = [...steps].slice(1).map((step, i) => step - (steps[i] as number));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * kept.every);
    expect([...values]).toEqual([...steps].map((step) => step / 10));
  });

  it("have both sides of a step that goes back", () => {
    const steps = [...Array(778).keys(), ...Array.from({ length: 3000 }, (_, i) => 501 + i)];
    const read = keep(128, steps).read().steps;
    expect(read.some((step, i) => step === 777 && read[i + 1] === 501)).toBe(true);
  });

  it("hold for any rows: never more than the limit and the last one, in order, and counted", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 2000 }), (steps) => {
        const kept = keep(64, steps);
        const { steps: read } = kept.read();
        expect(read.length).toBeLessThanOrEqual(64);
        expect(read.at(-1)).toBe(steps.at(-1));
        expect(kept.rows).toBe(steps.length);
        expect(kept.back).toBe(steps.filter((step, i) => step < (steps[i - 1] ?? 0)).length);
        expect(kept.repeated).toBe(steps.filter((step, i) => step === steps[i - 1]).length);
        let from = 0;
        for (const step of read) {
          from = steps.indexOf(step, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
