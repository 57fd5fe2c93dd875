import { describe, expect, it } from "vitest";
import { cosine, exponentialWarmup, functions, linearWarmup, radamWarmup, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const plan = cosine({ from: "1x", to: 0.1, over: 40 });
const bare = schedule(plan, { base: 1 });
const steps = [0, 1, 2.5, 5, 9, 10, 30, 40, 2000];

describe("warm-ups that dampen a plan", () => {
  it.each([
    [linearWarmup({ plan, over: 7 }), { base: 0.7 }],
    [linearWarmup({ plan, beta2: 0.9 }), { base: 0.7 }],
    [exponentialWarmup({ plan, over: "2 epochs" }), { base: 0.7, stepsPerEpoch: 5 }],
    [exponentialWarmup({ plan }), { base: 0.7 }],
    [radamWarmup({ plan, beta2: 0.98 }), { base: 0.7 }],
  ] as const)("obey the laws: %j in %j", (plan, run) => laws(plan, run, functions));

  it("linearWarmup by (t + 1) / over", () => {
    const lr = schedule(linearWarmup({ plan, over: 10 }), { base: 1 });
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: bare(t) * Math.min(1, (t + 1) / 10), scale: 1 })),
    );
  });

  it("exponentialWarmup by 1 - exp(-(t + 1) / over)", () => {
    const lr = schedule(exponentialWarmup({ plan, over: 10 }), { base: 1 });
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: bare(t) * (1 - Math.exp(-(t + 1) / 10)), scale: 1 })),
    );
  });

  it("radamWarmup by the factor of its paper", () => {
    const lr = schedule(radamWarmup({ plan }), { base: 1 }, { functions });
    expectNear(
      [0, 1, 2],
      (t) => lr(t) / bare(t),
      [0.01731150317, 0.0258211128, 0.03273881441].map((value) => ({ value, scale: 1e5 })),
    );
  });

  it.each([
    [0.999, 1999, 999],
    [0.99, 199, 99],
    [0.95, 39, 19],
    [0.9, 20, 10],
  ])("take their length from beta2 %s: %s and %s steps", (beta2, linear, exponential) => {
    expect(linearWarmup({ plan, beta2 })).toEqual(linearWarmup({ plan, over: linear }));
    expect(exponentialWarmup({ plan, beta2 })).toEqual(exponentialWarmup({ plan, over: exponential }));
  });

  it("take 0.999 for a beta2 that is not given, and a length before any", () => {
    expect(linearWarmup({ plan })).toEqual(linearWarmup({ plan, beta2: 0.999 }));
    expect(linearWarmup({ plan, over: 5, beta2: 0.9 })).toEqual(linearWarmup({ plan, over: 5 }));
    expect(radamWarmup({ plan })).toEqual(radamWarmup({ plan, beta2: 0.999 }));
  });

  it.each<[() => unknown, string]>([
    [
      () => linearWarmup({ plan, over: 0 }),
      'over: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0',
    ],
    [() => exponentialWarmup({ plan, beta2: 1 }), "beta2: expected a finite number from 0 below 1, received 1"],
    [() => exponentialWarmup({ over: 3 } as never), "plan: expected a plan, received undefined"],
    [() => radamWarmup({ plan, beta2: 0.6 }), "beta2: expected a number above 0.6, received 0.6"],
    [() => radamWarmup({ plan, over: 3 } as never), 'expected one of plan, beta2, received "over"'],
  ])("refuse %s", (refused, message) => {
    expect(messageOf(refused)).toBe(message);
  });
});
