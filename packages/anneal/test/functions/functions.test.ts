import { describe, expect, it } from "vitest";
import { functions } from "../../src/index.ts";

const { radam, timmNoise } = functions as Required<typeof functions>;

describe("the functions that recipes name", () => {
  it("are these, and cannot be replaced", () => {
    expect(Object.keys(functions)).toEqual(["radam", "timmNoise"]);
    expect(Object.isFrozen(functions)).toBe(true);
  });
});

describe("radam", () => {
  const read = (t: number, args: number[]): number => radam?.(t, args) as number;

  it("is the rectification of RAdam", () => {
    // pytorch_warmup 0.2 RAdamWarmup with beta2 0.999.
    const real: [number, number][] = [
      [0, 0.01731150317],
      [1, 0.0258211128],
      [2, 0.03273881441],
      [10, 0.06903133727],
    ];
    const later: [number, number][] = [
      [100, 0.2208856848],
      [1000, 0.6466392617],
      [10_000, 0.9997743235],
    ];
    for (const [t, value] of [...real, ...later]) expect(read(t, [0.999])).toBeCloseTo(value, 10);
    expect(read(7, [])).toBe(read(7, [0.999]));
  });

  it("comes to 1 in the end, from the first step on which it is defined", () => {
    for (const beta2 of [0.61, 0.7, 0.9, 0.99, 0.99999]) {
      expect(read(0, [beta2])).toBeGreaterThan(0);
      expect(read(0, [beta2])).toBeLessThan(1);
      for (const far of [1e9, 1e300, Number.POSITIVE_INFINITY]) expect(read(far, [beta2])).toBeCloseTo(1, 9);
    }
  });

  it("is a number where all its digits are lost", () => {
    for (const beta2 of [1 - 2 ** -53, 1 - 2 ** -52, 1 - 1e-15, 1 - 1e-12]) {
      for (let t = 0; t < 50; t += 0.5) {
        expect(read(t, [beta2])).toBeGreaterThanOrEqual(0);
        expect(read(t, [beta2])).toBeLessThanOrEqual(1);
      }
    }
  });

  it("is 1 where there is no rectification, and always comes back", () => {
    for (const beta2 of [-3, 0, 0.3, 0.6, 1, 1.5]) expect([0, 5, 1e6].map((t) => read(t, [beta2]))).toEqual([1, 1, 1]);
  });
});

describe("timmNoise", () => {
  const read = (t: number, args: number[]): number => timmNoise?.(t, args) as number;

  it("draws again until a number fits, also from the second half of a pair", () => {
    // torch 1.13.1: seed 42 draws 0.3367, 0.1288, 0.2345, 0.2303, -1.1229, -0.1863, …
    const first = read(0, [42]) - 1;
    expect(first).toBeCloseTo(0.33669037, 8);
    expect(read(0, [42, 0.3]) - 1).toBeCloseTo(0.12880941, 8);
    expect(read(0, [42, 0.128]) - 1).not.toBeCloseTo(0.12880941, 8);
    expect(Math.abs(read(0, [42, 0.128]) - 1)).toBeLessThan(0.128);
  });

  it("has a seed of 42, a limit of 0.67, a turn of one step and a deviation of 1", () => {
    for (const t of [0, 1, 17.5]) expect(read(t, [])).toBe(read(t, [42, 0.67, 1, 0, 1]));
    expect(read(1, [41])).toBe(read(0, [42]));
    expect(read(7.9, [42, 0.67, 4])).toBe(read(1, [42]));
  });

  it("scales normal numbers by the deviation before it looks at the limit", () => {
    expect(read(0, [42, 10, 1, 0, 2]) - 1).toBeCloseTo(2 * 0.33669037, 7);
    expect(read(0, [42, 0.5, 1, 0, 2]) - 1).toBeCloseTo(2 * 0.12880941, 7);
    expect(read(0, [42, 0.5, 1, 1, 2])).toBe(read(0, [42, 0.5, 1, 1]));
  });

  it("draws uniform numbers of 24 bits", () => {
    // torch 1.13.1: torch.rand(1) with seed 42 is 0.8822692633.
    expect(read(0, [42, 1, 1, 1])).toBeCloseTo(1 + 2 * (0.8822692633 - 0.5), 9);
    expect(read(0, [42, 0.1, 1, 1])).toBeCloseTo(1 + 0.2 * (0.8822692633 - 0.5), 10);
  });

  it("gives up where next to nothing fits", () => {
    expect(read(0, [42, 1e-12])).toBe(1);
    const narrow = Array.from({ length: 20 }, (_, t) => Math.abs(read(t, [42, 0.01]) - 1));
    expect(narrow.every((off) => off > 0 && off < 0.01)).toBe(true);
  });
});
