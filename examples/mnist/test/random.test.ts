import { describe, expect, it } from "vitest";
import { drawSeed, randomFromState, seededRandom, shuffledOrder } from "../src/random.ts";

describe("seededRandom", () => {
  it("gives the same numbers for the same seed and stream, others for others", () => {
    const first = (seed: number, stream?: number) => [...shuffledOrder(seededRandom(seed, stream), 50)].join();
    expect(first(7)).toBe(first(7));
    expect(first(7, 1)).toBe(first(7, 1));
    expect(new Set([first(0), first(1), first(2), first(0, 1), first(0, 2)]).size).toBe(5);
  });
});

describe("randomFromState", () => {
  it("goes on exactly where the state was read, through JSON", () => {
    const random = seededRandom(3);
    shuffledOrder(random, 100);
    const state = JSON.parse(JSON.stringify(random.getState()));
    expect(shuffledOrder(randomFromState(state), 100)).toEqual(shuffledOrder(random, 100));
  });
});

describe("shuffledOrder", () => {
  it("holds every number once", () => {
    const sorted = shuffledOrder(seededRandom(1), 1000).sort();
    expect(sorted).toEqual(Uint32Array.from({ length: 1000 }, (_, index) => index));
  });

  it("puts each number at each place about equally often", () => {
    const random = seededRandom(5);
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let round = 0; round < 4000; round++) {
      shuffledOrder(random, 4).forEach((value, place) => {
        (counts[place] as number[])[value] = (counts[place]?.[value] as number) + 1;
      });
    }
    // 1000 ± 6 standard deviations.
    for (const count of counts.flat()) expect(Math.abs(count - 1000)).toBeLessThan(165);
  });
});

describe("drawSeed", () => {
  it("is never 0, which TensorFlow.js takes for no seed", () => {
    const random = seededRandom(0);
    const seeds = Array.from({ length: 1000 }, () => drawSeed(random));
    expect(Math.min(...seeds)).toBeGreaterThan(0);
    expect(new Set(seeds).size).toBe(1000);
  });
});
