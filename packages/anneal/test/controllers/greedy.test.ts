import { describe, expect, it } from "vitest";
import { format, type Greedy, greedy, replay } from "../../src/index.ts";

type Options = Omit<Greedy, "kind">;

const WIDE = { patience: 0, factor: 0.5, minRate: 0, maxRate: 1e6, eps: 0 };

/** The rates after each metric. */
function follow(options: Options, metrics: readonly number[], bases: readonly number[] = [1]): number[] {
  return replay(greedy({ ...WIDE, ...options }), metrics, { bases })
    .rates.slice(1)
    .flat();
}

describe("greedy", () => {
  it("is frozen data with what it was given", () => {
    const made = greedy({ maxRate: [1, 2] });
    expect(made).toEqual({ kind: "greedy", maxRate: [1, 2] });
    expect([Object.isFrozen(made), Object.isFrozen(made.maxRate)]).toEqual([true, true]);
    expect(greedy()).toEqual({ kind: "greedy" });
  });

  it("has GreedyLR's defaults", () => {
    const bad = replay(greedy(), Array(24).fill(1), { bases: [0.5] });
    expect(bad.decisions.map(({ epoch }) => epoch)).toEqual([12, 23]);
    expect(bad.rates.at(-1)).toEqual([0.5 * (0.95 * 0.95)]);
    const good = replay(
      greedy(),
      Array.from({ length: 23 }, (_, i) => -i * 1.1e-6),
      { bases: [0.94, 0.96] },
    );
    expect(good.decisions.map(({ epoch }) => epoch)).toEqual([11, 22]);
    expect(good.rates.at(-1)?.map((rate) => format(rate))).toEqual(["1", "1"]);
    expect(
      replay(
        greedy(),
        Array.from({ length: 12 }, (_, i) => -i * 0.9e-6),
      ).decisions,
    ).toHaveLength(0);
    expect(replay(greedy(), Array(12).fill(1), { bases: [1e-3, 2e-3] }).rates.at(-1)).toEqual([1e-3, 2e-3 * 0.95]);
  });

  it("raises when metrics keep improving and cuts when they do not", () => {
    expect(follow({}, [5, 4, 4, 4, 3])).toEqual([2, 4, 2, 1, 2]);
    expect(follow({ mode: "max" }, [1, 2, 2, 1])).toEqual([2, 4, 2, 1]);
  });

  it("waits for more than `patience` of one sort in a row", () => {
    expect(follow({ patience: 1 }, [5, 4, 4, 3, 2, 2, 2])).toEqual([1, 2, 2, 2, 4, 4, 2]);
  });

  it("knows both tolerances", () => {
    expect(follow({ rtol: 0.1 }, [1, 0.9, 0.8])).toEqual([2, 1, 2]);
    expect(follow({ atol: 0.5 }, [2, 1.6, 1])).toEqual([2, 1, 2]);
    expect(follow({ rtol: 0 }, [1, 1 - 1e-9])).toEqual([2, 4]);
  });
});

describe("after a change", () => {
  it("so many metrics are ignored, and the best stays what it was", () => {
    expect(follow({ cooldown: 2 }, [1, 1, 0.1, 0.1, 0.9])).toEqual([2, 1, 1, 1, 2]);
    expect(follow({ warmup: 2 }, [5, 1, 1, 4, 4.5])).toEqual([2, 2, 2, 4, 4]);
  });
});

describe("the bounds", () => {
  it("hold a rate that a change would take beyond them, in each group", () => {
    expect(follow({ minRate: [0.7, 0] }, [1, 1, 1], [1, 1])).toEqual([2, 2, 1, 1, 0.7, 0.5]);
    expect(follow({ maxRate: [3, 1e6] }, [3, 2, 1], [1, 1])).toEqual([2, 2, 3, 4, 3, 8]);
  });

  it("do nothing to a rate that is beyond them already", () => {
    expect(follow({ minRate: 5, maxRate: 9 }, [1, 1, 1])).toEqual([2, 2, 2]);
    expect(follow({ maxRate: 0.5 }, [2, 1])).toEqual([1, 1]);
  });

  it("and a change of no more than eps is not made", () => {
    expect(follow({ eps: 1 }, [2, 1])).toEqual([1, 1]);
    expect(follow({ eps: 0.99 }, [2, 2])).toEqual([2, 1]);
    expect(follow({ eps: 0.6 }, [2, 2, 2])).toEqual([2, 1, 1]);
  });
});

describe("the reset", () => {
  it("comes with the resetStart-th cut that finds every rate at its minimum", () => {
    const options = { minRate: 0.5, maxRate: 1 };
    expect(follow({ ...options, resetStart: 3 }, Array(8).fill(1))).toEqual([1, 0.5, 0.5, 1, 1, 0.5, 0.5, 1]);
    expect(follow({ ...options, resetStart: 1 }, Array(5).fill(1))).toEqual([1, 1, 1, 1, 1]);
    expect(follow({ ...options, resetStart: 0 }, Array(5).fill(1))).toEqual([1, 1, 1, 1, 1]);
  });

  it("forgets the best and the running mean, and cools down", () => {
    const { decisions, rates } = replay(
      greedy({ ...WIDE, maxRate: 1, minRate: 0.5, resetStart: 2, cooldown: 1, window: 2 }),
      [1, 9, 9, 9, 9, 8, 8],
    );
    expect(decisions.map(({ text }) => text)).toEqual([
      "epoch 1: 1 good epoch, ×1",
      "epoch 2: 1 bad epoch, ×0.5",
      "epoch 4: 1 bad epoch, reset, ×2",
      "epoch 6: 1 good epoch, ×1",
      "epoch 7: 1 good epoch, ×1",
    ]);
    expect(rates.flat()).toEqual([1, 1, 0.5, 0.5, 1, 1, 1, 1]);
  });

  it("comes for rates that are 0 when that is the minimum", () => {
    const { decisions } = replay(greedy({ ...WIDE, resetStart: 1 }), [1, 1], { bases: [0] });
    expect(decisions.map(({ text }) => text)).toEqual(["epoch 1: 1 good epoch, ×1", "epoch 2: 1 bad epoch, reset, ×1"]);
  });

  it("is put off by a group that is not there yet, and begins anew after a raise", () => {
    const options = { resetStart: 2, maxRate: 1, minRate: [0.5, 0.25] };
    expect(follow(options, Array(4).fill(1), [1, 1])).toEqual([1, 1, 0.5, 0.5, 0.5, 0.25, 1, 1]);
    const resets = (metrics: readonly number[]) => {
      const { decisions } = replay(greedy({ ...WIDE, resetStart: 2, minRate: 1 }), metrics);
      return decisions.filter(({ reason }) => reason.endsWith("reset")).map(({ epoch }) => epoch);
    };
    expect(resets([3, 3, 3, 3, 3, 3])).toEqual([3, 6]);
    expect(resets([3, 3, 2, 2, 2])).toEqual([5]);
  });
});

it("is reset too once cuts have left nothing of a rate without a minimum", () => {
  const { decisions, rates } = replay(greedy({ ...WIDE, resetStart: 2 }), Array(1080).fill(1));
  const reset = decisions.findIndex(({ reason }) => reason.endsWith("reset"));
  expect(rates.slice(reset - 1, reset + 2)).toEqual([[5e-324], [0], [1]]);
});

describe("the running mean", () => {
  it("goes over the last `window` metrics", () => {
    expect(follow({ window: 2 }, [4, 2, 3, 0.9])).toEqual([2, 4, 8, 16]);
    expect(follow({ window: 3 }, [4, 2, 3, 8, 0])).toEqual([2, 4, 2, 1, 0.5]);
  });

  it("adds and subtracts as GreedyLR does, so that it is not quite what it averages", () => {
    const metrics = [0.1, 0.7, 0.2, 0.3];
    const { rates } = replay(greedy({ ...WIDE, atol: 0, window: 1 }), metrics);
    expect(rates.flat()).toEqual([1, 2, 1, 0.5, 0.25]);
  });
});

describe("metrics that are not finite", () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  it.each(odd)("%s is bad, in either mode, and never the best", (metric) => {
    expect(follow({}, [metric, 3, metric, 2])).toEqual([0.5, 1, 0.5, 1]);
    expect(follow({ mode: "max" }, [metric, 3, metric, 4])).toEqual([0.5, 1, 0.5, 1]);
  });

  it.each(odd)("%s spoils a running mean until it is reset", (metric) => {
    const options = { window: 2, minRate: 0.25, resetStart: 2 };
    expect(follow(options, [metric, 3, 2, 1, 3])).toEqual([0.5, 0.25, 1, 2, 1]);
  });

  it.each(odd)("%s is skipped when asked to", (metric) => {
    expect(follow({ nonFinite: "skip", window: 2 }, [4, metric, 2, metric, 9])).toEqual([2, 2, 4, 4, 2]);
  });
});
