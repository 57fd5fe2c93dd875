import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format } from "../src/index.ts";

describe("format", () => {
  it.each([
    [0.0010000000000000002, "0.001"],
    [0.1 + 0.2, "0.3"],
    [0.01, "0.01"],
    [1e-5, "0.00001"],
    [1e-7, "1e-7"],
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [1 / 3, "0.333333333333"],
    [2 / 3, "0.666666666667"],
    [123_456_789_012_345, "123456789012000"],
    [1e21, "1e+21"],
    [5e-324, "5e-324"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
  ])("prints %d as %s", (rate, text) => {
    expect(format(rate)).toBe(text);
  });

  it("keeps 12 digits and no more", () => {
    const law = (rate: number) => {
      const text = format(rate);
      expect(Math.abs(Number(text) - rate)).toBeLessThanOrEqual(5.1e-12 * rate);
      expect(text.replace(/e.*|\D/g, "").replace(/^0+|0+$/g, "").length).toBeLessThanOrEqual(12);
      expect(format(Number(text))).toBe(text);
    };
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), law), { numRuns: 2000 });
  });
});
