import { describe, expect, it } from "vitest";
import { median } from "../harness/median.ts";

describe("median", () => {
  it("is the middle value, whatever the order", () => {
    expect(median([10, 1, 9, 2, 100])).toBe(9);
  });

  it("is between the middle two of an even count", () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });

  it("leaves the list as it was", () => {
    const list = [3, 1, 2];
    median(list);
    expect(list).toEqual([3, 1, 2]);
  });

  it("of nothing is NaN, which is over every bar", () => {
    expect(median([])).toBeNaN();
  });
});
