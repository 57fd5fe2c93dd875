import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, CLASSES, type Epochs, epochs } from "../arbitrary/torch.ts";

/** Everything anew, as in a fresh process. */
function start({ bases, schedulers }: Epochs) {
  const optimizer = { paramGroups: bases.map((lr) => ({ lr })) };
  return { optimizer, built: schedulers.map((one) => build(one, optimizer)) };
}

/** The rates after each call; at the cut everything is saved as text, made anew and loaded. */
function trace(one: Epochs, cut: number): number[][] {
  let { optimizer, built } = start(one);
  const rates = [optimizer.paramGroups.map(({ lr }) => lr)];
  one.calls.forEach(([which, epoch], i) => {
    if (i === cut) {
      const saved: string[] = built.map((scheduler) => JSON.stringify(scheduler.stateDict()));
      ({ optimizer, built } = start(one));
      for (const [k, scheduler] of built.entries()) {
        scheduler.loadStateDict(JSON.parse(saved[k] as string));
        expect(JSON.stringify(scheduler.stateDict())).toBe(saved[k]);
      }
      expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual(rates.at(-1));
    }
    if (epoch === undefined) built[which]?.step();
    else built[which]?.step(epoch);
    rates.push(optimizer.paramGroups.map(({ lr }) => lr));
    expect(built[which]?.getLastLr()).toEqual(rates.at(-1));
  });
  return rates;
}

describe("schedulers that are saved and loaded go on as if nothing had happened", () => {
  it("whatever they are and wherever they are cut", () => {
    const cutAnywhere = fc.tuple(epochs, fc.nat());
    const law = ([one, n]: [Epochs, number]) => {
      expect(trace(one, n % one.calls.length)).toEqual(trace(one, -1));
    };
    fc.assert(fc.property(cutAnywhere, law), { numRuns: 500 });
  });

  it("which is tried on every class", async () => {
    const exported = await import("../../src/torch/index.ts");
    const classes = Object.entries(exported).filter(
      ([, value]) => typeof value === "function" && value.prototype instanceof exported.LRScheduler,
    );
    expect(classes.map(([name]) => name).sort()).toEqual(Object.keys(CLASSES).sort());
  });
});
