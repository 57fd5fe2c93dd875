import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Shuffler } from "../../../src/tfjs/finder/shuffler.ts";

describe("a shuffler", () => {
  it("gives orders of all numbers, the same for the same seed, another each time", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 200 }), (seed, count) => {
        const [one, same] = [new Shuffler(seed), new Shuffler(seed)];
        const orders = [one.order(count), one.order(count)];
        expect([same.order(count), same.order(count)]).toEqual(orders);
        for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
        if (count > 20) expect(orders[0]).not.toEqual(orders[1]);
      }),
    );
  });

  it("puts every number everywhere equally often, for seeds next to each other too", () => {
    const counts = Array.from({ length: 5 }, () => Array<number>(5).fill(0));
    for (let seed = 0; seed < 5000; seed++) {
      for (const [place, number] of new Shuffler(seed).order(5).entries()) {
        (counts[place] as number[])[number] = (counts[place]?.[number] ?? 0) + 1;
      }
    }
    // 1000 are expected, with a standard deviation of 28.
    for (const count of counts.flat()) expect(Math.abs(count - 1000)).toBeLessThan(140);
  });
});
