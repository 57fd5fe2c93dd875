import { describe, expect, it } from "vitest";
import { cosine, schedule } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("cosine", () => {
  it.each([
    [cosine({ from: 0.1, to: 0, over: 100 }), {}],
    [cosine({ from: 0, to: 0.1, over: 7.25 }), {}],
    [cosine({ from: "1x", to: "0.1x", over: "90%" }), { base: 0.07, steps: 1000 }],
    [cosine({ from: "1x", to: 1e-6, over: "rest" }), { base: 3e-4, steps: 30_000 }],
    [cosine({ from: 0.5, to: 0.1, over: 0 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is half a wave", () => {
    const over = 1_000_000;
    const steps = Array.from({ length: 1001 }, (_, i) => i * 1000);
    const wave = steps.map((t) => ({
      value: 0.001 + (0.1 - 0.001) * ((1 + Math.cos((Math.PI * t) / over)) / 2),
      scale: 0.1,
    }));
    expectNear(steps, schedule(cosine({ from: 0.1, to: 0.001, over })), wave);
  });

  it("is halfway in the middle and mirrored around it", () => {
    const lr = schedule(cosine({ from: 1, to: 0, over: 64 }));
    const steps = Array.from({ length: 65 }, (_, t) => t);
    expect(lr(32)).toBeCloseTo(0.5, 15);
    expectNear(
      steps,
      (t) => 1 - lr(64 - t),
      steps.map((t) => ({ value: lr(t), scale: 1 })),
    );
  });

  it("loses no digit next to its flat ends", () => {
    const over = 1_000_000;
    const square = (Math.PI / (2 * over)) ** 2;
    expectNear([1], schedule(cosine({ from: 0, to: 1, over })), [{ value: square, scale: 0 }]);
    expectNear([over - 1], schedule(cosine({ from: 1, to: 0, over })), [{ value: square, scale: 0 }]);
  });
});
