import { describe, expect, it } from "vitest";
import { type Level, schedule, type Time } from "../../src/index.ts";
import { withAmount } from "../../src/recipes/withAmount.ts";

describe("withAmount", () => {
  it.each<[Time | Level, Time | Level]>([
    [5, 15],
    ["5 epochs", "15 epochs"],
    ["1 step", "3 steps"],
    ["1 epoch", "3 epochs"],
    ["1e9 tokens", "3000000000 tokens"],
    ["6.5 samples", "19.5 samples"],
    ["6%", "18%"],
    ["0.5x", "1.5x"],
    ["1e21 tokens", "3e+21 tokens"],
  ])("%s three times is %s, in its own unit", (quantity, times) => {
    expect(withAmount(quantity, (amount) => amount * 3)).toBe(times);
  });

  it("can be read again, however small or large", () => {
    const tiny = withAmount("0.123456789012345678 epochs", (amount) => amount / 7e20);
    expect(schedule({ kind: "linear", from: 0, to: 1, over: tiny }, { stepsPerEpoch: 1e9 })(1)).toBe(1);
  });

  it("changes what is nothing too", () => {
    expect([0, "0 epochs", "0x"].map((none) => withAmount(none as Time, () => 7))).toEqual([7, "7 epochs", "7x"]);
  });

  it.each(["rest", "last", "nonsense", undefined, -5, Number.POSITIVE_INFINITY, "1e999 epochs"])(
    "%s has no amount and stays",
    (quantity) => {
      expect(withAmount(quantity as Time, () => 7)).toBe(quantity);
    },
  );
});
