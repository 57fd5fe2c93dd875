import { describe, expect, it } from "vitest";
import { format, oneCycle, type Plan, type Run, Scheduler, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const cosine = (from: number, to: number, share: number) => to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
const line = (from: number, to: number, share: number) => from + (to - from) * share;

/** PyTorch's words: the phases' ends, and the values that they go through. */
function phases(ends: readonly number[], values: readonly number[], shape: typeof line) {
  return (t: number): number => {
    const i = ends.findIndex((end) => t <= end);
    const [from, to] = [values[i] as number, values[i + 1] as number];
    const start = ends[i - 1] ?? 0;
    return shape(from, to, (t - start) / ((ends[i] as number) - start));
  };
}

const near = (plan: Plan, last: number, formula: (t: number) => number, run: Run = {}) => {
  const steps = Array.from({ length: 4 * last + 1 }, (_, i) => i / 4);
  expectNear(
    steps,
    schedule(plan, run),
    steps.map((t) => ({ value: formula(t), scale: 1 })),
  );
};

describe("oneCycle", () => {
  it.each([
    [oneCycle({ peak: 1, over: 20 }).lr, {}],
    [oneCycle({ peak: 1, over: 20 }).momentum, {}],
    [oneCycle({ peak: "10x", over: "3 epochs", inclusive: false }).lr, { base: 0.01, stepsPerEpoch: 13 }],
    [oneCycle({ peak: "10x", over: "100%", pctFinal: 0.6, strategy: "linear" }).lr, { base: 0.01, steps: 70 }],
    [oneCycle({ peak: 1, over: 17, pctFinal: 0.85, whole: true, inclusive: false }).lr, {}],
    [oneCycle({ peak: 1, over: 10, pctStart: 0 }).lr, {}],
    [oneCycle({ peak: 1, over: 10, pctStart: 1 }).lr, {}],
    [oneCycle({ peak: 1, over: 10, pctStart: 0.8, pctFinal: 1.6 }).lr, {}],
  ] as const)("obeys the laws: %j in %j", laws);

  it("is PyTorch's two phases, of which the last steps are at their targets", () => {
    const { lr, momentum } = oneCycle({ peak: 1, over: 20 });
    near(lr, 19, phases([5, 19], [0.04, 1, 4e-6], cosine));
    near(momentum, 19, phases([5, 19], [0.95, 0.85, 0.95], cosine));
    expect([0, 5, 19, 20, 1000].map(schedule(lr))).toEqual([0.04, 1, 4e-6, 4e-6, 4e-6]);
  });

  it("is PyTorch's three phases", () => {
    const options = { peak: 2, over: 20, pctStart: 0.25, pctFinal: 0.5, strategy: "linear" } as const;
    const { lr, momentum } = oneCycle({ ...options, divFactor: 10, finalDivFactor: 100 });
    near(lr, 19, phases([4, 8, 19], [0.2, 2, 0.2, 0.002], line));
    near(momentum, 19, phases([4, 8, 19], [0.95, 0.85, 0.95, 0.95], line));
  });

  it("gives up the third phase when the second does not end in time", () => {
    const lines = { peak: 1, over: 20, strategy: "linear", divFactor: 10 } as const;
    near(oneCycle({ ...lines, pctStart: 0.8, pctFinal: 1.6 }).lr, 19, phases([15, 30], [0.1, 1, 0.1], line));
    // At most a part of a step is left of it then.
    near(
      oneCycle({ ...lines, pctStart: 0.51, pctFinal: 1.02 }).lr,
      19,
      phases([9.2, 18.4, 19], [0.1, 1, 0.1, 1e-5], line),
    );
    // None of it is left when the second ends with the run, and less when it ends later.
    const tight = { ...lines, over: 4, pctStart: 0.625, pctFinal: 1.25 };
    near(oneCycle(tight).lr, 3, phases([1.5, 3], [0.1, 1, 0.1], line));
    expect(schedule(oneCycle({ ...lines, pctStart: 0.54, pctFinal: 1.08 }).lr)(20)).toBe(0.1);
    const half = { ...lines, pctStart: 0.5, pctFinal: 1 };
    near(oneCycle(half).lr, 19, phases([9, 18, 19], [0.1, 1, 0.1, 1e-5], line));
    expect(schedule(oneCycle({ ...half, inclusive: false }).lr)(20)).toBe(0.00001);
    const late = oneCycle({ ...lines, over: "100%", pctStart: 0.51, pctFinal: 1.02, inclusive: false }).lr;
    expect(schedule(late, { steps: 20 })(10.2)).toBe(1);
  });

  it("has its peak in the last step when all of it goes up", () => {
    expect(schedule(oneCycle({ peak: 1, over: 10, pctStart: 1 }).lr)(9)).toBe(1);
    expect(schedule(oneCycle({ peak: 1, over: 10, pctStart: 0 }).lr)(0)).toBe(1);
  });

  it("is optax's with whole knots that are not inclusive", () => {
    const { lr } = oneCycle({ peak: 1, over: 17, inclusive: false, whole: true });
    near(lr, 17, phases([5, 17], [0.04, 1, 4e-6], cosine));
    const three = oneCycle({ peak: 1, over: 17, pctFinal: 0.85, strategy: "linear", inclusive: false, whole: true });
    near(three.lr, 17, phases([5, 14, 17], [0.04, 1, 0.04, 4e-6], line));
  });

  it("is fastai's with shares that are not rounded, and its divisor of the peak", () => {
    const { lr } = oneCycle({ peak: 1, over: 17, pctStart: 0.25, finalDivFactor: 1e5 / 25, inclusive: false });
    near(lr, 17, phases([4.25, 17], [0.04, 1, 1e-5], cosine));
  });

  it("reads its shares of any unit, and its levels of any base", () => {
    const { lr } = oneCycle({ peak: "2x", over: "4 epochs", inclusive: false });
    near(lr, 40, phases([12, 40], [0.04, 1, 4e-6], cosine), { base: 0.5, stepsPerEpoch: 10 });
  });

  it("drives an optimizer's momentum, or its first beta", () => {
    const optimizer = { paramGroups: [{ lr: 0.1, momentum: 0.9 }] };
    const scheduler = new Scheduler(
      optimizer,
      oneCycle({ peak: 1, over: 10, baseMomentum: 0.8, maxMomentum: 0.9 }),
      {},
    );
    scheduler.seek(2);
    expect(optimizer.paramGroups).toMatchObject([{ lr: 1, momentum: 0.8 }]);
    const { lr, beta1 } = oneCycle({ peak: 1, over: 10, momentum: "beta1" });
    const adam = { paramGroups: [{ lr: 0.1, betas: [0.9, 0.999] as [number, number] }] };
    new Scheduler(adam, { lr, beta1 }, {}).seek(1);
    expect(format(adam.paramGroups[0]?.betas[0] as number)).toBe("0.9");
  });

  it.each<[object, string]>([
    [{ peak: undefined }, 'peak: expected a level (0.01, "0.1x") from 0, received undefined'],
    [{ peak: "last" }, 'peak: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ over: 0 }, 'over: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ over: "rest" }, 'over: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received "rest"'],
    [{ pctStart: -0.1 }, "pctStart: expected a finite number from 0, received -0.1"],
    [{ pctStart: 1.1 }, "pctStart: expected at most 1 and pctFinal, received 1.1"],
    [{ pctStart: 1.1, pctFinal: 2 }, "pctStart: expected at most 1 and pctFinal, received 1.1"],
    [{ pctFinal: -1 }, "pctFinal: expected a finite number from 0, received -1"],
    [{ pctFinal: 0.2 }, "pctStart: expected at most 1 and pctFinal, received 0.3"],
    [{ strategy: "cos" }, 'strategy: expected one of cosine, linear, received "cos"'],
    [{ divFactor: 0 }, "divFactor: expected a finite number above 0, received 0"],
    [{ finalDivFactor: 0 }, "finalDivFactor: expected a finite number above 0, received 0"],
    [{ inclusive: 1 }, "inclusive: expected one of true, false, received 1"],
    [{ whole: null }, "whole: expected one of true, false, received null"],
    [{ momentum: "beta2" }, 'momentum: expected one of momentum, beta1 (did you mean "beta1"?), received "beta2"'],
    [{ baseMomentum: 1 }, "baseMomentum: expected a finite number from 0 below 1, received 1"],
    [{ maxMomentum: 1 }, "maxMomentum: expected a finite number from 0 below 1, received 1"],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => oneCycle({ peak: 1, over: 10, ...options } as never))).toBe(message);
  });
});
