import { describe, expect, it } from "vitest";
import { constant, cosine, functions, noise, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

const plan = constant({ value: 1 });
const read = (options: object, steps: readonly number[]) =>
  steps.map(schedule(noise({ plan, ...options }), { stepsPerEpoch: 3 }, { functions }));

describe("noise", () => {
  it.each([
    [noise({ plan: cosine({ from: "1x", to: 0, over: 30 }), seed: 7, every: 64 }), { base: 0.3 }],
    [noise({ plan, from: "2 epochs", until: "5 epochs", every: 4 }), { stepsPerEpoch: 3 }],
    [noise({ plan, distribution: "uniform", limit: 0.2, from: 5 }), {}],
    [noise({ plan, from: 4, until: 4 }), {}],
  ] as const)("obeys the laws: %j in %j", (plan, run) => laws(plan, run, functions));

  it("is what PyTorch's generator draws for timm", () => {
    // torch 1.13.1: the normal numbers of torch.Generator().manual_seed(42 + t), the first below 0.67.
    const drawn = [
      0.33669036626815796, -0.6484010815620422, 0.058945026248693466, 0.031175758689641953, -0.13182371854782104,
    ];
    expect(read({}, [0, 1, 2, 3, 4])).toEqual(drawn.map((number) => 1 + number));
    expect(read({ deviation: 0.5, limit: 0.3 }, [0, 2])).toEqual(
      [drawn[0], drawn[2]].map((number) => 1 + Number(number) / 2),
    );
  });

  it("names the function with the seed, the limit, the turn, the distribution and the deviation", () => {
    const draws = (plan: ReturnType<typeof noise>) => JSON.stringify(plan.factors[1]).match(/\[[\d.,]+\]/)?.[0];
    expect(draws(noise({ plan }))).toBe("[42,0.67,1,0,1]");
    const own = { seed: 3, limit: 0.1, every: 5, distribution: "uniform", deviation: 2 } as const;
    expect(draws(noise({ plan, ...own }))).toBe("[3,0.1,5,1,2]");
  });

  it("is there from one time until another, and the same whenever it is read", () => {
    const lr = schedule(noise({ plan, from: 2, until: "3 epochs" }), { stepsPerEpoch: 3 }, { functions });
    const values = Array.from({ length: 12 }, (_, t) => lr(t));
    expect(values.map((value) => value === 1)).toEqual([..."110000000111"].map((digit) => digit === "1"));
    expect(values[5]).toBe(read({}, [5])[0]);
    expect([11, 5, 3].map(lr)).toEqual([values[11], values[5], values[3]]);
    expect(read({ from: 3 }, [2, 3, 1e6]).map((value) => value === 1)).toEqual([true, false, false]);
  });

  it("holds a factor for so many steps, and has another for each seed", () => {
    const held = read({ every: 3 }, [0, 2, 2.9, 3, 5, 6]);
    expect(held).toEqual([0, 0, 0, 1, 1, 2].map((turn) => read({}, [turn])[0]));
    expect(read({ seed: 43 }, [0])).toEqual(read({ seed: 42 }, [1]));
    expect(read({ seed: 42 + 2 ** 32 }, [0])).toEqual(read({}, [0]));
  });

  it("stays within its limit", () => {
    const steps = Array.from({ length: 300 }, (_, t) => t);
    for (const [distribution, limit] of [
      ["normal", 0.2],
      ["uniform", 0.2],
      ["uniform", 0.9],
    ] as const) {
      const off = read({ distribution, limit }, steps).map((value) => Math.abs(value - 1));
      expect(Math.max(...off)).toBeLessThan(limit);
      expect(Math.max(...off)).toBeGreaterThan(0.9 * limit);
    }
    expect(read({ distribution: "uniform" }, [3])).not.toEqual(read({}, [3]));
  });

  it.each<[object, string]>([
    [{ limit: 0 }, "limit: expected a finite number above 0, received 0"],
    [{ seed: 1.5 }, "seed: expected a whole number from 0, received 1.5"],
    [{ seed: -1 }, "seed: expected a whole number from 0, received -1"],
    [{ every: 0 }, "every: expected a finite number above 0, received 0"],
    [{ deviation: -1 }, "deviation: expected a finite number above 0, received -1"],
    [{ distribution: "gauss" }, 'distribution: expected one of normal, uniform, received "gauss"'],
    [{ until: "rest" }, 'until: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"'],
  ])("refuses %j", (wrong, message) => {
    expect(messageOf(() => noise({ plan, ...wrong } as never))).toBe(message);
  });

  it("tells that its function is missing", () => {
    expect(messageOf(() => schedule(noise({ plan })))).toContain("in options.functions");
    const early = noise({ plan, from: 5, until: 3 });
    expect(messageOf(() => schedule(early, {}, { functions }))).toContain(
      "an end (over or until) from step 5 on, received 3",
    );
  });
});
