import { describe, expect, it } from "vitest";
import { format } from "../../src/index.ts";
import {
  MultiplicativeLR,
  MultiStepLR,
  type ParamGroup,
  ReduceLROnPlateau,
  StepLR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const ARTICLE = { milestones: [30, 60, 90] };

function optimizerOf(...bases: number[]): { paramGroups: ParamGroup[] } {
  return { paramGroups: bases.map((lr) => ({ lr })) };
}

const ratesOf = ({ paramGroups }: { paramGroups: ParamGroup[] }) => paramGroups.map(({ lr }) => lr);

describe("a group that is added later", () => {
  it("is bound at the next step, at its own base, on the same clock", () => {
    const optimizer = optimizerOf(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    scheduler.step(30);
    optimizer.paramGroups.push({ lr: 0.5 });
    expect(ratesOf(optimizer)).toEqual([0.001, 0.5]);
    scheduler.step();
    expect(scheduler.lastEpoch).toBe(31);
    expect(optimizer.paramGroups).toEqual([
      { lr: 0.001, initialLr: 0.01 },
      { lr: 0.05, initialLr: 0.5 },
    ]);
    expect(scheduler.stateDict().bases).toEqual({ lr: [0.01, 0.5] });
  });

  it("is bound by every scheduler of the optimizer", () => {
    const optimizer = optimizerOf(1);
    const first = new StepLR(optimizer, { stepSize: 10, gamma: 0.5 });
    const second = new MultiStepLR(optimizer, { milestones: [10], gamma: 0.1 });
    first.step(10);
    optimizer.paramGroups.push({ lr: 8 });
    second.step(10);
    expect(ratesOf(optimizer).map(format)).toEqual(["0.05", "0.4"]);
  });

  it("is bound by those that have no plan too", () => {
    const optimizer = optimizerOf(1);
    const product = new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 });
    const steps = new StepLR(optimizer, { stepSize: 10 });
    product.step(2);
    optimizer.paramGroups.push({ lr: 8 });
    steps.step();
    expect(ratesOf(optimizer)).toEqual([0.25, 2]);
  });

  it("is refused by each step, whoever cannot bind it", () => {
    const optimizer = optimizerOf(1);
    const plateau = new ReduceLROnPlateau(optimizer, { minLr: [0.1] });
    const steps = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    optimizer.paramGroups.push({ lr: 8 });
    for (const step of [() => steps.step(), () => steps.step(2), () => plateau.step(1)]) {
      expect(messageOf(step)).toContain("minLr: expected one number, or 2");
      expect([ratesOf(optimizer), steps.lastEpoch, plateau.lastEpoch]).toEqual([[1, 8], 0, 0]);
    }
    optimizer.paramGroups.pop();
    steps.step();
    expect(ratesOf(optimizer)).toEqual([0.5]);
  });

  it("changes nothing when it cannot be bound", () => {
    const optimizer = optimizerOf(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    scheduler.step(2);
    const before = structuredClone(optimizer.paramGroups);
    optimizer.paramGroups.push({ lr: Number.NaN });
    expect(issuesOf(() => scheduler.step()).map(({ path }) => path)).toEqual(["paramGroups[1].lr"]);
    expect(issuesOf(() => scheduler.step(60)).map(({ path }) => path)).toEqual(["paramGroups[1].lr"]);
    expect(scheduler.lastEpoch).toBe(2);
    expect(optimizer.paramGroups.slice(0, 1)).toEqual(before);
    expect(optimizer.paramGroups[1]).toEqual({ lr: Number.NaN });
  });
});
