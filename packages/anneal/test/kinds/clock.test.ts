import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumed } from "../../src/consumed.ts";
import {
  type BatchSize,
  clock,
  constant,
  cosine,
  exponential,
  linear,
  type Plan,
  piecewise,
  polynomial,
  powerLaw,
  product,
  repeat,
  schedule,
  sequence,
  shift,
  type Time,
} from "../../src/index.ts";
import { batchSize } from "../arbitrary/batchSize.ts";
import { runs } from "../arbitrary/runs.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const RAMP = { from: 10, at: [20, 30], to: [30, 50] } as const;
const line = linear({ from: 1, to: 0, over: 1000 });
const inSamples = (plan: Plan) => clock({ unit: "samples", plan });

describe("a plan on the clock of samples", () => {
  it("bends where the batch size changes", () => {
    const lr = schedule(inSamples(line), { samplesPerStep: RAMP });
    // 200 samples by step 20, 500 by step 30, 1000 by step 40.
    expect([0, 10, 20, 25, 30, 35, 40, 99].map(lr)).toEqual([1, 0.9, 0.8, 0.65, 0.5, 0.25, 0, 0]);
  });

  it("counts tokens alike", () => {
    const plan = clock({ unit: "tokens", plan: line });
    const lr = schedule(plan, { tokensPerStep: RAMP, samplesPerStep: 1 });
    expect([20, 30, 40].map(lr)).toEqual([0.8, 0.5, 0]);
  });

  it("reads any plan at what is consumed", () => {
    const plans = [
      cosine({ from: 0.1, to: 0.001, over: 700 }),
      polynomial({ from: 0.1, to: 0, over: 12_345.5, power: 0.9 }),
      exponential({ from: 0.1, factor: 0.9, every: 333.3 }),
      sequence(linear({ from: 0, to: 0.1, over: 50 }), cosine({ from: "last", to: 0, over: 5000 })),
      product(constant({ value: 2 }), linear({ from: 0, to: 1, over: 400 })),
      repeat({ plan: cosine({ from: 0.1, to: 0.01, over: 2345 }), stretch: 1.5 }),
    ];
    const law = (plan: Plan, size: BatchSize, steps: number[]) => {
      const [bent, plain, amount] = [
        schedule(inSamples(plan), { samplesPerStep: size }),
        schedule(plan),
        (t: number): number => consumed(size, t),
      ];
      const expected = steps.map((step) => ({ value: plain(amount(step)), scale: 0.2 }));
      expectNear(steps, bent, expected);
    };
    const steps = fc.array(fc.integer({ min: 0, max: 80_000 }).map((eighths) => eighths / 8));
    fc.assert(fc.property(fc.constantFrom(...plans), batchSize, steps, law), { numRuns: runs(1000) });
  });

  it("of a constant batch size is the plan with its times divided by it", () => {
    const law = (size: number, over: number, at: number, steps: number[]) => {
      const bent = sequence(
        linear({ from: 0.1, to: 0.2, over: over * size }),
        piecewise({ from: 0.5, at: [at * size], to: [0.25] }),
      );
      const plain = sequence(linear({ from: 0.1, to: 0.2, over }), piecewise({ from: 0.5, at: [at], to: [0.25] }));
      const all = [...steps, over, over + at].flatMap((step) => [step, step + 1, step + 0.5]);
      const expected = all.map((step) => ({ value: schedule(plain)(step) }));
      expectNear(all, schedule(inSamples(bent), { samplesPerStep: size }), expected);
    };
    const count = fc.integer({ min: 1, max: 100_000 });
    fc.assert(fc.property(count, count, count, fc.array(count), law));
  });

  it("changes at the step that reaches the amount, whatever the size is", () => {
    for (let steps = 2; steps < 2000; steps++) {
      const total = 60_000 + 7 * steps;
      const at = inSamples(piecewise({ from: 1, at: [total], to: [0] }));
      const run = { samplesPerStep: total / steps };
      const lr = schedule(at, run);
      expect([lr(steps - 1), lr(steps)], `${steps} steps`).toEqual([1, 0]);
      const after = schedule(sequence(inSamples(linear({ from: 1, to: 0, over: total })), constant({ value: 7 })), run);
      expect(after(steps), `${steps} steps`).toBe(7);
    }
  });

  it("stays in its own curve up to the step that the end of it is rounded to", () => {
    const plan = inSamples(polynomial({ from: 1, to: 0, over: 999.5, power: 0.5 }));
    const lr = schedule(plan, { samplesPerStep: 999.5 / (1000 * (1 - 5e-10)) });
    expect([lr(1000 * (1 - 2e-10)), lr(1000)]).toEqual([0, 0]);
  });

  it("begins its own curve at the step that the start of it is rounded to", () => {
    const steep = powerLaw({ from: 1, every: 1e-9, power: -0.5 });
    const plan = inSamples(sequence(constant({ value: 2, over: 999.5 }), steep));
    const lr = schedule(plan, { samplesPerStep: 999.5 / (1000 * (1 + 5e-10)) });
    expect([lr(999), lr(1000)]).toEqual([2, 1]);
  });

  it("obeys the laws of every plan", () => {
    laws(inSamples(line), { samplesPerStep: RAMP });
    laws(inSamples(sequence(line, constant({ value: 0.5, over: 7 }), line)), { samplesPerStep: RAMP, steps: 50 });
    laws(clock({ unit: "tokens", plan: cosine({ from: "1x", to: 0, over: "rest" }) }), {
      tokensPerStep: RAMP,
      base: 0.1,
      steps: 40,
    });
  });
});

describe("a time on the clock of samples", () => {
  const run = { samplesPerStep: RAMP, tokensPerStep: 7, steps: 40, stepsPerEpoch: 20 };
  const ends = (over: Time) => {
    const lr = schedule(inSamples(linear({ from: 1, to: 0, over })), run);
    return Array.from({ length: 100 }, (_, i) => i / 2).find((step) => lr(step) === 0);
  };

  it.each<[Time, number]>([
    [500, 30],
    ["500 samples", 30],
    ["rest", 40],
    ["100%", 40],
    ["50%", 20],
    ["1 epoch", 20],
    ["1.5 epochs", 30],
    ["25 steps", 25],
    ["210 tokens", 30],
    [350, 25],
  ])("%j is step %d", (over, step) => {
    expect(ends(over)).toBe(step);
  });

  it("is the same moment as outside of it", () => {
    const change = (at: Time) => piecewise({ from: 1, at: [at], to: [0] });
    for (const at of ["140 tokens", "75%", "1.25 epochs", "33 steps"] as const) {
      const [inside, outside] = [schedule(inSamples(change(at)), run), schedule(change(at), run)];
      const steps = Array.from({ length: 90 }, (_, i) => i / 2);
      expect(steps.map(inside), at).toEqual(steps.map(outside));
    }
  });

  it("of the rest leaves what was consumed before", () => {
    const plan = inSamples(sequence(constant({ value: 1, over: 200 }), linear({ from: 1, to: 0, over: "rest" })));
    expect([20, 25, 30, 35, 40].map(schedule(plan, run))).toEqual([1, 0.8125, 0.625, 0.3125, 0]);
  });
});

describe("a plan on a clock inside others", () => {
  const run = { samplesPerStep: RAMP, steps: 100 };

  it("ends where its own plan ends", () => {
    const lr = schedule(sequence(inSamples(line), constant({ value: 7 })), run);
    expect([39, 40].map(lr)).toEqual([0.05, 7].map((value) => expect.closeTo(value, 15)));
  });

  it("may be what comes after another on the clock of the whole", () => {
    const plan = sequence(linear({ from: 0, to: 0.7, over: 20 }), { plan: inSamples(line), clock: "global" });
    const [whole, alone] = [schedule(plan, run), schedule(inSamples(line), run)];
    expect([20, 25, 33.3, 40, 60].map(whole)).toEqual([20, 25, 33.3, 40, 60].map(alone));
  });

  it("may be a factor, or read a step ahead", () => {
    expect(schedule(product(constant({ value: 2 }), inSamples(line)), run)(30)).toBe(1);
    expect(schedule(shift({ plan: inSamples(line), by: 1 }), run)(29)).toBe(0.5);
  });
});
