import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp, clock, constant, cosine, linear, piecewise, product, repeat, sequence } from "../../src/index.ts";
import { changePoints } from "../../src/svg/index.ts";

describe("the steps at which a plan changes", () => {
  it("are its milestones and seams, inside of the run alone", () => {
    const plan = piecewise({ from: 1, at: [10, 20.5, 90, 100], to: [2, 3, 4, 5] });
    expect(changePoints(plan, { steps: 90 })).toEqual([10, 21]);
    expect(changePoints(plan, { steps: 1000 })).toEqual([10, 21, 90, 100]);
    expect(changePoints(constant({ value: 1 }), { steps: 1000 })).toEqual([]);
    expect(changePoints(piecewise({ from: 1, at: [5, 10, 15], to: [1, 2, 2] }), { steps: 20 })).toEqual([10]);
  });

  it("are found in plans inside of plans", () => {
    const cycles = repeat({
      plan: sequence(linear({ from: 0, to: 1, over: 10 }), cosine({ from: 1, to: 0, over: 20 })),
    });
    const halved = product(cycles, piecewise({ from: 1, at: [45], to: [0.5] }));
    expect(changePoints(halved, { steps: 65 })).toEqual([10, 30, 40, 45, 60]);
    const limited = clamp({ plan: linear({ from: 10, to: 0, over: 100 }), min: 1.5, max: 7 });
    expect(changePoints(limited, { steps: 200 })).toEqual([30, 85, 100]);
  });

  it("are updates for what stands on the clock of samples", () => {
    const plan = clock({ unit: "samples", plan: linear({ from: 1, to: 0, over: 1000 }) });
    expect(changePoints(plan, { steps: 500, samplesPerStep: { from: 10, at: [40], to: [30] } })).toEqual([40, 60]);
  });

  it("are those of every cycle, stretched", () => {
    const lengths = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(lengths, ([length, stretch]) => {
        const plan = repeat({ plan: linear({ from: 1, to: 0, over: length }), stretch });
        const starts: number[] = [];
        for (let start = 0, own = length; start < 2000; start += own, own *= stretch) if (start > 0) starts.push(start);
        expect(changePoints(plan, { steps: 2000 })).toEqual(starts);
      }),
    );
  });

  it("are 100,000 at most", () => {
    const plan = repeat({ plan: linear({ from: 1, to: 0, over: 2 }) });
    expect(changePoints(plan, { steps: 1e9 }).length).toBe(100_000);
  });
});
