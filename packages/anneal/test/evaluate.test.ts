import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/evaluate.ts";
import { constant, linear, piecewise, schedule, sequence } from "../src/index.ts";
import { piece } from "../src/piece.ts";
import { runs } from "./arbitrary/runs.ts";
import { expectSame } from "./near.ts";

const stairs = evaluate(Array.from({ length: 1000 }, (_, i) => piece(3 * i, i)));

describe("a curve of pieces", () => {
  it("is read at any step, wherever it was read before", () => {
    const law = (steps: number[]) => {
      for (const step of steps) expect(stairs(step)).toBe(Math.min(Math.floor(step / 3), 999));
    };
    const step = fc.oneof(fc.nat(3200), fc.double({ min: 0, max: 3200, noNaN: true }));
    fc.assert(fc.property(fc.array(step, { maxLength: 50 }), law), { numRuns: runs(500) });
  });

  it("gives the first value before its beginning and the last one for ever", () => {
    expect([-1e300, -1, -0, 0, 2997, 1e300].map(stairs)).toEqual([0, 0, 0, 0, 999, 999]);
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 5].map(stairs)).toEqual([0, 999, 1]);
  });

  it("gives NaN for NaN, and then goes on as before", () => {
    expect([7, Number.NaN, 7, 8].map(stairs)).toEqual([2, Number.NaN, 2, 2]);
    expect([undefined, {}, "five"].map((step) => stairs(step as never))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("passes over pieces that take no time", () => {
    const lr = evaluate([piece(0, 1), piece(0, 2), piece(4, 3), piece(4, 4), piece(4, 5)]);
    expect([-1, 0, 3, 4, 5].map(lr)).toEqual([2, 2, 2, 5, 5]);
    expect(lr.fill([0, 0, 0, 0, 0, 0], 1)).toEqual([2, 2, 2, 5, 5, 5]);
  });
});

describe("fill", () => {
  const plan = sequence(linear({ from: 0, to: 1, over: 7.5 }), piecewise({ from: 2, at: [5, 6.25], to: [3, 4] }));
  const lr = schedule(plan);

  it("writes what reading gives, from anywhere, into any length", () => {
    const law = (first: number, length: number) => {
      const steps = Array.from({ length }, (_, i) => first + i);
      expectSame(`fill from ${first}`, steps, lr.fill(new Float64Array(length), first), steps.map(lr));
    };
    const far = fc.constantFrom(-1e17, -1e9, 2 ** 53 - 4, 2 ** 53, 1e17, 1e300, -(2 ** 53));
    const first = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.double({ min: -30, max: 30, noNaN: true }), far);
    fc.assert(fc.property(first, fc.nat(60), law), { numRuns: runs(3000) });
  });

  it("finds boundaries that lie far out, where steps are no longer exact", () => {
    const far = schedule(piecewise({ from: 1, at: [2 ** 53 - 1, 2 ** 53 + 2, 2 ** 53 + 8], to: [2, 3, 4] }));
    const first = 2 ** 53 - 6;
    const steps = Array.from({ length: 20 }, (_, i) => first + i);
    expectSame("far out", steps, far.fill(new Float64Array(20), first), steps.map(far));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "writes over everything from %d too",
    (first) => {
      expect(lr.fill([7, 7, 7], first)).toEqual([lr(first), lr(first), lr(first)]);
    },
  );

  it("begins at 0 when nothing is said, and gives back what it filled", () => {
    const out = new Float64Array(3);
    expect(lr.fill(out)).toBe(out);
    expect(Array.from(out)).toEqual([0, 1, 2].map(lr));
    expect(lr.fill([])).toEqual([]);
  });

  it("fills lists of any kind of number", () => {
    const tenth = schedule(constant({ value: 0.1 }));
    expect(tenth.fill(new Float32Array(2))).toEqual(new Float32Array([0.1, 0.1]));
    expect(tenth.fill(new Array<number>(2))).toEqual([0.1, 0.1]);
  });
});
