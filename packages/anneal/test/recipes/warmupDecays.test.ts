import { describe, expect, it } from "vitest";
import {
  schedule,
  warmupConstant,
  warmupCosine,
  warmupCosineRestarts,
  warmupLinear,
  warmupPolynomial,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const halves = Array.from({ length: 50 }, (_, i) => i / 2);
const wave = (p: number) => (1 + Math.cos(Math.PI * p)) / 2;

/** A climb from 0 to 1 in 4 steps, then `after` of the time since. */
function expectCurve(lr: (step: number) => number, after: (t: number) => number): void {
  expectNear(
    halves,
    lr,
    halves.map((t) => ({ value: t < 4 ? t / 4 : after(t - 4), scale: 1 })),
  );
}

describe("what comes after a warm-up", () => {
  it.each([
    [warmupConstant({ warmup: 5, from: "0.1x", curve: "cosine", first: 1 }), { base: 0.07 }],
    [warmupLinear({ warmup: "6%", inclusive: true }), { base: 0.07, steps: 70 }],
    [
      warmupPolynomial({ warmup: "2 epochs", over: "5 epochs", to: "0.1x", power: 0.7 }),
      { base: 0.07, stepsPerEpoch: 9 },
    ],
    [warmupCosine({ warmup: "1e3 samples", to: 1e-5, curve: "sqrt" }), { base: 0.07, steps: 100, samplesPerStep: 64 }],
    [warmupCosine({ warmup: 3, over: "3 epochs", cycles: 2.5 }), { base: 0.07, stepsPerEpoch: 10 }],
    [warmupCosineRestarts({ warmup: 3, over: "90%", cycles: 4, to: "0.2x" }), { base: 0.07, steps: 100 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("is the base rate", () => {
    expectCurve(schedule(warmupConstant({ warmup: 4 }), { base: 1 }), () => 1);
  });

  it("is a line to 0 at the end of the run, or to a level after a time", () => {
    expectCurve(schedule(warmupLinear({ warmup: 4 }), { base: 1, steps: 20 }), (t) => Math.max(0, 1 - t / 16));
    const lr = schedule(warmupLinear({ warmup: 4, over: 10, to: "0.2x" }), { base: 1 });
    expectCurve(lr, (t) => 1 - 0.8 * Math.min(t / 10, 1));
  });

  it("is a power of what remains", () => {
    const lr = schedule(warmupPolynomial({ warmup: 4, over: 10, to: 0.2, power: 3 }), { base: 1 });
    expectCurve(lr, (t) => 0.2 + 0.8 * (1 - Math.min(t / 10, 1)) ** 3);
    const line = schedule(warmupPolynomial({ warmup: 4 }), { base: 1, steps: 20 });
    expectCurve(line, (t) => Math.max(0, 1 - t / 16));
  });

  it("is half a cosine, then held", () => {
    expectCurve(schedule(warmupCosine({ warmup: 4 }), { base: 1, steps: 20 }), (t) => wave(Math.min(t / 16, 1)));
    const lr = schedule(warmupCosine({ warmup: 4, over: 10, to: 0.2 }), { base: 1 });
    expectCurve(lr, (t) => 0.2 + 0.8 * wave(Math.min(t / 10, 1)));
  });

  it("is so many whole waves, and rises again after its end", () => {
    for (const cycles of [0.5, 1, 1.75, 3]) {
      const lr = schedule(warmupCosine({ warmup: 4, over: 10, to: 0.2, cycles }), { base: 1 });
      expectCurve(lr, (t) => 0.2 + 0.8 * wave((2 * cycles * t) / 10));
    }
    expectCurve(schedule(warmupCosine({ warmup: 4, cycles: 0.5 }), { base: 1, steps: 14 }), (t) => wave(t / 10));
  });

  it("is so many cosines, each from the base rate", () => {
    for (const cycles of [1, 2, 3.5]) {
      const lr = schedule(warmupCosineRestarts({ warmup: 4, over: 7, to: 0.2, cycles }), { base: 1 });
      expectCurve(lr, (t) => 0.2 + 0.8 * (t < 7 ? wave(((cycles * t) / 7) % 1) : 0));
    }
    const once = schedule(warmupCosineRestarts({ warmup: 4, over: 7 }), { base: 1 });
    expectCurve(once, (t) => wave(Math.min(t / 7, 1)));
  });

  it.each<[() => unknown, string]>([
    [
      () => warmupConstant({ warmup: -1 }),
      'warmup: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received -1',
    ],
    [
      () => warmupConstant({ warmup: 1, to: 0 } as never),
      'expected one of warmup, from, curve, first, inclusive, received "to"',
    ],
    [
      () => warmupLinear({ warmup: "rest" }),
      'warmup: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"',
    ],
    [() => warmupLinear({ warmup: 1, to: "last" }), 'to: expected a level (0.01, "0.1x") from 0, received "last"'],
    [() => warmupPolynomial({ warmup: 1, power: 0 }), "power: expected a finite number above 0, received 0"],
    [() => warmupCosine({ warmup: 1, cycles: 0 }), "cycles: expected a finite number above 0, received 0"],
    [
      () => warmupCosine({ warmup: 1, cycles: 2 }),
      'over: expected a time (5, "5 epochs", "5%", "5 tokens") with cycles, received "rest"',
    ],
    [
      () => warmupCosineRestarts({ warmup: 1, over: "rest" }),
      'over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"',
    ],
    [
      () => warmupCosineRestarts({ warmup: 1, over: 9, cycles: -1 }),
      "cycles: expected a finite number above 0, received -1",
    ],
  ])("refuses %s", (refused, message) => {
    expect(messageOf(refused)).toBe(message);
  });
});
