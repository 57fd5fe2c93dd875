import { describe, expect, it } from "vitest";
import { evenly, indices, multiples } from "../../src/svg/spaced.ts";

describe("what is thinned out", () => {
  it("is all there while there is room", () => {
    expect(indices(3, 7, 100)).toEqual([3, 4, 5, 6, 7]);
    expect(multiples(2.5, 1, 10, 1 / 0)).toEqual([2.5, 5, 7.5, 10]);
    expect(indices(5, 4, 10)).toEqual([]);
  });

  it("rises, and falls on every place of a cycle", () => {
    const some = indices(0, 64 * 1000 - 1, 1000);
    expect(some.length).toBe(1000);
    expect(some.every((one, i) => i === 0 || one > (some[i - 1] as number))).toBe(true);
    // At equal distances of 64 there would be one place.
    expect(new Set(some.map((one) => one % 64)).size).toBe(64);
    expect(some.at(-1)).toBeLessThan(64_000);
  });
});

describe("equal distances", () => {
  it("are as many as pixels, and none where only corners are asked for", () => {
    expect(evenly(0, 10, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(evenly(0, 10, 0.5)).toEqual([]);
    expect(evenly(0, 10, 1 / 0)).toEqual([]);
  });
});
