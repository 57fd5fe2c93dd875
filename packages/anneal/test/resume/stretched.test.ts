import { describe, expect, it } from "vitest";
import { custom, functions, noise, type Plan, Scheduler, schedule } from "../../src/index.ts";
import { kinds } from "../../src/plan.ts";
import { extend, keep, replace } from "../../src/resume/index.ts";
import { messageOf } from "../issues.ts";

const OLD = { steps: 800, stepsPerEpoch: 40, samplesPerStep: 32, base: 0.1 } as const;
const line: Plan = { kind: "linear", from: 1, to: 0.25, over: 700 };
const ends = { from: "1x", to: "0.01x", over: "18 epochs" } as const;

/** A plan of every kind that can be stretched. */
const PLANS: { readonly [K in Exclude<keyof typeof kinds, "custom">]: Plan } = {
  clamp: { kind: "clamp", plan: line, max: 0.5 },
  clock: { kind: "clock", unit: "samples", plan: { kind: "logarithmic", from: 0.1, to: 0, over: 25_000, every: 500 } },
  constant: { kind: "constant", value: "0.5x" },
  cosine: { kind: "cosine", ...ends },
  cosineWave: { kind: "cosineWave", from: "1x", to: 0, over: 90 },
  exponential: { kind: "exponential", from: "1x", factor: 0.5, every: "5%", staircase: true },
  geometric: { kind: "geometric", ...ends, inclusive: true },
  linear: { kind: "linear", from: 0.1, to: 0, over: "rest" },
  logarithmic: { kind: "logarithmic", ...ends },
  piecewise: { kind: "piecewise", from: 0.1, at: [310, 600], to: [0.05, 0.01] },
  polynomial: { kind: "polynomial", ...ends, power: 2, cycle: true },
  powerLaw: { kind: "powerLaw", from: "1x", every: 50, power: -0.5 },
  product: { kind: "product", factors: [{ kind: "constant", value: 0.1 }, line] },
  repeat: { kind: "repeat", plan: { kind: "logarithmic", from: 0.1, to: 0, over: 70 }, stretch: 2 },
  sequence: { kind: "sequence", parts: [{ kind: "logarithmic", from: 0, to: "1x", over: 50 }, line] },
  shift: { kind: "shift", plan: { kind: "logarithmic", ...ends, inclusive: true }, by: -20 },
  sum: { kind: "sum", terms: [{ kind: "constant", value: 0.1 }, line] },
  tanh: { kind: "tanh", ...ends },
};

function goneOn(plan: Plan, steps: number, position = 300): Scheduler {
  const { base: lr, ...facts } = OLD;
  const saved = new Scheduler({ paramGroups: [{ lr }] }, { lr: plan }, facts);
  saved.seek(position);
  const next = new Scheduler({ paramGroups: [{ lr }] }, { lr: plan }, { ...facts, steps });
  next.restore(JSON.parse(JSON.stringify(saved.state())), extend);
  return next;
}

describe("extend stretches", () => {
  it("a plan of every kind but a function", () => {
    expect(Object.keys({ ...PLANS, custom: 0 }).sort()).toEqual(Object.keys(kinds).sort());
  });

  it.each(Object.entries(PLANS))("%s, to the values of its formula", (_, plan) => {
    const old = schedule(plan, OLD);
    for (const steps of [1300, 2050, 500]) {
      const stretch = (steps - 300) / 500;
      const next = goneOn(plan, steps);
      for (const share of [0, 0.013, 0.11, 0.37, 0.52, 0.803, 0.997, 1]) {
        const t = 300 + 500 * stretch * share;
        next.seek(t);
        expect(next.rates().lr?.[0], `${steps} at ${t}`).toBeCloseTo(old(300 + (t - 300) / stretch), 12);
      }
    }
  });

  it("a logarithm once more, and to the same values as at once", () => {
    const { base: lr, ...facts } = OLD;
    const once = goneOn(PLANS.logarithmic, 1800);
    const again = new Scheduler({ paramGroups: [{ lr }] }, { lr: line }, { ...facts, steps: 1800 });
    again.restore(goneOn(PLANS.logarithmic, 1300).state(), extend);
    for (const t of [300, 301, 900, 1799, 1800]) {
      once.seek(t);
      again.seek(t);
      expect(again.rates().lr?.[0]).toBeCloseTo(once.rates().lr?.[0] as number, 12);
    }
  });
});

describe("ends that were one", () => {
  const hold = (value: number, over: number): Plan => ({ kind: "constant", value, over });
  const starts = [1, 5, 14, 37, 99.125];
  const lengths = [2, 7, 19, 41.625];
  const longer = [810, 1000, 1333, 2050, 500, 333];

  it("are one, however the times that they are stretched to are rounded", () => {
    for (const start of starts) {
      for (const over of lengths) {
        const inside: Plan = { kind: "sequence", parts: [hold(0.5, over), hold(0.25, 5)] };
        const plan: Plan = { kind: "sequence", parts: [hold(1, start), { plan: inside, until: start + over }] };
        for (const steps of longer) expect(goneOn(plan, steps).rates().lr).toEqual([0.5]);
      }
    }
  });

  it("are reached at the update at which the run goes on", () => {
    for (const start of starts) {
      for (const over of [1, 3, 10, 11, 73].map((end) => end + 100 - start)) {
        const milestone: Plan = { kind: "piecewise", from: 1, at: [over], to: [0.5] };
        const plan: Plan = { kind: "sequence", parts: [hold(1, start), milestone] };
        for (const steps of longer) expect(goneOn(plan, steps, start + over).rates().lr).toEqual([0.5]);
      }
    }
  });
});

describe("a function", () => {
  const plan = noise({ plan: line });
  const options = { functions };
  const run = { steps: 1600 };
  const next = (given: Plan) => new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: given }, run, options);
  const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: plan }, { steps: 800 }, options);
  saved.seek(300);

  it("is refused by its name, with what else goes on", () => {
    expect(messageOf(() => next(plan).restore(saved.state(), extend))).toBe(
      'name: expected a plan that can be stretched (a function cannot: keep or replace it), received "timmNoise"',
    );
    expect(() => next(custom({ name: "radam" })).restore(saved.state(), replace)).not.toThrow();
    expect(() => next(plan).restore(saved.state(), keep)).not.toThrow();
  });
});
