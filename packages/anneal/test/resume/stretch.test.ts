import { describe, expect, it } from "vitest";
import { custom, type Plan, type Run, schedule } from "../../src/index.ts";
import { stretch } from "../../src/resume/index.ts";
import { messageOf } from "../issues.ts";

const RUN = { steps: 90, stepsPerEpoch: 9, base: 0.1, samplesPerStep: 4 } as const;

const PLANS: Readonly<Record<string, Plan>> = {
  "milestones in several units": {
    kind: "piecewise",
    from: "1x",
    at: [5, "1 epochs", "20%", "100 samples"],
    to: [0.4, "0.3x", 0.2, 0.1],
  },
  "a warm-up and the rest": {
    kind: "sequence",
    parts: [
      { kind: "logarithmic", from: 0, to: "1x", over: 10 },
      { kind: "cosine", from: "last", to: 0, over: "rest", inclusive: true },
    ],
  },
  "restarts read ahead": {
    kind: "shift",
    plan: { kind: "repeat", plan: { kind: "linear", from: 1, to: 0, over: 7 }, stretch: 2 },
    by: 3,
  },
  "a clock of samples": {
    kind: "clock",
    unit: "samples",
    plan: { kind: "exponential", from: 1, factor: 0.9, every: 20 },
  },
};

describe("a plan so many times as long", () => {
  it.each(Object.entries(PLANS))("is the same curve: %s", (_, plan) => {
    const own = schedule(plan, RUN);
    for (const times of [2, 1 / 3, 2.5, 1]) {
      const to = { ...RUN, steps: 90 * times };
      const longer = schedule(stretch(plan, times, RUN, to), to);
      for (let t = 0; t <= 100; t += 0.5) expect(longer((t + 1e-7) * times)).toBeCloseTo(own(t + 1e-7), 9);
    }
  });

  it.each<[string, unknown, Run, Run | undefined, unknown]>([
    ["as it is where that comes to the same", "10%", { steps: 50 }, { steps: 100 }, "10%"],
    ["in steps where it does not", "10%", { steps: 50 }, undefined, 10],
    ["as it is, in epochs twice as long", "3 epochs", { stepsPerEpoch: 7 }, { stepsPerEpoch: 14 }, "3 epochs"],
    ["in steps, in epochs that are not known", "3 epochs", { stepsPerEpoch: 7 }, {}, 42],
    ["as what is left", "rest", {}, undefined, "rest"],
    ["as a whole number that rounding misses", 0.7 + 0.1 + 0.2, {}, undefined, 2],
  ])("has a time %s", (_, over, from, to, expected) => {
    const plan = { kind: "linear", from: "1x", to: 0, over } as Plan;
    expect(stretch(plan, 2, from, to)).toEqual({ ...plan, over: expected });
  });

  it("has the values of the old base, where there is another", () => {
    const plan: Plan = { kind: "constant", value: "0.5x" };
    expect(stretch(plan, 2, { base: 0.1 }, { base: 0.3 })).toEqual({ kind: "constant", value: 0.05 });
    expect(stretch(plan, 2)).toEqual(plan);
  });

  it("leaves the plan that was given, and cannot be changed", () => {
    const plan: Plan = { kind: "piecewise", from: 1, at: [5], to: [2] };
    const longer = stretch(plan, 2);
    expect(plan.at).toEqual([5]);
    expect([Object.isFrozen(longer), Object.isFrozen((longer as typeof plan).at)]).toEqual([true, true]);
  });

  it("is refused with every problem", () => {
    const plan: Plan = { kind: "linear", from: 1, to: 0, over: "5%" };
    expect(messageOf(() => stretch(plan, 0, { steps: -1 }, { base: -1 }))).toMatch(
      /^times: .*\nfrom.steps: .*\nto.base: /,
    );
    expect(messageOf(() => stretch(plan, 2))).toBe('over: expected run.steps to resolve it, received "5%"');
    expect(messageOf(() => stretch(custom({ name: "f" }), 2))).toContain("a plan that can be stretched");
    expect(messageOf(() => stretch({ ...plan, over: -1 }, 2))).toContain("over: expected");
  });
});
