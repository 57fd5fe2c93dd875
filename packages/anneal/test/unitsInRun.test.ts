import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, type Level, piecewise, type Run, schedule, type Time, warmupCosine } from "../src/index.ts";
import { round15 } from "../src/units.ts";
import { messageOf } from "./issues.ts";

describe("a time in a run", () => {
  /** Whether a time is this very step: a change at it is not a step late, and not a step early. */
  const isStep = (at: Time, step: number, run: Run) => {
    const lr = schedule(piecewise({ from: 0, at: [at], to: [1] }), run);
    return lr(step) === 1 && (step === 0 || lr(step * (1 - 1e-8)) === 0);
  };

  it.each<[Time, number, Run]>([
    [7.5, 7.5, {}],
    ["7.5 steps", 7.5, {}],
    ["5 epochs", 1250, { stepsPerEpoch: 250 }],
    ["1 epoch", 117, { stepsPerEpoch: 117 }],
    ["2.5 epochs", 2.5, { stepsPerEpoch: 1 }],
    ["0.5 epochs", 58.59375, { stepsPerEpoch: 117.1875 }],
    ["6%", 60, { steps: 1000 }],
    ["100%", 1000, { steps: 1000 }],
    ["250%", 2500, { steps: 1000 }],
    ["1e6 samples", 31_250, { samplesPerStep: 32 }],
    ["1 sample", 0.03125, { samplesPerStep: 32 }],
    ["1e9 tokens", 1e9 / 524_288, { tokensPerStep: 524_288 }],
    ["0 epochs", 0, { stepsPerEpoch: 3 }],
  ])("%s is step %d in %j", (at, step, run) => {
    expect(isStep(at, step, run)).toBe(true);
  });

  it("of samples or tokens is refused while the batch size changes", () => {
    const ramp = { from: 32, at: [10, 20], to: [64, 128] };
    const told = (unit: string, path: string) =>
      `${path}: expected clock({ unit: "${unit}", plan }) or a constant run.${unit}PerStep to resolve it, received`;
    const samples = piecewise({ from: 0, at: ["320 samples"], to: [1] });
    expect(messageOf(() => schedule(samples, { samplesPerStep: ramp }))).toBe(
      `${told("samples", "at[0]")} "320 samples"`,
    );
    const tokens = warmupCosine({ warmup: "1e8 tokens", over: "9e8 tokens" });
    expect(messageOf(() => schedule(tokens, { base: 1, tokensPerStep: ramp })).split("\n")).toEqual([
      `${told("tokens", "parts[0].over")} "1e8 tokens"`,
      `${told("tokens", "parts[1].over")} "9e8 tokens"`,
    ]);
    expect(schedule(tokens, { base: 1, tokensPerStep: 1e7, samplesPerStep: ramp })(10)).toBe(1);
  });

  it("is never a step late through rounding", () => {
    // The bare product is 1.1 * 110 = 121.00000000000001, which step 121 has not reached.
    expect(1.1 * 110).toBeGreaterThan(121);
    expect(isStep("1.1 epochs", 121, { stepsPerEpoch: 110 })).toBe(true);
    expect(0.29 * 100).toBeLessThan(29);
    expect(isStep("0.29 epochs", 29, { stepsPerEpoch: 100 })).toBe(true);
    for (let tenth = 1; tenth <= 1000; tenth++) {
      expect(isStep(`${tenth / 10} epochs`, tenth, { stepsPerEpoch: 10 }), `${tenth / 10} epochs`).toBe(true);
      expect(isStep(`${tenth / 10}%`, tenth, { steps: 1000 }), `${tenth / 10}%`).toBe(true);
    }
  });

  it("is left as it is when it is a little more than rounding away from a whole step", () => {
    expect(isStep(10.0000001, 10.0000001, {})).toBe(true);
    expect(isStep(9.9999999, 9.9999999, {})).toBe(true);
    expect(isStep(10 * (1 + 5e-10), 10, {})).toBe(true);
    expect(isStep(10 * (1 - 5e-10), 10, {})).toBe(true);
  });
});

describe("a level in a run", () => {
  const value = (of: Level, base: number) => schedule(constant({ value: of }), { base })(0);

  it.each<[Level, number, number]>([
    ["1x", 0.1 + 0.2, 0.1 + 0.2],
    ["0.01x", 0.07, 0.0007],
    ["0.1x", 3e-4, 3e-5],
    ["3x", 0.1, 0.3],
    ["0x", 0.1, 0],
    ["1e-9x", 0.7, 7e-10],
    [0.25, 7, 0.25],
    ["0.5x", 0, 0],
    ["0.1x", 5e-324, 0],
    ["0.5x", 1e-310, 5e-311],
    ["2x", 1e300, 2e300],
  ])("%s of base %d is %d", (of, base, expected) => {
    expect(value(of, base)).toBe(expected);
  });

  it("is within 15 digits of the product", () => {
    const rate = fc.double({ min: 1e-30, max: 1e10, noNaN: true });
    const law = (number: number) => {
      expect(Math.abs(round15(number) - number)).toBeLessThanOrEqual(5.1e-15 * number);
      expect(Number(round15(number).toPrecision(15))).toBe(round15(number));
    };
    fc.assert(fc.property(rate, law), { numRuns: 3000 });
  });
});
