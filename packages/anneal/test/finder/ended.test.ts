import { describe, expect, it } from "vitest";
import { type FinderPoint, type FinderProgress, findLearningRate } from "../../src/finder/index.ts";
import { Network } from "./network.ts";
import { counting, training } from "./training.ts";

describe("how a ramp ends", () => {
  const recorded = (losses: readonly number[], more = {}) =>
    findLearningRate({
      ...counting((_: number, { update }: FinderPoint) => losses[update] as number),
      seeds: [0],
      ...more,
    });

  it("where the smoothed loss is more than four times its best, or another multiple", async () => {
    const losses = [...Array(50).fill(1), ...Array.from({ length: 50 }, (_, i) => 1.5 ** i)];
    const ended = async (divergence?: number) => {
      const { runs } = await recorded(losses, divergence ? { divergence } : {});
      return [runs[0]?.ended, runs[0]?.losses.length, (runs[0]?.smoothed.at(-1) as number) > (divergence ?? 4)];
    };
    const [how, length, over] = await ended();
    expect([how, over]).toEqual(["diverged", true]);
    expect((await ended(50))[1]).toBeGreaterThan(length as number);
    expect(await ended(1e300)).toEqual(["finished", 100, false]);
  });

  it("as far above a negative best one as above a positive one, and not at once", async () => {
    const { runs } = await recorded(Array.from({ length: 100 }, (_, i) => -2 + (i > 50 ? 2 ** (i - 50) : 0)));
    expect(runs[0]?.ended).toBe("diverged");
    expect(runs[0]?.losses.length).toBeGreaterThan(55);
    expect(runs[0]?.smoothed.at(-1)).toBeGreaterThan(-2 + 3 * 2);
    expect(runs[0]?.smoothed.at(-2)).toBeLessThan(-2 + 3 * 2);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200, -1e150])(
    "at a loss that is %s, which is not recorded",
    async (bad) => {
      const { runs, restored, rates } = await recorded([3, 2.5, 2, bad, 1]);
      expect(runs).toEqual([{ seed: 0, losses: [3, 2.5, 2], smoothed: expect.anything(), ended: "nonFinite" }]);
      expect(rates.length).toBe(3);
      expect(restored.same).toBe(true);
    },
  );

  it("when the signal says so, at once, with all restored; ramps cut short do not count", async () => {
    const network = new Network();
    const before = network.snapshot();
    const controller = new AbortController();
    const onProgress = ({ done }: FinderProgress) => done === 130 && controller.abort();
    const options = { ...training(network), from: 1e-4, to: 5, signal: controller.signal, onProgress };
    const result = await findLearningRate(options);
    expect(result.runs.map(({ ended, losses }) => [ended, losses.length])).toEqual([
      ["finished", 100],
      ["aborted", 30],
    ]);
    expect(result.restored.same).toBe(true);
    expect(network.snapshot()).toEqual(before);
    const alone = await findLearningRate({ ...training(new Network()), from: 1e-4, to: 5, seeds: [0] });
    expect(result.fit).toEqual(alone.fit);
    expect(result.answer.reasons.map(({ code }) => code)).toContain("incomplete");
    const none = await findLearningRate({ ...training(network), signal: { aborted: true } });
    expect(none.runs).toEqual([{ seed: 0, losses: [], smoothed: [], ended: "aborted" }]);
    expect(none.answer).toEqual({ found: false, reasons: [{ code: "incomplete", text: "no ramp came to its end" }] });
  });

  it("lets timers have their turn, so that training that never waits can be stopped", async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 100);
    const step = () => {
      const end = performance.now() + 10;
      while (performance.now() < end);
      return 1;
    };
    const { runs } = await findLearningRate({ ...counting(step), signal: controller.signal, updates: 1000 });
    clearTimeout(timer);
    expect(runs.at(-1)?.ended).toBe("aborted");
    expect(runs.at(-1)?.losses.length).toBeLessThan(900);
  });
});
