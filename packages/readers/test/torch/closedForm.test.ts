import { describe, expect, it } from "vitest";
import { closedForm } from "../../src/torch/lambda/closedForm.ts";
import { Lambda } from "../../src/value.ts";

const of = (text: string, compute: (epoch: number) => number) => closedForm(new Lambda(text, compute));

describe("a function that is a plan becomes one", () => {
  it.each([
    ["lambda epoch: 1.0", () => 1, "constant"],
    ["lambda epoch: 0.95 ** epoch", (t: number) => 0.95 ** t, "exponential"],
    ["lambda epoch: 0.1 ** (epoch // 30)", (t: number) => 0.1 ** Math.floor(t / 30), "exponential"],
    ["lambda e: 1 / (1 + 0.05 * e)", (t: number) => 1 / (1 + 0.05 * t), "powerLaw"],
    ["lambda e: (1 + e / 40) ** -0.75", (t: number) => (1 + t / 40) ** -0.75, "powerLaw"],
    ["lambda e: (e + 1) ** 0.3", (t: number) => (t + 1) ** 0.3, "powerLaw"],
    ["lambda e: max(0.02, 0.95 ** e)", (t: number) => Math.max(0.02, 0.95 ** t), "clamp"],
    ["lambda e: max(1e-9, 0.5 ** (e // 30))", (t: number) => Math.max(1e-9, 0.5 ** Math.floor(t / 30)), "clamp"],
    ["lambda e: min(40, (1 + e) ** 0.5)", (t: number) => Math.min(40, (1 + t) ** 0.5), "clamp"],
    ["lambda e: 1 / math.sqrt(1 + e)", (t: number) => 1 / Math.sqrt(1 + t), "powerLaw"],
    [
      "lambda e: 1 if e < 30 else 0.1 if e < 60 else 0.01",
      (t: number) => (t < 30 ? 1 : t < 60 ? 0.1 : 0.01),
      "piecewise",
    ],
    ["lambda e: max(0, 1 - e / 100)", (t: number) => Math.max(0, 1 - t / 100), "linear"],
    ["lambda e: (1 - min(e, 100) / 100) ** 0.9", (t: number) => (1 - Math.min(t, 100) / 100) ** 0.9, "polynomial"],
    ["lambda e: min(1, (e + 1) / 10)", (t: number) => Math.min(1, (t + 1) / 10), "linear"],
    [
      "lambda e: 0.5 * (1 + math.cos(math.pi * min(e, 90) / 90))",
      (t: number) => 0.5 * (1 + Math.cos((Math.PI * Math.min(t, 90)) / 90)),
      "cosine",
    ],
    [
      "lambda e: 0.5 * (1 + math.cos(math.pi * e / 90))",
      (t: number) => 0.5 * (1 + Math.cos((Math.PI * t) / 90)),
      "cosineWave",
    ],
  ] as const)("%s", (text, compute, kind) => {
    expect(of(text, compute)?.kind).toBe(kind);
  });

  it.each([
    ["constant", (t: number) => (t < 5 ? t / 5 : 1)],
    ["linear", (t: number) => (t < 10 ? t / 10 : Math.max(0, (100 - t) / 90))],
    ["cosine", (t: number) => (t < 10 ? t / 10 : t < 100 ? 0.5 * (1 + Math.cos((Math.PI * (t - 10)) / 90)) : 0)],
    ["powerLaw", (t: number) => (t < 10 ? t / 10 : Math.sqrt(10 / t))],
    ["exponential", (t: number) => (t < 10 ? (t + 1) / 10 : 0.9 ** (t - 10))],
    ["clamp", (t: number) => (t < 200 ? (t + 1) / 200 : Math.max(0.05, (200 / (t + 1)) ** 0.5))],
    ["clamp", (t: number) => (t < 10 ? t / 10 : Math.max(1e-3, 0.9 ** (t - 10)))],
  ] as const)("after a warm-up: %s", (kind, compute) => {
    const plan = of("lambda e: warmup(e, 10, 100)", compute);
    if (plan?.kind === "linear") expect(kind).toBe("constant");
    else expect(plan).toMatchObject({ kind: "sequence", parts: [{ kind: "linear" }, { kind }] });
  });

  it("after a level", () => {
    const plan = of("lambda e: 1 if e < 10 else 0.9 ** (e - 9)", (t) => (t < 10 ? 1 : 0.9 ** (t - 9)));
    expect(plan).toMatchObject({ kind: "sequence", parts: [{ kind: "constant", over: 9 }, { kind: "exponential" }] });
  });

  it("and any other stays a function", () => {
    expect(of("lambda e: 1 + sin(e)", (t) => 1 + 0.5 * Math.sin(t))).toBeUndefined();
    expect(of("lambda e: 0.95 ** e if e != 77 else 1", (t) => (t === 77 ? 1 : 0.95 ** t))).toBeUndefined();
    expect(of("lambda e: 0.999 ** e * (1 + e % 2 * 1e-9)", (t) => 0.999 ** t * (1 + (t % 2) * 1e-9))).toBeUndefined();
  });
});
