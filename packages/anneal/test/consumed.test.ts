import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumed } from "../src/consumed.ts";
import type { BatchSize } from "../src/index.ts";
import { batchSize } from "./arbitrary/batchSize.ts";

/** The sum of what the updates take, one after another. */
function sum(size: BatchSize, updates: number): number {
  let all = 0;
  for (let i = 0; i < updates; i++) {
    if (typeof size === "number") all += size;
    else all += [size.from, ...size.to][size.at.filter((at) => at <= i).length] as number;
  }
  return all;
}

describe("what the updates consume", () => {
  it.each<[BatchSize, number, number]>([
    [32, 10, 320],
    [32, 0.5, 16],
    [{ from: 32, at: [], to: [] }, 10, 320],
    [{ from: 10, at: [5, 8], to: [20, 30] }, 5, 50],
    [{ from: 10, at: [5, 8], to: [20, 30] }, 6.5, 80],
    [{ from: 10, at: [5, 8], to: [20, 30] }, 8, 110],
    [{ from: 10, at: [5, 8], to: [20, 30] }, 10, 170],
    [{ from: 30, at: [2.5], to: [10] }, 3, 80],
  ])("with %j before step %d is %d, and back", (size, step, amount) => {
    expect(consumed(size, step)).toBe(amount);
    expect(consumed(size, amount, true)).toBe(step);
  });

  it("is the sum over the updates", () => {
    const whole = fc.record({
      from: fc.integer({ min: 1, max: 999 }),
      rises: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999 })), { maxLength: 8 }),
    });
    const law = ({ from, rises }: { from: number; rises: [number, number][] }, updates: number) => {
      let step = 0;
      const ramp = { from, at: rises.map(([steps]) => (step += steps)), to: rises.map(([, to]) => to) };
      expect(consumed(ramp, updates)).toBe(sum(ramp, updates));
    };
    fc.assert(fc.property(whole, fc.integer({ min: 0, max: 90 }), law));
  });

  it("rises with every step", () => {
    const step = fc.double({ min: 0, max: 20_000, noNaN: true });
    const law = (size: BatchSize, a: number, b: number) => {
      const amount = (t: number): number => consumed(size, t);
      expect(amount(Math.min(a, b))).toBeLessThanOrEqual(amount(Math.max(a, b)));
      if (Math.abs(a - b) > 1e-6) expect(amount(a)).not.toBe(amount(b));
    };
    fc.assert(fc.property(batchSize, step, step, law));
  });

  it("has an inverse, both ways", () => {
    const law = (size: BatchSize, step: number, amount: number) => {
      const there = (step: number): number => consumed(size, step);
      const back = (amount: number): number => consumed(size, amount, true);
      // What rounding the way there costs, by how steep the way back is.
      const sizes = typeof size === "number" ? [size] : [size.from, ...size.to];
      const lost = (there(step) / Math.min(...sizes)) * 1e-15;
      const lostBack = back(amount) * Math.max(...sizes) * 1e-15;
      expect(Math.abs(back(there(step)) - step)).toBeLessThanOrEqual(1e-9 * step + lost);
      expect(Math.abs(there(back(amount)) - amount)).toBeLessThanOrEqual(1e-9 * amount + lostBack);
    };
    const any = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(fc.property(batchSize, any, any, law));
  });

  it("is nothing at the start and never ends", () => {
    fc.assert(
      fc.property(batchSize, fc.boolean(), (size, inverse) => {
        expect(consumed(size, 0, inverse)).toBe(0);
        expect(consumed(size, Number.POSITIVE_INFINITY, inverse)).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });
});
