import { describe, expect, it } from "vitest";
import { constant, linear, multiStep, piecewise, Scheduler, schedule } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";

const decay = linear({ from: "1x", to: 0, over: 8 });

function optimizerOf<G extends object>(...groups: G[]): { paramGroups: G[] } {
  return { paramGroups: groups };
}

describe("Scheduler", () => {
  it("writes the values of position 0 when it is made", () => {
    const optimizer = optimizerOf({ lr: 0.1 }, { lr: 0.2 });
    const scheduler = new Scheduler(optimizer, { lr: linear({ from: 0.001, to: "1x", over: 5 }) });
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.001, 0.001]);
    expect(scheduler.position).toBe(0);
  });

  it("writes what schedule() says, for each group at its own base", () => {
    const optimizer = optimizerOf({ lr: 0.1 }, { lr: 3 });
    const scheduler = new Scheduler(optimizer, { lr: decay });
    const curves = [0.1, 3].map((base) => schedule(decay, { base }));
    for (let step = 0; step < 12; step++) {
      expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual(curves.map((lr) => lr(step)));
      expect(scheduler.rates()).toEqual({ lr: curves.map((lr) => lr(step)) });
      expect(scheduler.position).toBe(step);
      scheduler.step();
    }
  });

  it("drives several hyperparameters, beta1 and beta2 inside betas", () => {
    const optimizer = optimizerOf({ lr: 1, momentum: 0.9, betas: [0.9, 0.99], weightDecay: 0.5 });
    const program = {
      lr: decay,
      momentum: linear({ from: 0.5, to: "1x", over: 4 }),
      beta2: linear({ from: "1x", to: 0.999, over: 1 }),
      beta1: constant({ value: 0.8 }),
    };
    const scheduler = new Scheduler(optimizer, program);
    scheduler.seek(4);
    expect(optimizer.paramGroups[0]).toMatchObject({ lr: 0.5, momentum: 0.9, betas: [0.8, 0.999], weightDecay: 0.5 });
    expect(scheduler.rates()).toEqual({ lr: [0.5], momentum: [0.9], beta2: [0.999], beta1: [0.8] });
  });

  it("may have one plan for each group", () => {
    const optimizer = optimizerOf({ lr: 0.1 }, { lr: 0.1 });
    new Scheduler(optimizer, { lr: [constant({ value: "0.5x" }), constant({ value: 7 })] });
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.05, 7]);
  });

  it("reads units against its run", () => {
    const optimizer = optimizerOf({ lr: 1 });
    const plan = linear({ from: "1x", to: 0, over: "2 epochs" });
    const scheduler = new Scheduler(optimizer, { lr: plan }, { stepsPerEpoch: 4 });
    scheduler.seek(6);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.25);
  });

  it("goes anywhere, also to fractions, and steps on from there", () => {
    const optimizer = optimizerOf({ lr: 1 });
    const scheduler = new Scheduler(optimizer, { lr: decay });
    const seen = [6, 0, 2.5, 2.5, 100].map((position) => {
      scheduler.seek(position);
      return optimizer.paramGroups[0]?.lr;
    });
    expect(seen).toEqual([0.25, 1, 0.6875, 0.6875, 0]);
    scheduler.seek(2.5);
    scheduler.step();
    expect([scheduler.position, optimizer.paramGroups[0]?.lr]).toEqual([3.5, 0.5625]);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, null, undefined])(
    "refuses to seek %s and changes nothing",
    (position) => {
      const { optimizer, writes } = recordedOptimizer(1);
      const scheduler = new Scheduler(optimizer, { lr: decay });
      scheduler.seek(4);
      const before = writes.length;
      const message = `position: expected a finite number from 0, received ${position}`;
      expect(messageOf(() => scheduler.seek(position as number))).toBe(message);
      expect([scheduler.position, writes.length]).toEqual([4, before]);
    },
  );
});

describe("what a Scheduler writes", () => {
  it("is only what changed", () => {
    const { optimizer, writes } = recordedOptimizer(1, 10);
    const scheduler = new Scheduler(optimizer, { lr: multiStep({ milestones: [3, 6] }) });
    expect(writes).toEqual([]);
    for (let step = 0; step < 10; step++) scheduler.step();
    expect(writes).toEqual([0.1, 1, 0.01, 0.1]);
    scheduler.seek(9);
    scheduler.rates();
    scheduler.restore(scheduler.state());
    expect(writes).toHaveLength(4);
  });

  it("covers what was written by hand since", () => {
    const optimizer = optimizerOf({ lr: 1 });
    const scheduler = new Scheduler(optimizer, { lr: constant({ value: "1x" }) });
    (optimizer.paramGroups[0] as { lr: number }).lr = 5;
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(1);
  });
});

describe("the bases of a Scheduler", () => {
  it("are remembered on the groups, for each hyperparameter", () => {
    const optimizer = optimizerOf({ lr: 0.1, momentum: 0.9, betas: [0.8, 0.99] });
    const half = constant({ value: "0.5x" });
    new Scheduler(optimizer, { lr: half, momentum: half, beta2: half });
    expect(optimizer.paramGroups).toEqual([
      { lr: 0.05, initialLr: 0.1, momentum: 0.45, initialMomentum: 0.9, betas: [0.8, 0.495], initialBeta2: 0.99 },
    ]);
  });

  it("are found again by a second scheduler", () => {
    const optimizer = optimizerOf({ lr: 0.1 });
    new Scheduler(optimizer, { lr: constant({ value: 0.001 }) });
    const second = new Scheduler(optimizer, { lr: constant({ value: "1x" }) });
    expect(optimizer.paramGroups).toEqual([{ lr: 0.1, initialLr: 0.1 }]);
    expect(second.state().bases).toEqual({ lr: [0.1] });
  });
});

describe("a group that is added to a Scheduler's optimizer", () => {
  it("is bound at the next step, on the same clock", () => {
    const optimizer = optimizerOf({ lr: 1 });
    const plan = piecewise({ from: "1x", at: [2], to: ["0.5x"] });
    const scheduler = new Scheduler(optimizer, { lr: plan });
    scheduler.seek(2);
    optimizer.paramGroups.push({ lr: 8 });
    expect(scheduler.rates()).toEqual({ lr: [0.5] });
    scheduler.step();
    expect(scheduler.rates()).toEqual({ lr: [0.5, 4] });
    expect(optimizer.paramGroups).toEqual([
      { lr: 0.5, initialLr: 1 },
      { lr: 4, initialLr: 8 },
    ]);
  });

  it("changes nothing when it cannot be bound", () => {
    const optimizer = optimizerOf({ lr: 1 });
    const scheduler = new Scheduler(optimizer, { lr: decay });
    scheduler.step();
    optimizer.paramGroups.push({} as { lr: number });
    const before = structuredClone(optimizer);
    expect(issuesOf(() => scheduler.step()).map(({ path }) => path)).toEqual(["paramGroups[1].lr"]);
    expect(issuesOf(() => scheduler.seek(5)).map(({ path }) => path)).toEqual(["paramGroups[1].lr"]);
    expect(scheduler.position).toBe(1);
    expect(optimizer).toEqual(before);
  });
});
