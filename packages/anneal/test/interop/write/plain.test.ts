import { describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  exponential,
  linear,
  type Plan,
  polynomial,
  powerLaw,
  product,
  sum,
  tanh,
} from "../../../src/index.ts";
import { toPyTorch } from "../../../src/interop/write/pytorch/index.ts";
import { returned } from "./returned.ts";

const RUN = { base: 0.1, steps: 100 };
const said = (plan: Plan): string => returned(toPyTorch(plan, RUN).code);
const half = constant({ value: 0.5 });
const wave = (from: number, to: number): Plan => cosine({ from, to, over: 100 });
const WAVE = "CosineAnnealingLR(optimizer, T_max=100, eta_min=0.02)";

describe("what comes to one curve is written as that curve", () => {
  it.each<[string, Plan, string]>([
    ["a curve times a number", product(wave(0.2, 0.04), half), WAVE],
    ["a curve times numbers, inside of each other", product(product(wave(0.4, 0.08), half), half), WAVE],
    ["a curve and a number", sum(wave(0.08, 0), constant({ value: 0.02 })), WAVE],
    ["curves that differ in their ends", sum(product(wave(0.2, 0), half), wave(0, 0.02)), WAVE],
    ["a curve between bounds that it never meets", clamp({ plan: wave(0.1, 0.02), min: 0.01, max: 1 }), WAVE],
    [
      "a line of levels above a floor",
      sum(linear({ from: 0, to: 0.05, over: 9 }), constant({ value: 0.05 })),
      "LinearLR(optimizer, start_factor=0.5, total_iters=9)",
    ],
  ])("%s", (_, plan, expected) => {
    expect(said(plan)).toBe(expected);
    expect(toPyTorch(plan, RUN).exact).toBe(true);
  });

  it.each<[string, Plan]>([
    ["a curve that meets its bound", clamp({ plan: wave(0.1, 0), min: 0.02 })],
    ["two curves of different shapes", sum(wave(0.1, 0), linear({ from: 0, to: 0.02, over: 100 }))],
    ["two curves of one shape and different lengths", sum(wave(0.08, 0), cosine({ from: 0.02, to: 0, over: 99 }))],
    ["a product of two curves", product(wave(0.1, 0.02), polynomial({ from: 1, to: 0.5, over: 100, power: 2 }))],
    ["an exponential between bounds", clamp({ plan: exponential({ from: 0.1, factor: 0.9, every: 1 }), min: 0.01 })],
    ["a power law and a number", sum(powerLaw({ from: 0.1, every: 9, power: -1 }), constant({ value: 0.02 }))],
    ["a tangent, which PyTorch has not", product(tanh({ from: 0.2, to: 0, over: 100 }), half)],
  ])("but not %s", (_, plan) => {
    expect(said(plan)).toBe("LambdaLR(optimizer, lambda step: learning_rate(step) / 0.1)");
    expect(toPyTorch(plan, RUN).exact).toBe(true);
  });
});
