import { describe, expect, it } from "vitest";
import { linear, Scheduler } from "../../src/index.ts";
import { MultiStepLR, StepLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";

const falling = linear({ from: "1x", to: 0, over: 10 });

describe("groups that are replaced while training", () => {
  it("are bound at the next step, by a Scheduler", () => {
    const optimizer = { paramGroups: [{ lr: 1 }, { lr: 2 }] };
    const scheduler = new Scheduler(optimizer, { lr: falling });
    optimizer.paramGroups[0] = { lr: 10 };
    scheduler.step();
    expect(scheduler.rates()).toEqual({ lr: [9, 1.8] });
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([9, 1.8]);
  });

  it("keep their own base when one before them is removed, with a torch class", () => {
    const optimizer = { paramGroups: [{ lr: 1 }, { lr: 2 }] };
    const scheduler = new StepLR(optimizer, { stepSize: 1 });
    optimizer.paramGroups.shift();
    scheduler.step();
    expect(optimizer.paramGroups).toEqual([{ lr: 0.2, initialLr: 2 }]);
    expect(scheduler.stateDict().bases).toEqual({ lr: [2] });
  });

  it("count when a state is restored", () => {
    const saved = new Scheduler({ paramGroups: [{ lr: 1 }, { lr: 2 }] }, { lr: falling }).state();
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const scheduler = new Scheduler(optimizer, { lr: falling });
    optimizer.paramGroups.push({ lr: 5 });
    scheduler.restore(saved);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([1, 2]);
  });
});

describe("a constructor that fails", () => {
  it("leaves no trace on the optimizer's later rates", () => {
    let broken = true;
    const group = {
      rate: 1,
      get lr() {
        return this.rate;
      },
      set lr(value: number) {
        if (broken) throw new RangeError("no");
        this.rate = value;
      },
    };
    const optimizer = { paramGroups: [group] };
    expect(() => new StepLR(optimizer, { stepSize: 1, lastEpoch: 3 })).toThrow(RangeError);
    broken = false;
    new MultiStepLR(optimizer, { milestones: [30] });
    expect(group.lr).toBe(1);
  });

  it("names a group that is none", () => {
    const optimizer = { paramGroups: [{ lr: 1 }, null as never] };
    const expected =
      "optimizer.paramGroups: expected a list of param groups (anneal/tfjs: paramGroups(optimizer)), received a list of 2";
    expect(messageOf(() => new StepLR(optimizer, { stepSize: 1 }))).toBe(expected);
    expect(messageOf(() => new Scheduler(optimizer, { lr: falling }))).toBe(expected);
  });
});
