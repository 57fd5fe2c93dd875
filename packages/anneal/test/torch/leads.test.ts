import { describe, expect, it } from "vitest";
import { type LRScheduler, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";
import { rackOf } from "../../src/torch/lrScheduler.ts";
import { FAULT, fragile } from "./fragile.ts";
import { optimizerOf } from "./walk.ts";

describe("which of several overwriting schedulers leads", () => {
  const two = () => {
    const optimizer = optimizerOf(1);
    const [first, second] = [0.25, 0.5].map(
      (warmupLr) => new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr, warmupStrategy: "constant" }),
    ) as [LRScheduler, LRScheduler];
    return { optimizer, first, second };
  };

  it("is in the state of the one that does, while there are several", () => {
    const { first, second } = two();
    expect([first.stateDict().leads, second.stateDict().leads]).toEqual([undefined, ["lr"]]);
    first.step();
    expect([first.stateDict().leads, second.stateDict().leads]).toEqual([["lr"], undefined]);
    const alone = new WarmupMultiFactorScheduler(optimizerOf(1), { milestones: [] });
    expect(alone.stateDict()).not.toHaveProperty("leads");
  });

  it("is not in the state of one beside which there are only factors", () => {
    const optimizer = optimizerOf(1);
    const first = new WarmupMultiFactorScheduler(optimizer, { milestones: [] });
    new StepLR(optimizer, { stepSize: 3 });
    expect(first.stateDict()).not.toHaveProperty("leads");
  });

  it("is each of them once, however often they take turns", () => {
    const { optimizer, first, second } = two();
    const factor = new StepLR(optimizer, { stepSize: 30 });
    for (const one of [first, second, first, first, factor, second]) one.step();
    expect(rackOf(optimizer)).toEqual([second, first, factor]);
  });

  it.each([[false], [true]])("comes back with the states, loaded in reverse: %s", (reverse) => {
    const { optimizer, first, second } = two();
    second.step(2);
    first.step(3);
    const saved = [first, second].map((one) => JSON.parse(JSON.stringify(one.stateDict())));
    const again = two();
    const loads = [() => again.first.loadStateDict(saved[0]), () => again.second.loadStateDict(saved[1])];
    for (const load of reverse ? loads.reverse() : loads) load();
    expect(again.optimizer).toEqual(optimizer);
    expect(again.optimizer.paramGroups[0]?.lr).toBe(0.25);
  });

  it("does not change when a step fails", () => {
    const { optimizer, held } = fragile();
    const first = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.3 });
    const second = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.4 });
    held.broken = true;
    expect(() => first.step(1)).toThrow(FAULT);
    expect(second.stateDict().leads).toEqual(["lr"]);
  });
});
