import { describe, expect, it } from "vitest";
import { inverseSqrt, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("inverseSqrt", () => {
  it.each([
    [inverseSqrt({ warmup: 40 }), { base: 0.07 }],
    [inverseSqrt({ warmup: "3 epochs", timescale: "1 epochs", from: "0.1x" }), { base: 0.07, stepsPerEpoch: 9 }],
    [inverseSqrt({ warmup: 0, timescale: 10_000 }), { base: 0.07 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("falls as the inverse square root of all steps when its timescale is the warm-up", () => {
    const lr = schedule(inverseSqrt({ warmup: 16 }), { base: 0.3 });
    const steps = [0, 1, 8, 15.5, 16, 17, 64, 1e6];
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: 0.3 * (t < 16 ? t / 16 : Math.sqrt(16 / t)), scale: 0.3 })),
    );
  });

  it("has fallen to 1 / sqrt(2) one timescale after the warm-up", () => {
    const lr = schedule(inverseSqrt({ warmup: 16, timescale: 100 }), { base: 1 });
    expectNear(
      [16, 116, 316],
      lr,
      [1, Math.SQRT1_2, 0.5].map((value) => ({ value })),
    );
  });

  it("needs a timescale where there is no warm-up", () => {
    const told = 'timescale: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received';
    expect(messageOf(() => inverseSqrt({ warmup: 0 }))).toBe(`${told} 0`);
    expect(messageOf(() => inverseSqrt({ warmup: "0 epochs" }))).toBe(`${told} "0 epochs"`);
    expect(messageOf(() => inverseSqrt({ warmup: 5, timescale: 0 }))).toBe(`${told} 0`);
  });
});
