import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  exponential,
  linear,
  type Plan,
  piecewise,
  product,
  schedule,
  sequence,
  sum,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const line = linear({ from: 0, to: 1, over: 8 });
const stairs = exponential({ from: 1, factor: 0.5, every: 4, staircase: true });

describe("product", () => {
  it.each([
    [product(line), {}],
    [product(cosine({ from: "1x", to: 0, over: 100 }), linear({ from: 0, to: 1, over: 5 })), { base: 0.1 }],
    [product(piecewise({ from: "1x", at: ["1 epoch"], to: ["0.1x"] }), stairs, line), { base: 0.1, stepsPerEpoch: 7 }],
    [product(linear({ from: 1, to: 0, over: "rest" }), cosineWave({ from: 1, to: 0.5, over: 9 })), { steps: 50 }],
    [product(constant({ value: 2 }), product(constant({ value: 3 }), sum(line, stairs))), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is PyTorch's ChainedScheduler", () => {
    const plan = product(piecewise({ from: 0.1, at: [3], to: [1] }), exponential({ from: 1, factor: 0.9, every: 1 }));
    const golden = [0.1, 0.09, 0.081, 0.729, 0.6561, 0.59049];
    expectNear(
      golden.map((_, t) => t),
      schedule(plan),
      golden.map((value) => ({ value })),
    );
  });

  it("multiplies in the order of its factors, to the last bit", () => {
    const factors = [0.1, 0.3, 0.7, 1 / 3].map((value) => linear({ from: value, to: value / 3, over: 30 }));
    const lr = schedule(product(...factors));
    const each = factors.map((factor) => schedule(factor));
    for (let t = 0; t < 40; t++) {
      expect(lr(t)).toBe(each.map((factor) => factor(t)).reduce((all, value) => all * value));
    }
  });

  it("changes where any of its factors does", () => {
    const lr = schedule(
      product(piecewise({ from: 1, at: [3, 6], to: [2, 4] }), piecewise({ from: 1, at: [5, 6], to: [10, 100] })),
    );
    expect([0, 2.9, 3, 4.9, 5, 5.9, 6, 99].map(lr)).toEqual([1, 1, 2, 2, 20, 20, 400, 400]);
    expect(lr.fill(new Float64Array(4), 3)).toEqual(Float64Array.of(2, 2, 20, 400));
  });

  it("lasts as long as its first factor, and its other factors are cut there", () => {
    const after = (...parts: Plan[]) => schedule(sequence(...parts, constant({ value: "last", over: 1 })))(99);
    expect(after(product(constant({ value: 1, over: 6 }), stairs))).toBe(0.5);
    expect(after(product(line, stairs))).toBe(0.25);
    expect(pathsOf(sequence(product(stairs, line), line))).toEqual(["parts[0]"]);
  });

  it("leaves behind what it held just before it was cut", () => {
    const cut = (until: number) =>
      schedule(sequence({ plan: product(line, stairs), until }, constant({ value: "last" })))(99);
    expect([2, 4, 6].map(cut)).toEqual([0.25, 0.5, 0.375]);
  });

  it("tells only its first factor what came before, and what a part of the base is", () => {
    const plan = sequence(constant({ value: 0.5, over: 1 }), product(constant({ value: "last" }), stairs));
    expect([0, 1, 5].map(schedule(plan))).toEqual([0.5, 0.5, 0.25]);
    const relative = "expected a finite number from 0, received";
    expect(messageOf(() => schedule(product(line, constant({ value: "0.5x" })), { base: 1 }))).toBe(
      `factors[1].value: ${relative} "0.5x"`,
    );
    const last = sequence(line, product(line, sequence(linear({ from: "last", to: 0, over: 4 }))));
    expect(messageOf(() => schedule(last))).toBe(`parts[1].factors[1].parts[0].from: ${relative} "last"`);
    const nested = product(line, product(constant({ value: "1x" }), line), line);
    expect(pathsOf(nested)).toEqual(["factors[1].factors[0].value"]);
    expect(pathsOf(product(product(constant({ value: "1x" }), line), line))).toEqual([]);
  });

  it("does not refuse a relative level after a factor that may not have one", () => {
    expect(pathsOf(sequence(product(line, line), constant({ value: "1x" })))).toEqual([]);
    expect(pathsOf(sum(product(line, line), constant({ value: "1x" })))).toEqual([]);
  });

  it("ends at the largest number there is, and nothing stays nothing", () => {
    const huge = constant({ value: 1e200 });
    expect(schedule(product(huge, huge))(0)).toBe(Number.MAX_VALUE);
    expect(schedule(product(huge, huge, constant({ value: 0 })))(0)).toBe(0);
    expect(schedule(product(huge, line, huge))(0)).toBe(0);
    expect(schedule(product(line, huge, huge))(4)).toBe(Number.MAX_VALUE);
  });

  it("of very many plans that change very often is refused before it takes all memory", () => {
    const wide = product(...Array.from({ length: 5000 }, (_, i) => piecewise({ from: 1, at: [i + 1], to: [1] })));
    expect(messageOf(() => schedule(wide))).toMatch(/^expected at most 1,000,000 changes of value/);
    expect(messageOf(() => schedule(sequence(wide)))).toMatch(/^parts\[0\]: expected at most 1,000,000 changes/);
    const at = Array.from({ length: 99_999 }, (_, i) => i + 1);
    expect(schedule(product(piecewise({ from: 0, at, to: at }), constant({ value: 2 })))(77_777.5)).toBe(155_554);
    expect(schedule(product(...new Array(9_999).fill(constant({ value: 1 }))))(5)).toBe(1);
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(product(line));
    expect(messageOf(() => schedule(product()))).toBe(
      "factors: expected a list of 1 to 100,000 entries, received a list of 0",
    );
    expect(pathsOf({ kind: "product", factors: [line, { ...line, over: -1 }, { kind: "lin" }] })).toEqual([
      "factors[1].over",
      "factors[2].kind",
    ]);
    expect(pathsOf({ kind: "product", factors: [{ plan: line, until: 4 }] })).toEqual(["factors[0].kind"]);
  });
});
