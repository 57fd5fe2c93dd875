import { describe, expect, it } from "vitest";
import { cosine, linear, schedule, swa } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

const plan = linear({ from: "1x", to: 0, over: 100 });

describe("swa", () => {
  it.each([
    [swa({ plan, begin: 75, rate: 0.05 }), { base: 0.3 }],
    [
      swa({ plan, begin: "80%", rate: "0.5x", over: "1 epoch", curve: "linear" }),
      { base: 0.3, steps: 90, stepsPerEpoch: 9 },
    ],
    [swa({ plan, begin: 10, rate: 0.2, over: 0 }), { base: 0.3 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("goes from wherever the plan is to its rate", () => {
    const lr = schedule(swa({ plan, begin: 60, rate: 0.8, over: 4, curve: "linear" }), { base: 1 });
    expect([0, 50, 60, 61, 62, 64, 1000].map(lr).map((rate) => +rate.toFixed(12))).toEqual([
      1, 0.5, 0.4, 0.5, 0.6, 0.8, 0.8,
    ]);
  });

  it("takes half a cosine of 10 steps unless told otherwise", () => {
    const lr = schedule(swa({ plan, begin: 60, rate: 0.8 }), { base: 1 });
    const half = schedule(cosine({ from: 0.4, to: 0.8, over: 10 }));
    for (const t of [0, 1, 5, 9.5, 10, 11]) expect(lr(60 + t)).toBe(half(t));
    const atOnce = schedule(swa({ plan, begin: 60, rate: 0.8, over: 0 }), { base: 1 });
    expect([59, 60].map(atOnce)).toEqual([0.41, 0.8]);
  });

  it.each<[object, string]>([
    [{ plan: 5 }, "plan: expected a plan, received 5"],
    [{ begin: "rest" }, 'begin: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"'],
    [{ rate: "last" }, 'rate: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ over: -1 }, 'over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received -1'],
    [{ curve: "cos" }, 'curve: expected one of cosine, linear, received "cos"'],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => swa({ plan, begin: 1, rate: 1, ...options } as never))).toBe(message);
  });
});
