import { describe, expect, it } from "vitest";
import { cosine, schedule } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("cosine", () => {
  it.each([
    [cosine({ from: 0.1, to: 0, over: 100 }), {}],
    [cosine({ from: 0, to: 0.1, over: 7.25 }), {}],
    [cosine({ from: "1x", to: "0.1x", over: "90%" }), { base: 0.07, steps: 1000 }],
    [cosine({ from: "1x", to: 1e-6, over: "rest" }), { base: 3e-4, steps: 30_000 }],
    [cosine({ from: 0.5, to: 0.1, over: 0 }), {}],
    [cosine({ from: 0.5, to: 0.1, over: 20, inclusive: true }), {}],
    [cosine({ from: "1x", to: 0, over: "2 epochs", power: 0.5 }), { base: 0.1, stepsPerEpoch: 13 }],
    [cosine({ from: 0.1, to: 0.7, over: 40, power: 3, k: 0.5 }), {}],
    [cosine({ from: 0.1, to: 0, over: 33.25, k: 2, inclusive: true }), {}],
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

  it("is optax's cosine to a power and timm's k-decay", () => {
    const steps = Array.from({ length: 500 }, (_, t) => t);
    for (const [power, k] of [
      [2, 1],
      [0.5, 1],
      [1, 2],
      [1, 0.7],
      [1.3, 1.5],
    ] as const) {
      const lr = schedule(cosine({ from: 0.1, to: 0.01, over: 500, power, k }));
      const wave = steps.map((t) => ({
        value: 0.01 + 0.09 * ((1 + Math.cos(Math.PI * (t / 500) ** k)) / 2) ** power,
        scale: 0.1,
      }));
      expectNear(steps.slice(0, -9), lr, wave);
      expect([0, 500, 999].map(lr)).toEqual([0.1, 0.01, 0.01]);
    }
  });

  it("with power 1 and k 1 is the same to the last bit", () => {
    const fields = { from: 0.1, to: 0.01, over: 77 };
    const [plain, said] = [cosine(fields), cosine({ ...fields, power: 1, k: 1 })].map((plan) => schedule(plan));
    for (let t = 0; t < 80; t++) expect(said?.(t)).toBe(plain?.(t));
  });

  it("refuses what is wrong in its fields", () => {
    const plan = cosine({ from: 1, to: 0, over: 4 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -1, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, power: 0, k: 0 })).toEqual(["power", "k"]);
    expect(pathsOf({ ...plan, power: -1, k: "1" })).toEqual(["power", "k"]);
    expect(pathsOf({ ...plan, inclusive: 1 })).toEqual(["inclusive"]);
  });
});
