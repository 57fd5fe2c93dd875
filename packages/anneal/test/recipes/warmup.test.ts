import { describe, expect, it } from "vitest";
import { constant, cosine, multiStep, schedule, step, type WarmupCurve, warmup } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

/** The share of the way after t of W steps. */
const SHARES: Readonly<Record<Exclude<WarmupCurve, "exponential" | "constant">, (t: number, W: number) => number>> = {
  linear: (t, W) => t / W,
  cosine: (t, W) => (1 - Math.cos((Math.PI * t) / W)) / 2,
  logarithmic: (t, W) => Math.log(1 + t) / Math.log(1 + W),
  sqrt: (t, W) => 1 - Math.sqrt(1 - t / W),
};
const CURVES = Object.keys(SHARES) as (keyof typeof SHARES)[];
const plan = step({ every: 10, factor: 0.5 });
const eighths = Array.from({ length: 60 }, (_, i) => i / 8);

describe("warmup", () => {
  it.each([
    ...CURVES.map((curve) => [warmup({ plan, over: 5, curve }), { base: 0.07 }] as const),
    [warmup({ plan, over: "1.5 epochs", from: "0.1x", curve: "exponential" }), { base: 0.3, stepsPerEpoch: 7 }],
    [warmup({ plan, over: "6%", from: 0.9, curve: "constant", first: 1 }), { base: 0.3, steps: 100 }],
    [warmup({ plan: cosine({ from: "last", to: 0, over: "rest" }), over: 3, to: 0.5, first: 1 }), { steps: 20 }],
    [warmup({ plan, over: 7, inclusive: true, clock: "global" }), { base: 1 }],
    [warmup({ plan, over: 0, first: 1 }), { base: 1 }],
    [warmup({ plan, over: 2.5, from: 3, first: 1, inclusive: true }), { base: 1 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it.each(CURVES)("climbs by the formula of %s, and the plan begins at its end", (curve) => {
    const [l, b, W] = [0.02, 0.5, 6.5];
    const share = SHARES[curve];
    const climbed = (t: number) => ({ value: t < W ? l + (b - l) * share(t, W) : b, scale: b });
    const lr = schedule(warmup({ plan, over: W, from: l, curve }), { base: b });
    expectNear(eighths, lr, eighths.map(climbed));
    expect([6.5, 16.4, 16.5, 26.5].map(lr)).toEqual([0.5, 0.5, 0.25, 0.125]);
    const counted = schedule(warmup({ plan, over: W, from: l, curve, first: 1 }), { base: b });
    expectNear(
      eighths,
      counted,
      eighths.map((t) => climbed(t + 1)),
    );
    const whole = schedule(warmup({ plan, over: W, from: l, curve, inclusive: true }), { base: b });
    expectNear(
      eighths,
      whole,
      eighths.map((t) => ({ value: t < W - 1 ? l + (b - l) * share(t, W - 1) : b, scale: b })),
    );
  });

  it("climbs by equal ratios, or waits", () => {
    const lr = schedule(warmup({ plan, over: 4, from: 0.01, curve: "exponential" }), { base: 1 });
    expectNear(
      [0, 1, 2, 3],
      lr,
      [0, 1, 2, 3].map((t) => ({ value: 0.01 * 100 ** (t / 4) })),
    );
    const still = schedule(warmup({ plan, over: 4, from: 0.01, curve: "constant" }), { base: 1 });
    expect([0, 3.9, 4, 14].map(still)).toEqual([0.01, 0.01, 1, 0.5]);
  });

  it.each([
    [{}, "from", 0],
    [{ from: "0x" }, "from", '"0x"'],
    [{ from: 0.1, to: 0 }, "to", 0],
  ] as const)("does not climb by equal ratios from or to nothing: %j", (levels, name, received) => {
    expect(messageOf(() => warmup({ plan, over: 4, curve: "exponential", ...(levels as object) }))).toBe(
      `${name}: expected a level (0.01, "0.1x") above 0, received ${received}`,
    );
  });

  it("starts from 0 on a line to the base rate, unless told otherwise", () => {
    expect(warmup({ plan, over: 4 })).toEqual({
      kind: "sequence",
      parts: [{ kind: "linear", from: 0, to: "1x", over: 4 }, plan],
    });
    const lr = schedule(warmup({ plan: constant({ value: 7 }), over: 4, to: 3 }));
    expect([0, 2, 3.9999999, 4].map((t) => +lr(t).toFixed(5))).toEqual([0, 1.5, 3, 7]);
  });

  it("keeps its length when it is at its end one step earlier", () => {
    for (const early of [{ first: 1 }, { inclusive: true }] as const) {
      const lr = schedule(warmup({ plan, over: 5, ...early }), { base: 1 });
      expect([4, 5, 14, 15].map(lr)).toEqual([1, 1, 1, 0.5]);
    }
  });

  it("lets the plan's time go on meanwhile on the global clock", () => {
    const lr = schedule(warmup({ plan, over: 5, clock: "global" }), { base: 1 });
    expect([4, 5, 9, 10, 20].map(lr)).toEqual([0.8, 1, 1, 0.5, 0.25]);
    const hidden = warmup({ plan: multiStep({ milestones: [4] }), over: 5, clock: "global" });
    expect(messageOf(() => schedule(hidden, { base: 1 }))).toContain("at[0]: expected a time from step 5 on");
  });

  it.each<[object, string]>([
    [{ plan: undefined }, "plan: expected a plan, received undefined"],
    [{ plan: [] }, "plan: expected a plan, received a list of 0"],
    [{ over: "rest" }, 'over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"'],
    [
      { curve: "cosin" },
      'curve: expected one of linear, constant, cosine, exponential, logarithmic, sqrt (did you mean "cosine"?), received "cosin"',
    ],
    [{ first: 2 }, "first: expected a whole number from 0 below 2, received 2"],
    [{ first: 0.5 }, "first: expected a whole number from 0 below 2, received 0.5"],
    [{ inclusive: 1 }, "inclusive: expected one of true, false, received 1"],
    [{ to: "last" }, 'to: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ clock: "mine" }, 'clock: expected one of local, global, received "mine"'],
  ])("refuses %j", (wrong, message) => {
    expect(messageOf(() => warmup({ plan, over: 4, ...wrong } as never))).toBe(message);
  });

  it("tells all that is wrong at once", () => {
    expect(messageOf(() => warmup({ over: -1, curve: "x" } as never)).split("\n").length).toBe(3);
  });
});
