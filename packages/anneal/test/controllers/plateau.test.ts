import { describe, expect, it } from "vitest";
import { constant, type Plateau, piecewise, plateau, replay } from "../../src/index.ts";

type Options = Omit<Plateau, "kind">;

/** After which metrics there was a cut, counted from 1. */
function cuts(options: Options, metrics: readonly (number | null)[]): number[] {
  return replay(plateau({ patience: 0, eps: 0, ...options }), metrics).decisions.map(({ epoch }) => epoch);
}

/** The rates after each metric that stays the same, from base rates. */
function cutDown(options: Options, calls: number, bases: readonly number[] = [1]): (readonly number[])[] {
  return replay(plateau({ patience: 0, factor: 0.5, ...options }), Array(calls).fill(1), { bases }).rates.slice(1);
}

describe("plateau", () => {
  it("is frozen data with what it was given", () => {
    const minRate = [0.1, 0.2];
    const made = plateau({ patience: 3, minRate });
    expect(made).toEqual({ kind: "plateau", patience: 3, minRate: [0.1, 0.2] });
    expect([Object.isFrozen(made), Object.isFrozen(made.minRate), Object.isFrozen(minRate)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(plateau()).toEqual({ kind: "plateau" });
  });

  it("has PyTorch's defaults", () => {
    const metrics = [1, ...Array(11).fill(1 - 0.9e-4), 1 - 1.1e-4, ...Array(11).fill(1 - 1.1e-4)];
    const { rates, decisions } = replay(plateau(), metrics);
    expect(decisions.map(({ epoch }) => epoch)).toEqual([12, 24]);
    expect(rates.at(-1)).toEqual([0.1 * 0.1]);
    expect(replay(plateau(), metrics, { bases: [1.1e-8] }).rates.at(-1)).toEqual([1.1e-8]);
  });
});

describe("which metrics are good", () => {
  it.each<[string, Options, number[]]>([
    ["less by a share", { rtol: 0.1 }, [2, 1, 0.9, 0.89, 0.802]],
    ["less by more", { atol: 0.1 }, [2, 1, 0.9, 0.89, 0.8]],
    ["less by both", { rtol: 0.05, atol: 0.05 }, [2, 1, 0.9, 0.89, 0.8]],
    ["more by a share", { mode: "max", rtol: 0.1 }, [0.5, 1, 1.1, 1.2, 1.25]],
    ["more by more", { mode: "max", atol: 0.1 }, [0.5, 1, 1.1, 1.2, 1.25]],
    ["more by both", { mode: "max", rtol: 0.05, atol: 0.05 }, [0.5, 1, 1.1, 1.2, 1.25]],
  ])("%s: only what is beyond the tolerance", (_, options, metrics) => {
    expect(cuts(options, metrics)).toEqual([3, 5]);
  });

  it("is exact in the last bit, in the order of PyTorch's operations", () => {
    const edge = 0.7 * (1 - 0.1);
    expect(cuts({ rtol: 0.1 }, [0.7, edge])).toEqual([2]);
    expect(cuts({ rtol: 0.1 }, [0.7, edge - 2 ** -53])).toEqual([]);
    const upper = 0.7 * (1 + 0.1);
    expect(cuts({ mode: "max", rtol: 0.1 }, [0.7, upper])).toEqual([2]);
    expect(cuts({ mode: "max", rtol: 0.1 }, [0.7, upper + 2 ** -53])).toEqual([]);
  });

  it("one tolerance alone makes the other 0", () => {
    expect(cuts({}, [1, 1 - 0.9e-4])).toEqual([2]);
    expect(cuts({ atol: 0 }, [1, 1 - 0.9e-4])).toEqual([]);
    expect(cuts({ rtol: 0 }, [1, 1 - 1e-15])).toEqual([]);
  });

  it("for a negative best, a share makes the bar lower, as in PyTorch", () => {
    expect(cuts({ rtol: 0.1 }, [-1, -0.95, -0.9, -0.8])).toEqual([4]);
  });

  it("with rtol 1 none ever is, as in optax", () => {
    expect(cuts({ rtol: 1 }, [1, 0.1, -5])).toEqual([1, 2, 3]);
  });
});

describe("patience and cooldown", () => {
  it("a good metric begins the count anew", () => {
    expect(cuts({ patience: 2 }, [1, 1, 1, 0.5, 0.5, 0.5, 0.5])).toEqual([7]);
  });

  it("the best is learned during cooldown, and nothing counts", () => {
    expect(cuts({ cooldown: 3 }, [1, 1, 0.5, 0.7, 0.7, 0.7, 0.4])).toEqual([2, 6]);
  });
});

describe("what a cut leaves", () => {
  it("is at least minRate, one for all groups or one for each", () => {
    expect(cutDown({ minRate: 0.2 }, 4, [1, 0.5])).toEqual([
      [1, 0.5],
      [0.5, 0.25],
      [0.25, 0.2],
      [0.2, 0.2],
    ]);
    expect(cutDown({ minRate: [0.6, 0] }, 3, [1, 0.5])).toEqual([
      [1, 0.5],
      [0.6, 0.25],
      [0.6, 0.125],
    ]);
  });

  it("is what was there, when it was below minRate before", () => {
    expect(cutDown({ minRate: 0.2 }, 3, [0.1])).toEqual([[0.1], [0.1], [0.1]]);
    expect(cutDown({ minRate: 0.2, eps: 0 }, 3, [0.1])).toEqual([[0.1], [0.1], [0.1]]);
  });

  it("is what was there, when the change would be no more than eps", () => {
    expect(cutDown({ eps: 0.25 }, 4)).toEqual([[1], [0.5], [0.5], [0.5]]);
    expect(cutDown({ eps: 0.2499 }, 4)).toEqual([[1], [0.5], [0.25], [0.25]]);
    expect(cutDown({ eps: 0.25, minRate: 0.7 }, 3)).toEqual([[1], [0.7], [0.7]]);
    expect(cutDown({}, 3, [1.9e-8])).toEqual([[1.9e-8], [1.9e-8], [1.9e-8]]);
    expect(cutDown({ eps: 0 }, 3, [1.9e-8])).toEqual([[1.9e-8], [0.95e-8], [0.475e-8]]);
  });

  it("is a scale of at least minScale", () => {
    expect(cutDown({ minScale: 0.3 }, 4, [10, 1])).toEqual([
      [10, 1],
      [5, 0.5],
      [3, 0.3],
      [3, 0.3],
    ]);
  });

  it("is 0 with factor 0", () => {
    expect(cutDown({ factor: 0 }, 2)).toEqual([[1], [0]]);
  });

  it("with eps 0 is a lower scale even where the plan is at 0", () => {
    const plan = piecewise({ from: 1, at: [1, 3], to: [0, 1] });
    const last = (eps: number) => replay(plateau({ patience: 0, factor: 0.5, eps }), [1, 1, 1], { plan }).rates.at(-1);
    expect([last(0), last(1e-8)]).toEqual([[0.25], [0.5]]);
  });

  it("lets the plan go where it will, also below minRate", () => {
    const plan = piecewise({ from: 1, at: [3], to: [0.01] });
    const { rates } = replay(plateau({ patience: 0, factor: 0.5, minRate: 0.5 }), [1, 1, 1, 1], { plan });
    expect(rates.flat()).toEqual([1, 1, 0.5, 0.005, 0.005]);
  });
});

describe("metrics that are averaged", () => {
  it("are judged when there are enough of them", () => {
    expect(cuts({ accumulate: 2, rtol: 0 }, [1, 3, 0, 3.9, 2, 1.9, 9])).toEqual([6]);
    expect(cuts({ accumulate: 3 }, [1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual([6, 9]);
    expect(cuts({ accumulate: 3, rtol: 0 }, [0, 0, 9, 1, 1, 4, 0, 3, 3.1])).toEqual([9]);
  });
});

describe("metrics that are not finite", () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  it.each(odd)("%s is bad, in either mode, and never the best", (metric) => {
    for (const mode of ["min", "max"] as const) {
      expect(cuts({ mode }, [metric, 1, metric, 1])).toEqual([1, 3, 4]);
    }
  });

  it.each(odd)("%s makes a whole average bad", (metric) => {
    expect(cuts({ accumulate: 2 }, [1, 1, metric, 0, 0, metric, 0.5, 0.5])).toEqual([4, 6]);
  });

  it.each(odd)("%s is skipped when asked to", (metric) => {
    const nonFinite = "skip" as const;
    expect(cuts({ nonFinite, patience: 1 }, [metric, 1, metric, 1, metric, 1])).toEqual([6]);
    expect(cuts({ nonFinite, accumulate: 2 }, [1, metric, 1, metric, 1, 1])).toEqual([6]);
    expect(cuts({ nonFinite, cooldown: 1 }, [1, 1, metric, 1, 1])).toEqual([2, 5]);
  });
});

it("multiplies whatever the plan says", () => {
  const plan = piecewise({ from: "1x", at: [4], to: ["0.3x"] });
  const { rates } = replay(plateau({ patience: 1, factor: 0.5 }), [1, 1, 1, 1, 1], { plan, bases: [8, 2] });
  expect(rates).toEqual([
    [8, 2],
    [8, 2],
    [8, 2],
    [4, 1],
    [1.2, 0.3],
    [0.6, 0.15],
  ]);
  expect(replay(plateau(), [1, 1], { plan: constant({ value: 0.3 }) }).rates.flat()).toEqual([0.3, 0.3, 0.3]);
});
