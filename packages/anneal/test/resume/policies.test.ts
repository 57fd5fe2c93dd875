import { describe, expect, it } from "vitest";
import {
  clock,
  constant,
  cosine,
  linear,
  type Plan,
  type Program,
  plateau,
  type Run,
  Scheduler,
  type SchedulerState,
  schedule,
} from "../../src/index.ts";
import { extend, keep, type Policy, replace, rescale, rewarm, splice } from "../../src/resume/index.ts";
import { messageOf } from "../issues.ts";

const COSINE = cosine({ from: "1x", to: 0, over: "rest" });

function scheduler(program: Program, run: Run = {}, ...bases: number[]): Scheduler {
  const rates = bases.length > 0 ? bases : [0.1];
  return new Scheduler({ paramGroups: rates.map((lr) => ({ lr, momentum: 0.9 })) }, program, run);
}

function saved(program: Program, run: Run, position: number, ...bases: number[]): SchedulerState {
  const one = scheduler(program, run, ...bases);
  one.seek(position);
  return JSON.parse(JSON.stringify(one.state()));
}

/** The first group's rate at a step. */
function rateAt(one: Scheduler, step: number, key = "lr", group = 0): number {
  one.seek(step);
  return one.rates()[key]?.[group] as number;
}

/** The old plan at 500 of 1000 updates, gone on with to 3000. */
function longer(policy: Policy, next: Plan = COSINE): Scheduler {
  const one = scheduler({ lr: next }, { steps: 3000 });
  one.restore(saved({ lr: COSINE }, { steps: 1000 }, 500), policy);
  return one;
}

describe("a longer run", () => {
  const old = schedule(COSINE, { base: 0.1, steps: 1000 });
  const next = schedule(COSINE, { base: 0.1, steps: 3000 });

  it("is told of by its own end, and by that of the old one when it is kept", () => {
    const ends = [keep, replace, rescale, extend, splice, rewarm({ over: 5 })].map((one) => longer(one).state().run);
    expect(ends.map(({ steps }) => steps)).toEqual([1000, 3000, 3000, 3000, 3000, 3000]);
  });

  it("follows the formulas", () => {
    const steps = [500, 501, 700, 1234, 2999];
    const expected: Readonly<Record<string, readonly [Policy, (t: number) => number]>> = {
      keep: [keep, old],
      replace: [replace, next],
      rescale: [rescale, next],
      extend: [extend, (t) => old(500 + ((t - 500) * 500) / 2500)],
      splice: [splice, (t) => (next(t) * old(500)) / next(500)],
      rewarm: [
        rewarm({ over: 200, from: 0.01 }),
        (t) => (t < 700 ? 0.01 + ((next(700) - 0.01) * (t - 500)) / 200 : next(t)),
      ],
      again: [
        rewarm({ over: 200, clock: "local" }),
        (t) => (t < 700 ? 0.05 + (0.05 * (t - 500)) / 200 : schedule(COSINE, { base: 0.1, steps: 2300 })(t - 700)),
      ],
    };
    for (const [name, [policy, formula]] of Object.entries(expected)) {
      const one = longer(policy);
      for (const step of steps) expect(rateAt(one, step), `${name} at ${step}`).toBeCloseTo(formula(step), 12);
    }
  });

  it("begins for rescale at the same share", () => {
    const one = longer(rescale);
    expect([one.position, one.rates().lr]).toEqual([1500, [expect.closeTo(0.05, 12)]]);
  });
});

describe("splice", () => {
  /** From 0.05 at 500 to a plan that ends at 3000. */
  const to = (plan: Plan) => {
    const one = longer(splice, plan);
    const at = (step: number) => rateAt(one, step);
    return { at, own: schedule(plan, { base: 0.1, steps: 3000 }) };
  };

  it("keeps the new shape about its end where the rate lies between", () => {
    const { at, own } = to(linear({ from: 0.2, to: 0.02, over: 3000 }));
    const share = (0.05 - 0.02) / (own(500) - 0.02);
    for (const step of [500, 1000, 2999]) expect(at(step)).toBeCloseTo(0.02 + (own(step) - 0.02) * share, 12);
    expect(at(3000)).toBeCloseTo(0.02, 15);
  });

  it("fades out what is too much, and goes on fading after the new plan's own end", () => {
    const { at, own } = to(linear({ from: 0.04, to: 0.01, over: 1000 }));
    for (const step of [500, 800, 1750, 2999]) {
      expect(at(step)).toBeCloseTo(own(step) + (0.05 - own(500)) * (1 - (step - 500) / 2500), 12);
    }
    expect(at(3000)).toBe(0.01);
  });

  it("fades in what is too little", () => {
    const { at } = to(constant({ value: 0.2 }));
    for (const step of [500, 1750, 2999]) expect(at(step)).toBeCloseTo(0.2 * (0.25 + (0.75 * (step - 500)) / 2500), 12);
    expect(at(3000)).toBe(0.2);
  });

  it("rises from a rate of 0", () => {
    const one = scheduler({ lr: COSINE }, { steps: 3000 });
    one.restore(saved({ lr: COSINE }, { steps: 1000 }, 1000), splice);
    expect(rateAt(one, 1000)).toBe(0);
    expect(rateAt(one, 2000)).toBeGreaterThan(0.01);
    expect(rateAt(one, 3000)).toBe(0);
  });
});

describe("another batch size", () => {
  const run = { steps: 1000, stepsPerEpoch: 100, samplesPerStep: 32 };
  const half = { steps: 500, stepsPerEpoch: 50, samplesPerStep: 64 };
  const plan = linear({ from: "1x", to: 0, over: "10 epochs" });

  it("goes on after as many samples", () => {
    for (const policy of [replace, rescale, extend, splice, rewarm({ over: 10 })]) {
      const one = scheduler({ lr: plan }, half);
      one.restore(saved({ lr: plan }, run, 400), policy);
      expect([one.position, rateAt(one, 200)]).toEqual([200, expect.closeTo(0.06, 12)]);
      expect(rateAt(one, 500)).toBeCloseTo(0, 12);
    }
  });

  it("goes on after as many tokens, or epochs, or updates, where less is known", () => {
    const places = (facts: Run, other: Run) => {
      const one = scheduler({ lr: COSINE }, { steps: 900, ...other });
      one.restore(saved({ lr: COSINE }, { steps: 900, ...facts }, 100), replace);
      return one.position;
    };
    expect(places({ samplesPerStep: 32, tokensPerStep: 9 }, { samplesPerStep: 64, tokensPerStep: 9 })).toBe(50);
    expect(places({ tokensPerStep: 1000, stepsPerEpoch: 3 }, { tokensPerStep: 500, stepsPerEpoch: 4 })).toBe(200);
    expect(places({ samplesPerStep: 1, stepsPerEpoch: 30 }, { stepsPerEpoch: 15 })).toBe(50);
    expect(places({ stepsPerEpoch: 30 }, {})).toBe(100);
    expect(places({ samplesPerStep: { from: 1, at: [50], to: [3] } }, { samplesPerStep: 2 })).toBe(100);
  });

  it("leaves a clock of samples what it was, and tells it in steps where the size changes", () => {
    const ticking = clock({ unit: "samples", plan: linear({ from: 0.1, to: 0, over: 32_000 }) });
    const one = scheduler({ lr: ticking }, half);
    one.restore(saved({ lr: ticking }, run, 400), extend);
    expect(rateAt(one, 200)).toBeCloseTo(0.06, 12);
    expect(rateAt(one, 500)).toBeCloseTo(0, 12);
    const same = scheduler({ lr: ticking }, { ...run, steps: 2000 });
    same.restore(saved({ lr: ticking }, run, 400), rewarm({ over: 5 }));
    expect(JSON.stringify(same.state().program)).toContain('"clock","unit":"samples"');
  });
});

describe("groups, hyperparameters and rates", () => {
  it("go on each from its own", () => {
    const momentum = linear({ from: 0.9, to: 0.8, over: 1000 });
    const one = scheduler({ lr: COSINE, momentum }, { steps: 3000 }, 0.2, 0.02);
    one.restore(saved({ lr: COSINE, momentum }, { steps: 1000 }, 500, 0.1, 0.01), splice);
    expect(one.rates()).toEqual({
      lr: [expect.closeTo(0.05, 12), expect.closeTo(0.005, 12)],
      momentum: [expect.closeTo(0.85, 12), expect.closeTo(0.85, 12)],
    });
    expect(one.state().bases.lr).toEqual([0.2, 0.02]);
    expect([rateAt(one, 200), rateAt(one, 200, "lr", 1)]).toEqual(
      [0.1, 0.01].map((base) => schedule(COSINE, { base, steps: 1000 })(200)),
    );
  });

  it("keep their levels where a clock of another batch size is told in steps", () => {
    const tokens = (over: `${number} tokens`) => ({
      lr: clock({ unit: "tokens", plan: linear({ from: "1x", to: 0, over }) } as never),
    });
    const one = scheduler(tokens("900 tokens"), { steps: 100, tokensPerStep: { from: 10, at: [500], to: [20] } }, 0.2);
    one.restore(saved(tokens("1000 tokens"), { steps: 100, tokensPerStep: 10 }, 50, 0.1), splice);
    expect(rateAt(one, 25)).toBeCloseTo(0.075, 12);
  });

  it("may be more, or fewer, or others", () => {
    const state = saved({ lr: COSINE }, { steps: 1000 }, 500, 0.1, 0.01);
    const more = scheduler({ lr: COSINE, momentum: constant({ value: 0.5 }) }, { steps: 3000 }, 0.2, 0.02, 0.3);
    more.restore(state, splice);
    expect(more.rates()).toEqual({
      lr: [expect.closeTo(0.05, 12), expect.closeTo(0.005, 12), schedule(COSINE, { base: 0.3, steps: 3000 })(500)],
      momentum: [0.5, 0.5, 0.5],
    });
    more.restore(state, keep);
    expect(more.rates()).toEqual({ lr: [0.05, 0.005, 0.15].map((rate) => expect.closeTo(rate, 12)) });
    const fewer = scheduler({ lr: COSINE }, { steps: 3000 }, 0.7);
    fewer.restore(state, extend);
    expect([fewer.rates(), fewer.state().bases]).toEqual([{ lr: [expect.closeTo(0.05, 12)] }, { lr: [0.1] }]);
  });
});

describe("controllers", () => {
  const driven = (options: object, plan: Plan = COSINE): Program => ({ lr: { plan, controllers: plateau(options) } });
  const cut = (): SchedulerState => {
    const one = scheduler(driven({ patience: 0, factor: 0.5 }), { steps: 1000 });
    one.seek(500);
    for (const metric of [1, 2]) one.observe(metric);
    expect(one.rates().lr).toEqual([expect.closeTo(0.025, 12)]);
    return JSON.parse(JSON.stringify(one.state()));
  };

  it("go on from their states, with other options too", () => {
    const one = scheduler(driven({ patience: 3, factor: 0.1 }), { steps: 3000 });
    one.restore(cut(), splice);
    expect(one.rates().lr).toEqual([expect.closeTo(0.025, 12)]);
    expect(one.state().controllers).toEqual(cut().controllers);
  });

  it("that are gone leave the rate where it is", () => {
    const one = scheduler({ lr: COSINE }, { steps: 3000 });
    one.restore(cut(), splice);
    expect([one.rates().lr, one.state().controllers]).toEqual([[expect.closeTo(0.025, 12)], {}]);
    const other = scheduler({ lr: COSINE }, { steps: 3000 });
    other.restore(cut(), replace);
    expect(other.rates().lr).toEqual([schedule(COSINE, { base: 0.1, steps: 3000 })(500)]);
  });
});

describe("what cannot be gone on with", () => {
  it.each<[string, Policy, Program, Run, string]>([
    ["a run without an end", splice, { lr: constant({ value: 1 }) }, {}, "run.steps: expected an end after update 500"],
    [
      "an old run without an end",
      extend,
      { lr: COSINE },
      { steps: 1000 },
      "state.run.steps: expected an end after update 0",
    ],
    [
      "a run that is over",
      splice,
      { lr: COSINE },
      { steps: 400 },
      "run.steps: expected an end after update 500, received 400",
    ],
    [
      "a warm-up that is too long",
      rewarm({ over: 600 }),
      { lr: COSINE },
      { steps: 1000 },
      "run.steps: expected an end after update 1100",
    ],
    [
      "a warm-up in epochs",
      rewarm({ over: "1 epochs" }),
      { lr: COSINE },
      { steps: 1000 },
      "over: expected run.stepsPerEpoch",
    ],
  ])("is told, and changes nothing: %s", (_, policy, program, run, message) => {
    const one = scheduler(program, run);
    const before = JSON.stringify([one.state(), one.rates()]);
    const state = saved({ lr: linear({ from: 0.1, to: 0, over: 1000 }) }, {}, 500);
    expect(messageOf(() => one.restore(state, policy))).toContain(message);
    expect(JSON.stringify([one.state(), one.rates()])).toBe(before);
  });

  it.each<[unknown, string]>([
    [undefined, "state: expected a scheduler's state, received undefined"],
    [{}, "state: expected a scheduler's state, received [object]"],
    [{ bases: {} }, "state.program: expected { lr: plan } or other hyperparameters, received undefined"],
    [{ bases: { lr: 5 } }, "state.bases.lr: expected a list of base rates, received 5"],
    [{ bases: { lr: [] } }, "state.bases.lr: expected a list of base rates, received a list of 0"],
    [{ bases: { lr: [-1] } }, "state.bases.lr[0]: expected a finite number from 0, received -1"],
    [{ bases: { lr: [1] }, program: { lr: 5 } }, "state.program.lr: expected a plan, received 5"],
    [{ bases: { lr: [1] }, program: { lr: constant({ value: 1 }) }, run: { steps: 0 } }, "state.run.steps: expected"],
    [{ bases: { lr: [1] }, program: { lr: constant({ value: 1 }) } }, "state.version: expected 1, received undefined"],
    [{ version: 1, bases: { lr: [1] }, program: { lr: constant({ value: 1 }) }, run: {} }, "state.position: expected"],
  ])("is told of a state that is none: %j", (state, message) => {
    for (const policy of [keep, replace, splice]) {
      const one = scheduler({ lr: COSINE }, { steps: 1000 });
      expect(messageOf(() => one.restore(state as SchedulerState, policy))).toContain(message);
    }
  });

  it("is an option of rewarm that is none", () => {
    expect(messageOf(() => rewarm({ over: "soon" } as never))).toContain("over: expected a time");
    expect(messageOf(() => rewarm({ over: 5, clock: "run" } as never))).toContain(
      "clock: expected one of global, local",
    );
  });
});

describe("going on again and again", () => {
  it.each([["extend", extend] as const, ["splice", splice] as const])(
    "keeps the plan small enough: %s",
    (_, policy) => {
      let state = saved({ lr: COSINE }, { steps: 100 }, 50);
      for (let i = 2; i <= 12; i++) {
        const one = scheduler({ lr: COSINE }, { steps: 100 * i });
        one.restore(state, policy);
        one.seek(100 * i - 50);
        state = JSON.parse(JSON.stringify(one.state()));
      }
      expect(JSON.stringify(state).length).toBeLessThan(20_000);
      expect(rateAt(scheduler(state.program, state.run), 20)).toBe(schedule(COSINE, { base: 0.1, steps: 100 })(20));
    },
  );
});
