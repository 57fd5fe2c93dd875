import {
  cosine,
  cosineWave,
  custom,
  exponential,
  linear,
  multiStep,
  type Plan,
  piecewise,
  repeat,
  schedule,
  sequence,
  tanh,
  warmupCosine,
} from "anneal";
import { heldFor, toLatex } from "anneal/interop";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ModReading, readLatex } from "./readLatex.ts";

const RUN = { base: 0.1, steps: 120 };
const READINGS: readonly ModReading[] = ["loosest", "tightest"];

const level = fc.double({ min: 1e-4, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 60 });
const leaf: fc.Arbitrary<Plan> = fc.oneof(
  fc.record({ from: level, to: level, over: length }).map(cosine),
  fc.record({ from: level, to: level, over: length }).map(linear),
  fc.record({ from: level, to: level, over: length }).map(cosineWave),
  fc.record({ from: level, to: level, over: length }).map(tanh),
  fc.record({ from: level, factor: fc.double({ min: 0.5, max: 1, noNaN: true }), every: length }).map(exponential),
  fc.record({ milestones: fc.constant([20, 50]), factor: fc.constant(0.3) }).map(multiStep),
);
const plans = fc.oneof(
  leaf,
  leaf.map((plan) => sequence({ plan, until: 30 }, cosineWave({ from: "last", to: 0, over: 9 }))),
  fc.record({ from: level, to: level, over: length }).map((it) => repeat({ plan: cosine(it), stretch: 2, scale: 0.5 })),
  fc.record({ from: level, to: level, over: length }).map((it) => repeat({ plan: linear(it) })),
);

/** Whether LaTeX says the values of a plan, however tightly mod is read to hold. */
function says(code: string, at: (step: number) => number, steps: number): void {
  for (const reading of READINGS) {
    const read = readLatex(code, reading);
    for (let step = 0; step < steps; step++) {
      const off = Math.abs(read(step) - at(step));
      if (!(off <= 1e-9 * Math.abs(at(step)) + 1e-12)) expect([reading, step, read(step), code]).toEqual(at(step));
    }
  }
}

describe("an equation in LaTeX", () => {
  it("is read again as the plan", () => {
    fc.assert(fc.property(plans, (plan) => says(toLatex(plan, RUN).code, schedule(plan, RUN), 120)));
  });

  it("is read again as a plan of epochs, held for their updates", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 2, max: 9 }), (plan, updates) => {
        const functions = { ofEpoch: heldFor(plan, RUN, updates) };
        const held = custom({ name: "ofEpoch" });
        const { code } = toLatex(held, {}, { functions });
        says(code, schedule(held, {}, { functions }), 120 * updates);
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, Plan]>([
    ["a warm-up", warmupCosine({ warmup: 10 })],
    [
      "many levels",
      piecewise({ from: 0.5, at: [10, 20, 30, 40, 50, 60, 70, 80, 90], to: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
    ],
  ])("is read again for %s", (_, plan) => says(toLatex(plan, RUN).code, schedule(plan, RUN), 120));

  it("has brackets around a rest wherever something stands beside it", () => {
    const { code } = toLatex(cosineWave({ from: 1, to: 0, over: 36 }), {});
    expect(code).toContain("\\pi \\cdot \\left(t \\bmod 72\\right)");
  });

  it("sets a name of several letters as one name", () => {
    const ofEpoch = heldFor(repeat({ plan: cosine({ from: 1, to: 0, over: 5 }), stretch: 2 }), {}, 7);
    const { code } = toLatex(custom({ name: "ofEpoch" }), {}, { functions: { ofEpoch } });
    expect(code).toContain("\\mathrm{epoch} &= \\left\\lfloor \\frac{t}{7} \\right\\rfloor");
    expect(code).not.toMatch(/undefined|(?<!\{)epoch/);
  });
});
