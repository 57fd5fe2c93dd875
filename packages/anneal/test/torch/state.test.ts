import { describe, expect, it } from "vitest";
import { MultiStepLR, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const optimizerOf = (...bases: number[]) => ({ paramGroups: bases.map((lr) => ({ lr })) });

function trained(epochs: number, ...bases: number[]) {
  const optimizer = optimizerOf(...bases);
  const scheduler = new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 60, 90] });
  for (let epoch = 0; epoch < epochs; epoch++) scheduler.step();
  return { optimizer, scheduler, saved: JSON.parse(JSON.stringify(scheduler.stateDict())) };
}

describe("stateDict", () => {
  it("is all of the state, as plain JSON", () => {
    const { scheduler, saved } = trained(3, 0.01, 0.1);
    expect(saved).toEqual({
      version: 1,
      program: { lr: scheduler.plan },
      run: {},
      bases: { lr: [0.01, 0.1] },
      position: 3,
      controllers: {},
    });
    expect(scheduler.stateDict()).toEqual(saved);
  });

  it("shows one plan for each group where they differ", () => {
    const options = { milestones: [30], warmupLr: [0.001, 0.002] };
    const scheduler = new WarmupMultiFactorScheduler(optimizerOf(0.01, 0.1), options);
    expect(scheduler.stateDict().program.lr).toEqual(scheduler.plan);
    expect(scheduler.plan).toHaveLength(2);
  });
});

describe("loadStateDict", () => {
  it("puts the rate back at once", () => {
    const { saved } = trained(70, 0.01);
    const { optimizer, scheduler } = trained(0, 0.01);
    scheduler.loadStateDict(saved);
    expect(optimizer.paramGroups).toEqual([{ lr: 0.0001, initialLr: 0.01 }]);
    expect(scheduler.lastEpoch).toBe(70);
  });

  it("brings its base rates along", () => {
    const { saved } = trained(10, 0.01);
    const { optimizer, scheduler } = trained(0, 7);
    scheduler.loadStateDict(saved);
    expect(optimizer.paramGroups).toEqual([{ lr: 0.01, initialLr: 0.01 }]);
  });

  it("refuses another plan's state, shows both, and changes nothing", () => {
    const { saved } = trained(10, 0.01);
    const optimizer = optimizerOf(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 50, 90] });
    scheduler.step(4);
    const before = [structuredClone(optimizer), scheduler.stateDict()];
    expect(messageOf(() => scheduler.loadStateDict(saved))).toBe(
      "state.program.lr.parts[1].plan.at[1]: expected 50, received 60",
    );
    expect([optimizer, scheduler.stateDict()]).toEqual(before);
  });

  it("refuses another class's state", () => {
    const step = new StepLR(optimizerOf(1), { stepSize: 3 });
    const multiStep = new MultiStepLR(optimizerOf(1), { milestones: [3] });
    expect(issuesOf(() => step.loadStateDict(multiStep.stateDict())).length).toBeGreaterThan(0);
    expect(issuesOf(() => multiStep.loadStateDict(step.stateDict())).length).toBeGreaterThan(0);
  });

  it("refuses the state of another number of groups", () => {
    const { saved } = trained(10, 0.01, 0.1);
    expect(messageOf(() => trained(0, 0.01).scheduler.loadStateDict(saved))).toContain("state.bases.lr");
    const { saved: fewer } = trained(10, 0.01);
    expect(messageOf(() => trained(0, 0.01, 0.1).scheduler.loadStateDict(fewer))).toContain("state.bases.lr");
  });
});
