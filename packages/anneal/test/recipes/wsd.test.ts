import { describe, expect, it } from "vitest";
import { schedule, type WsdDecay, wsd } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const FALLS: Readonly<Record<WsdDecay, (q: number) => number>> = {
  linear: (q) => 1 - q,
  cosine: (q) => (1 + Math.cos(Math.PI * q)) / 2,
  sqrt: (q) => 1 - Math.sqrt(q),
  exponential: (q) => 2 * 0.5 ** q - 1,
};
const DECAYS = Object.keys(FALLS) as WsdDecay[];

describe("wsd", () => {
  it.each([
    ...DECAYS.map(
      (decayCurve) => [wsd({ warmup: "5%", decay: "20%", decayCurve }), { base: 0.07, steps: 100 }] as const,
    ),
    [
      wsd({ warmup: 3, stable: "2 epochs", decay: "rest", to: "0.1x", first: 1 }),
      { base: 0.07, steps: 50, stepsPerEpoch: 9 },
    ],
    [wsd({ warmup: 0, stable: 0, decay: 5, from: 2, to: 3 }), { base: 0.07 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it.each(DECAYS)("climbs, stays, and falls by the formula of %s", (decayCurve) => {
    const lr = schedule(wsd({ warmup: 4, stable: 6, decay: 8, decayCurve, to: 0.2, from: 0.4 }), { base: 1 });
    const steps = Array.from({ length: 45 }, (_, i) => i / 2);
    const formula = (t: number) => {
      if (t < 10) return 0.4 + 0.6 * Math.min(t / 4, 1);
      return 0.2 + 0.8 * FALLS[decayCurve](Math.min((t - 10) / 8, 1));
    };
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: formula(t), scale: 1 })),
    );
  });

  it("stays for the rest and falls on a line to 0 unless told otherwise", () => {
    const lr = schedule(wsd({ warmup: 2, decay: 4 }), { base: 1, steps: 20 });
    expect([0, 1, 2, 15, 16, 18, 20, 99].map(lr)).toEqual([0, 0.5, 1, 1, 1, 0.5, 0, 0]);
  });

  it("refuses what is no way to fall", () => {
    expect(messageOf(() => wsd({ warmup: 1, decay: 1, decayCurve: "minus_sqrt" as never }))).toBe(
      'decayCurve: expected one of linear, cosine, sqrt, exponential, received "minus_sqrt"',
    );
    expect(messageOf(() => wsd({ warmup: 1 } as never))).toContain("decay: expected a time");
    const twice = wsd({ warmup: 1, decay: "rest" });
    expect(messageOf(() => schedule(twice, { base: 1, steps: 9 }))).toContain("the rest is shared");
  });
});
