import { describe, expect, it } from "vitest";
import {
  constant,
  custom,
  linear,
  type Plan,
  piecewise,
  plateau,
  product,
  Scheduler,
  schedule,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const falling = linear({ from: "1x", to: 0, over: 10 });

/** Two groups, the second of which can be made to throw when its rate is written. */
function fragile() {
  const second = {
    broken: false,
    rate: 1,
    get lr() {
      return this.rate;
    },
    set lr(value: number) {
      if (this.broken) throw new RangeError("no");
      this.rate = value;
    },
  };
  return { optimizer: { paramGroups: [{ lr: 1 }, second] }, second };
}

describe("an optimizer that throws while it is written to", () => {
  it.each<[string, (scheduler: Scheduler) => void]>([
    ["step", (scheduler) => scheduler.step()],
    ["seek", (scheduler) => scheduler.seek(7)],
    ["restore", (scheduler) => scheduler.restore({ ...scheduler.state(), position: 8 })],
  ])("leaves the position where it was, and the same %s works later", (_, move) => {
    const { optimizer, second } = fragile();
    const scheduler = new Scheduler(optimizer, { lr: falling });
    scheduler.seek(3);
    second.broken = true;
    expect(() => move(scheduler)).toThrow(RangeError);
    expect([scheduler.position, scheduler.rates()]).toEqual([3, { lr: [0.7, 0.7] }]);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.7, 0.7]);
    second.broken = false;
    move(scheduler);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual(scheduler.rates().lr);
    expect(scheduler.position).not.toBe(3);
  });

  it("leaves controllers as they were, so that the metric can be given again", () => {
    const { optimizer, second } = fragile();
    const controllers = plateau({ patience: 0, factor: 0.5 });
    const scheduler = new Scheduler(optimizer, { lr: { plan: constant({ value: "1x" }), controllers } });
    scheduler.observe(1);
    const before = JSON.stringify(scheduler.state());
    second.broken = true;
    expect(() => scheduler.observe(1)).toThrow(RangeError);
    expect(JSON.stringify(scheduler.state())).toBe(before);
    second.broken = false;
    expect(scheduler.observe(1)).toHaveLength(1);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.5, 0.5]);
  });
});

describe("betas", () => {
  it("may be another list at any time", () => {
    const group = { lr: 1, betas: [0.9, 0.99] };
    const scheduler = new Scheduler({ paramGroups: [group] }, { beta1: linear({ from: "1x", to: 0.5, over: 4 }) });
    const first = group.betas;
    group.betas = [0.1, 0.2];
    scheduler.step();
    expect([first, group.betas]).toEqual([
      [0.9, 0.99],
      [0.8, 0.2],
    ]);
  });

  const of = (plan: Plan, run = {}, beta = 0.9) => {
    const optimizer = { paramGroups: [{ lr: 1, betas: [0.5, beta] }] };
    return messageOf(() => new Scheduler(optimizer, { beta2: plan }, run));
  };
  const fine = (plan: Plan, run = {}) => {
    const optimizer = { paramGroups: [{ lr: 1, betas: [0.5, 0.9] }] };
    return expect(() => new Scheduler(optimizer, { beta2: plan }, run)).not.toThrow();
  };

  it("start below 1", () => {
    const expected = "paramGroups[0].beta2: expected a finite number from 0 below 1, received 1";
    expect(of(constant({ value: 0.5 }), {}, 1)).toBe(expected);
  });

  it.each<[Plan, object, string]>([
    [constant({ value: 1 }), {}, "beta2: expected values below 1 (step 0), received 1"],
    [linear({ from: 0, to: 1, over: 10 }), {}, "beta2: expected values below 1 (step 10), received 1"],
    [linear({ from: 0, to: 2, over: 10 }), { steps: 8 }, "beta2: expected values below 1 (step 5), received 1"],
    [
      piecewise({ from: 0, at: [50, 51], to: [1, 0] }),
      { steps: 60 },
      "beta2: expected values below 1 (step 50), received 1",
    ],
    [piecewise({ from: 0, at: [1e6], to: ["2x"] }), {}, "beta2: expected values below 1 (step 1600000), received 1.8"],
    [
      linear({ from: 0, to: 1, over: 1e7 }),
      { steps: 1e7 },
      "beta2: expected values below 1 (step 10000000), received 1",
    ],
  ])("stay below 1 during the run: %j in %j", (plan, run, message) => {
    expect(of(plan, run)).toBe(message);
  });

  it("may be what they like after the run's end", () => {
    fine(linear({ from: 0, to: 1, over: 10 }), { steps: 9 });
    fine(piecewise({ from: 0, at: [61], to: [1] }), { steps: 60 });
  });

  it("of one plan for each group are told apart", () => {
    const paramGroups = [0, 1].map(() => ({ lr: 1, betas: [0.5, 0.9] }));
    const beta1 = [constant({ value: 0.5 }), constant({ value: 1.5 })];
    const message = "beta1[1]: expected values below 1 (step 0), received 1.5";
    expect(messageOf(() => new Scheduler({ paramGroups }, { beta1 }))).toBe(message);
  });

  it("are the only ones: momentum may be 1 and more", () => {
    const optimizer = { paramGroups: [{ lr: 1, momentum: 1 }] };
    expect(() => new Scheduler(optimizer, { momentum: constant({ value: "1.5x" }) })).not.toThrow();
  });
});

describe("the groups of an optimizer", () => {
  it("are bound once, and again only when there are others", () => {
    const optimizer = { paramGroups: [{ lr: 1 }, { lr: 2 }] as { lr: number; initialLr?: number }[] };
    const scheduler = new Scheduler(optimizer, { lr: falling });
    for (const group of optimizer.paramGroups) {
      delete group.initialLr;
      group.lr = 50;
    }
    scheduler.step();
    expect(scheduler.rates()).toEqual({ lr: [0.9, 1.8] });
    optimizer.paramGroups.pop();
    scheduler.step();
    expect([scheduler.rates(), scheduler.state().bases]).toEqual([
      { lr: [schedule(falling, { base: 0.9 })(2)] },
      { lr: [0.9] },
    ]);
  });

  it("are not written to by a metric that changes nothing", () => {
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const controllers = plateau({ patience: 0 });
    const scheduler = new Scheduler(optimizer, { lr: { plan: falling, controllers } });
    (optimizer.paramGroups[0] as { lr: number }).lr = 7;
    scheduler.observe(1);
    expect(optimizer.paramGroups[0]?.lr).toBe(7);
    scheduler.observe(1);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.1);
  });
});

describe("groups with the same base", () => {
  it("cost one reading of the plan a step, and one compilation", () => {
    let calls = 0;
    const functions = {
      counted: () => {
        calls++;
        return 0.5;
      },
    };
    const paramGroups = Array.from({ length: 1000 }, (_, i) => ({ lr: 1 + (i % 20) }));
    const scheduler = new Scheduler(
      { paramGroups },
      { lr: product(constant({ value: "1x" }), custom({ name: "counted" })) },
      {},
      { functions },
    );
    calls = 0;
    scheduler.step();
    expect(calls).toBe(20);
    scheduler.seek(5);
    expect(calls).toBe(40);
    expect(paramGroups.map(({ lr }) => lr)).toEqual(paramGroups.map((_, i) => (1 + (i % 20)) / 2));
  });

  it("share what many milestones cost", () => {
    const at = Array.from({ length: 100_000 }, (_, i) => i + 1);
    const plan = piecewise({ from: "1x", at, to: at.map((i) => 1 / i) });
    const paramGroups = Array.from({ length: 2000 }, () => ({ lr: 1 }));
    const start = performance.now();
    const scheduler = new Scheduler({ paramGroups }, { lr: plan });
    expect(performance.now() - start).toBeLessThan(5000);
    scheduler.seek(77_777);
    const rate = schedule(plan, { base: 1 })(77_777);
    expect(paramGroups.every(({ lr }) => lr === rate)).toBe(true);
  });

  it("keep their own plans, and are written to in any mixture", () => {
    const bases = [3, 1, 3, 2, 1];
    const plans = [falling, falling, constant({ value: 5 }), falling, constant({ value: "2x" })];
    const paramGroups = bases.map((lr) => ({ lr }));
    const scheduler = new Scheduler(
      { paramGroups },
      { lr: { plan: plans, controllers: plateau({ patience: 0, factor: 0.5 }) } },
    );
    scheduler.seek(5);
    scheduler.observe(1);
    scheduler.observe(1);
    expect(paramGroups.map(({ lr }) => lr)).toEqual([0.75, 0.25, 2.5, 0.5, 1]);
    expect(scheduler.rates()).toEqual({ lr: [0.75, 0.25, 2.5, 0.5, 1] });
    expect(scheduler.state().bases).toEqual({ lr: bases });
  });
});
