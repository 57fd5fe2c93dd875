import { describe, expect, it } from "vitest";
import { linearScale, logScale } from "../../src/svg/scale.ts";

describe("a logarithmic scale", () => {
  it("numbers the powers of ten, and 2 and 5 as well where there are few", () => {
    expect(logScale(1e-7, 10, 0, 100).ticks).toEqual([1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10]);
    expect(logScale(0.01, 0.5, 0, 100).ticks).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5]);
    expect(logScale(1e-7, 10, 0, 100).minor.length).toBe(64);
  });

  it("puts its ends at its ends, equal ratios equally far apart, and far away only so far", () => {
    const { at } = logScale(1e-4, 1, 50, 450);
    expect([1e-4, 1e-3, 0.1, 1].map((rate) => Number(at(rate).toFixed(9)))).toEqual([50, 150, 350, 450]);
    expect(at(1e300)).toBe(3000);
    expect(Number.isFinite(logScale(0.1, 0.1, 0, 1).at(0.1))).toBe(true);
  });
});

describe("a linear scale", () => {
  it.each([
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [1.71, 2.33, [1.8, 2, 2.2]],
    [-5, 50, [0, 20, 40]],
    [0, 2.5e-9, [0, 5e-10, 1e-9, 1.5e-9, 2e-9, 2.5e-9]],
  ])("from %d to %d numbers %j", (low, high, expected) => {
    const { ticks, at } = linearScale(low, high, 100, 0);
    expect(ticks.map((tick) => Number(tick.toPrecision(12)))).toEqual(expected);
    expect([at(low), at(high)]).toEqual([100, 0]);
  });

  it("ends where its steps are smaller than the last bit of its numbers", () => {
    expect(linearScale(1e17, 1e17 + 16, 0, 1).ticks.length).toBeLessThan(7);
  });
});
