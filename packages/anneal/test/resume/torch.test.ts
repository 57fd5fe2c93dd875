import { describe, expect, it } from "vitest";
import { Scheduler, type SchedulerState } from "../../src/index.ts";
import { extend, keep, type Policy, replace, rewarm, splice } from "../../src/resume/index.ts";
import * as torch from "../../src/torch/index.ts";

type Make = (optimizer: torch.Optimizer) => torch.LRScheduler;

const lrLambda = (epoch: number): number => 0.9 ** epoch;
const CLASSES: Readonly<Record<string, Make>> = {
  CosineAnnealingLR: (optimizer) => new torch.CosineAnnealingLR(optimizer, { tMax: 100, etaMin: 0.01 }),
  LambdaLR: (optimizer) => new torch.LambdaLR(optimizer, { lrLambda }),
  OneCycleLR: (optimizer) => new torch.OneCycleLR(optimizer, { maxLr: 1, totalSteps: 100 }),
  ReduceLROnPlateau: (optimizer) => new torch.ReduceLROnPlateau(optimizer, { patience: 3 }),
  SequentialLR: (optimizer) =>
    new torch.SequentialLR(optimizer, {
      schedulers: [new torch.LinearLR(optimizer, {}), new torch.StepLR(optimizer, { stepSize: 30 })],
      milestones: [5],
    }),
};
const POLICIES: Readonly<Record<string, Policy>> = { keep, replace, splice, extend, rewarm: rewarm({ over: 3 }) };

const optimizer = () => ({
  paramGroups: [
    { lr: 0.1, momentum: 0.9 },
    { lr: 0.03, momentum: 0.8 },
  ],
});

function inRun({ leads, rates, ...state }: torch.LRSchedulerState, steps: number): SchedulerState {
  return { ...state, run: { steps } };
}

describe("a torch class's state in a run goes on with a policy", () => {
  const pairs = Object.keys(CLASSES).flatMap((name) => Object.keys(POLICIES).map((policy) => [name, policy] as const));

  it.each(pairs.filter((pair) => `${pair}` !== "LambdaLR,extend"))("%s by %s", (name, policy) => {
    const make = CLASSES[name] as Make;
    const first = make(optimizer());
    for (let epoch = 0; epoch < 40; epoch++) {
      if (first instanceof torch.ReduceLROnPlateau) first.step(1);
      else first.step();
    }
    const saved = JSON.parse(JSON.stringify(first.stateDict()));
    const other = optimizer();
    const functions = { lrLambda };
    const own = inRun(make(other).stateDict(), 300);
    const state = (POLICIES[policy] as Policy)(inRun(saved, 100), own, functions);
    const scheduler = new Scheduler(other, state.program, state.run, { functions });
    scheduler.restore(state);
    expect(scheduler.position).toBe(40);
    const rates = first.getLastLr().map((rate) => expect.closeTo(rate, 12));
    expect(other.paramGroups.map(({ lr }) => lr)).toEqual(rates);
    expect(scheduler.rates().lr).toEqual(rates);
  });
});
