import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitrary/runs.ts";
import { build, CLASSES, type Epochs, epochs, groupsOf } from "../arbitrary/torch.ts";

/** Everything anew, as in a fresh process; the optimizer may have other values by then. */
function start(one: Epochs, disturb = (rate: number) => rate) {
  const optimizer = { paramGroups: groupsOf({ ...one, bases: one.bases.map(disturb) }) };
  return { optimizer, built: one.schedulers.map((spec) => build(spec, optimizer)) };
}

/** What schedulers drive. */
function driven({ paramGroups }: ReturnType<typeof start>["optimizer"]): unknown {
  return structuredClone(paramGroups.map(({ lr, momentum, betas }) => [lr, momentum, betas]));
}

/** What is driven after each call; at the cut everything is saved as text, made anew and loaded, forwards or not. */
function trace(one: Epochs, cut: number, backwards = false): unknown[] {
  let { optimizer, built } = start(one);
  const rates = [driven(optimizer)];
  one.calls.forEach(([which, argument], i) => {
    if (i === cut) {
      const saved = built.map((scheduler) => JSON.stringify(scheduler.stateDict()));
      ({ optimizer, built } = start(one, (rate) => rate / 3));
      const order = [...saved.keys()];
      for (const k of backwards ? order.toReversed() : order) built[k]?.loadStateDict(JSON.parse(saved[k] as string));
      expect(built.map((scheduler) => JSON.stringify(scheduler.stateDict()))).toEqual(saved);
      expect(driven(optimizer)).toEqual(rates.at(-1));
    }
    if (argument === undefined) built[which]?.step();
    else built[which]?.step(argument);
    rates.push(driven(optimizer));
    expect(built[which]?.getLastLr()).toEqual(optimizer.paramGroups.map(({ lr }) => lr));
  });
  return rates;
}

describe("schedulers that are saved and loaded go on as if nothing had happened", () => {
  it("whatever they are and wherever they are cut", () => {
    const cutAnywhere = fc.tuple(epochs, fc.nat(), fc.boolean());
    const law = ([one, n, backwards]: [Epochs, number, boolean]) => {
      expect(trace(one, n % one.calls.length, backwards)).toEqual(trace(one, -1));
    };
    fc.assert(fc.property(cutAnywhere, law), { numRuns: runs(1000) });
  });

  it("which is tried on every class", async () => {
    const exported = await import("../../src/torch/index.ts");
    const classes = Object.entries(exported).filter(
      ([, value]) => typeof value === "function" && value.prototype instanceof exported.LRScheduler,
    );
    expect(classes.map(([name]) => name).sort()).toEqual(Object.keys(CLASSES).sort());
  });
});
