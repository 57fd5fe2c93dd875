import { describe, expect, it } from "vitest";
import { constant, polynomial, schedule, sequence } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("polynomial", () => {
  it.each([
    [polynomial({ from: 0.1, to: 0, over: 100, power: 2 }), {}],
    [polynomial({ from: 0.1, to: 0.3, over: 33, power: 0.5 }), {}],
    [polynomial({ from: "1x", to: "0.1x", over: "20 epochs", power: 0.9 }), { base: 0.01, stepsPerEpoch: 13 }],
    [polynomial({ from: 0.7, to: 1e-9, over: "rest", power: 7 }), { steps: 500 }],
    [polynomial({ from: 0.1, to: 0, over: 0, power: 1 }), {}],
    [polynomial({ from: 0.1, to: 0, over: 20, power: 2, inclusive: true }), {}],
    [polynomial({ from: 0.1, to: 0.7, over: 40, power: 1.5, k: 0.5 }), {}],
    [polynomial({ from: "1x", to: 0.01, over: "1 epoch", power: 0.5, cycle: true }), { base: 0.1, stepsPerEpoch: 7 }],
    [polynomial({ from: 0.1, to: 0, over: "rest", power: 1, cycle: true, inclusive: true }), { steps: 25 }],
    [polynomial({ from: 0.1, to: 0.2, over: 0, power: 1, cycle: true }), {}],
    [polynomial({ from: 0.1, to: 0, over: 12.5, power: 2, k: 1.7, cycle: true }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is a power of what remains", () => {
    const lr = schedule(polynomial({ from: 1, to: 0, over: 4, power: 2 }));
    expect([0, 1, 2, 3, 4, 5].map(lr)).toEqual([1, 0.5625, 0.25, 0.0625, 0, 0]);
    const root = schedule(polynomial({ from: 0, to: 2, over: 4, power: 0.5 }));
    expectNear(
      [0, 1, 3, 4],
      root,
      [0, 2 - Math.sqrt(3), 1, 2].map((value) => ({ value })),
    );
  });

  it("with power 1 is a line", () => {
    const lr = schedule(polynomial({ from: 1, to: 0, over: 8, power: 1 }));
    expect([1, 2, 5, 7].map(lr)).toEqual([0.875, 0.75, 0.375, 0.125]);
  });

  it("has exact ends where to + (from - to) is not from", () => {
    const [from, to] = [0.1, 0.7];
    expect(to + (from - to)).not.toBe(from);
    expect(schedule(polynomial({ from, to, over: 9, power: 3 }))(0)).toBe(from);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "2"])("refuses the power %s", (power) => {
    const [issue, ...more] = issuesOf(() => schedule(polynomial({ from: 1, to: 0, over: 4, power: power as number })));
    expect(issue).toMatchObject({ path: "power", expected: "a finite number above 0" });
    expect(more).toEqual([]);
  });

  it("is MMEngine's when it is inclusive", () => {
    const lr = schedule(polynomial({ from: 1, to: 0.1, over: 4, power: 2, inclusive: true }));
    expectNear(
      [0, 1, 2, 3, 4],
      lr,
      [1, 0.5, 0.2, 0.1, 0.1].map((value) => ({ value })),
    );
  });

  it("with k 0.5 and power 1 is Megatron's 1 - sqrt", () => {
    const lr = schedule(polynomial({ from: 1, to: 0.1, over: 4, power: 1, k: 0.5 }));
    [1, 0.55, 0.3636038969, 0.2205771366, 0.1].forEach((value, t) => {
      expect(lr(t)).toBeCloseTo(value, 10);
    });
  });

  it("is timm's k-decay, without a loss at either end", () => {
    for (const k of [0.5, 1.7, 2, 3]) {
      const lr = schedule(polynomial({ from: 0, to: 1, over: 1e6, power: 1, k }));
      // 1 - (1 - s ** k) is s ** k, and near the end 1 - k (1 - s) + k (k - 1) / 2 (1 - s) ** 2.
      expectNear(
        [1, 1000, 400_000],
        lr,
        [1, 1000, 400_000].map((t) => ({ value: (t / 1e6) ** k, scale: 1 })),
      );
      const down = schedule(polynomial({ from: 1, to: 0, over: 1e6, power: 1, k }));
      expectNear([1e6 - 1], down, [{ value: k * 1e-6 - (k * (k - 1) * 1e-12) / 2, scale: 0 }]);
    }
  });

  it("stretches its horizon each time it is reached when it cycles, as Keras's PolynomialDecay", () => {
    const lr = schedule(polynomial({ from: 1, to: 0.1, over: 10, power: 2, cycle: true }));
    const steps = Array.from({ length: 200 }, (_, i) => i / 2);
    const keras = steps.map((t) => {
      const horizon = 10 * Math.max(1, Math.ceil(t / 10));
      return { value: 0.9 * (1 - t / horizon) ** 2 + 0.1 };
    });
    expectNear(steps, lr, keras);
    expect([10, 20, 90, 1e6].map(lr)).toEqual([0.1, 0.1, 0.1, 0.1]);
    expect(lr(11)).toBeCloseTo(0.9 * 0.45 ** 2 + 0.1, 12);
  });

  it("is on the horizon that it reached, also where its turns are rounded", () => {
    const lr = schedule(polynomial({ from: 1, to: 0, over: 0.1, power: 0.5, cycle: true }));
    for (let turn = 1; turn < 300; turn++) expect(lr(turn / 10), `step ${turn / 10}`).toBeLessThan(1e-6);
    const tiny = schedule(polynomial({ from: 1, to: 0.5, over: 5e-324, power: 0.5, cycle: true }));
    expect([0, 1, 1e300, 1 / 0].map(tiny)).toEqual([1, 0.5, 0.5, 0.5]);
  });

  it("never ends when it cycles, so that only until can", () => {
    const plan = polynomial({ from: 1, to: 0, over: 4, power: 1, cycle: true });
    expect(pathsOf(sequence(plan, constant({ value: 1 })))).toEqual(["parts[0]"]);
    const after = (until: number) => schedule(sequence({ plan, until }, constant({ value: "last" })))(99);
    expect([after(2), after(4), after(6), after(8)]).toEqual([0.5, 0, 0.25, 0]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = polynomial({ from: 1, to: 0, over: 4, power: 1 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -1, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, k: 0, cycle: 1 })).toEqual(["k", "cycle"]);
    expect(pathsOf({ ...plan, k: -2, cycle: "true" })).toEqual(["k", "cycle"]);
  });
});
