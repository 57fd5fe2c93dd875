import { describe, expect, it } from "vitest";
import { type FinderProgress, findLearningRate } from "../../src/finder/index.ts";
import { geometric, linear, schedule } from "../../src/index.ts";
import { Network } from "./network.ts";
import { training } from "./training.ts";

describe("a search", () => {
  it("finds the rates that train the network, and the grid's best is among them or just beside", async () => {
    const network = new Network();
    const { answer, restored } = await findLearningRate({ ...training(network), from: 1e-4, to: 100 });
    expect(restored.same).toBe(true);
    if (!answer.found) throw new Error(answer.reasons.map(({ text }) => text).join());
    const lossAfter = (rate: number) => {
      const trained = new Network();
      let last = 0;
      for (let i = 0; i < 400; i++) last = 0.95 * last + 0.05 * trained.step(rate);
      return Number.isFinite(last) ? last : 1e9;
    };
    const grid = Array.from({ length: 19 }, (_, i) => 10 ** (-4 + i / 3));
    const best = grid.reduce((a, b) => (lossAfter(b) < lossAfter(a) ? b : a));
    // Within half a decade of the interval, and the interval's own rate trains nearly as well as the best.
    expect(best).toBeGreaterThan(answer.from / 3.2);
    expect(best).toBeLessThan(answer.to * 3.2);
    expect(lossAfter(answer.rate)).toBeLessThan(lossAfter(best) + 0.2 * (lossAfter(1e-4) - lossAfter(best)));
    expect(["high", "medium"]).toContain(answer.confidence);
  });

  it("makes one update for each rate of the plan, which is an exponential or a linear ramp that ends at its end", async () => {
    for (const ramp of ["exponential", "linear"] as const) {
      const seen: number[] = [];
      const network = new Network();
      const step = (rate: number, point: { readonly update: number; readonly seed: number }) => {
        seen.push(rate);
        return training(network).step(rate, point);
      };
      const options = { from: 1e-4, to: 0.1, updates: 40, ramp, seeds: [2] };
      const { plan, rates } = await findLearningRate({ ...training(network), step, ...options });
      const ends = { from: 1e-4, to: 0.1, over: 40, inclusive: true };
      expect(plan).toEqual(ramp === "linear" ? linear(ends) : geometric(ends));
      expect(seen).toEqual(schedule(plan).fill(Array<number>(40).fill(0)));
      expect(rates).toEqual(seen);
      expect([seen[0], seen[39]]).toEqual([1e-4, 0.1]);
    }
  });

  it("begins each seed from the same state, and gives the same for the same seeds", async () => {
    const both = await findLearningRate({ ...training(new Network()), seeds: [4, 9] });
    const one = await findLearningRate({ ...training(new Network()), seeds: [9] });
    expect(both.runs[1]).toEqual(one.runs[0]);
    expect(both.runs[0]?.losses).not.toEqual(both.runs[1]?.losses);
    expect(await findLearningRate({ ...training(new Network()), seeds: [4, 9] })).toEqual(both);
  });

  it("may be asynchronous in all of its functions, with the same result", async () => {
    const plain = await findLearningRate(training(new Network()));
    const { step, snapshot, restore } = training(new Network());
    const later = {
      step: async (...args: Parameters<typeof step>) => step(...args),
      snapshot: async () => snapshot(),
      restore: async (saved: ReturnType<typeof snapshot>) => restore(saved),
    };
    expect(await findLearningRate(later)).toEqual(plain);
  });

  it("gives plain JSON: what is parsed is what was printed", async () => {
    for (const to of [10, 1e9]) {
      const result = await findLearningRate({ ...training(new Network()), to });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("records evaluate's loss in place of step's", async () => {
    const network = new Network();
    const calls: number[] = [];
    const evaluate = (rate: number, { update }: { readonly update: number }) => {
      expect(network.updates).toBe(update + 1);
      calls.push(rate);
      return 5 - update / 100;
    };
    const { runs, rates } = await findLearningRate({ ...training(network), evaluate, seeds: [0] });
    expect(calls).toEqual(rates);
    expect(runs[0]?.losses.slice(0, 3)).toEqual([5, 4.99, 4.98]);
  });

  it("tells its progress, and how long it still takes at most", async () => {
    const told: FinderProgress[] = [];
    const { runs } = await findLearningRate({
      ...training(new Network()),
      to: 1e6,
      seeds: [0, 1],
      onProgress: (progress) => told.push(progress),
    });
    const counts = runs.map(({ losses }) => losses.length);
    expect(told.length).toBe(counts.reduce((a, b) => a + b));
    expect(told.map(({ done }) => done)).toEqual(told.map((_, i) => i + 1));
    expect(told[0]?.total).toBe(200);
    // The first ramp ended early, and so there is less to do.
    expect(counts[0]).toBeLessThan(100);
    expect(told.at(-1)?.total).toBe((counts[0] as number) + 100);
    for (const { done, total, seconds, left } of told) expect(left).toBeCloseTo((seconds / done) * (total - done), 9);
    expect(told[0]).toMatchObject({ seed: 0, rate: 1e-7, loss: runs[0]?.losses[0], smoothed: runs[0]?.losses[0] });
  });
});
