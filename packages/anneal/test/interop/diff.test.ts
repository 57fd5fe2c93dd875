import { describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  cosineWave,
  exponential,
  linear,
  multiStep,
  type Plan,
  piecewise,
  polynomial,
  product,
  schedule,
  sequence,
  shift,
  warmupCosine,
  warmupMultiFactor,
} from "../../src/index.ts";
import { type Comparable, diff } from "../../src/interop/index.ts";
import { issuesOf } from "../issues.ts";

const RUN = { base: 0.1, steps: 200 };
const warm = (from: number, first: 0 | 1, over = 10) =>
  sequence(
    { plan: shift({ plan: linear({ from, to: 0.1, over }), by: first }), until: over },
    cosine({ from: 0.1, to: 0.001, over: 190 }),
  );
const held = (by: number) =>
  sequence(
    { plan: shift({ plan: linear({ from: 0, to: 0.1, over: 10 }), by }), until: 20 },
    cosine({ from: 0.1, to: 0, over: 100 }),
  );
const scale = (plan: Plan, factor: number): Plan => product(plan, constant({ value: factor }));
const decay = cosine({ from: "1x", to: "0.1x", over: 150 });
const steps = multiStep({ milestones: [30, 60, 90] });

type Row = readonly [what: string, a: Comparable, b: Comparable, text: string | undefined];

const CAUSES: Readonly<Record<string, readonly Row[]>> = {
  milestone: [
    [
      "Keras's boundaries",
      steps,
      multiStep({ milestones: [30, 60, 90], inclusive: false }),
      "t >= m in a, at t > m in b",
    ],
    ["timm's count from 1", steps, multiStep({ milestones: [30, 60, 90], first: 1 }), "t >= m in b, at t > m in a"],
    [
      "milestones after a warm-up that is the same",
      warmupMultiFactor({ milestones: [30, 60], warmup: 5 }),
      warmupMultiFactor({ milestones: [31, 61], warmup: 5 }),
      "t >= m in a, at t > m in b",
    ],
    [
      "stairs",
      exponential({ from: 1, factor: 0.5, every: 7, staircase: true }),
      (t) => 0.5 ** Math.floor(Math.max(t - 1, 0) / 7),
      "t >= m in a",
    ],
    ["milestones two steps apart", steps, multiStep({ milestones: [32, 62, 92] }), undefined],
    ["one milestone of three", steps, multiStep({ milestones: [30, 61, 90] }), undefined],
    [
      "another factor from the last one on",
      steps,
      piecewise({ from: 0.1, at: [31, 61, 91], to: [0.01, 0.001, 2e-4] }),
      undefined,
    ],
  ],
  shifted: [
    [
      "a step ahead",
      cosineWave({ from: 1, to: 0, over: 90 }),
      shift({ plan: cosineWave({ from: 1, to: 0, over: 90 }), by: 1 }),
      "b is one step ahead of a",
    ],
    ["a step behind", decay, (t) => schedule(decay, RUN)(t - 1), "a is one step ahead of b"],
    ["another framework's list of values", (t) => 1 / (t + 1), (t) => 1 / (t + 2), "b is one step ahead of a"],
    [
      "a step behind, by lists",
      (t) => [5, 4, 3, 2, 1][Math.min(t, 4)] as number,
      (t) => [5, 5, 4, 3, 2, 1][Math.min(t, 5)] as number,
      "a is one step ahead of b",
    ],
    ["half a step", decay, shift({ plan: decay, by: 0.5 }), undefined],
    ["two steps", decay, shift({ plan: decay, by: 2 }), undefined],
    ["a step, and a little more", decay, (t) => schedule(decay, RUN)(t + 1) + (t === 120 ? 1e-7 : 0), undefined],
  ],
  first: [
    ["a warm-up of t / W and of (t + 1) / W", warm(0, 0), warm(0, 1), "number 0 in a, 1 in b, up to step 10"],
    ["the other way", warm(0, 1), warm(0, 0), "number 0 in b, 1 in a, up to step 10"],
    ["DeepSpeed's, whose first two updates are the same", held(0), held(-1), "number 0 in b, 1 in a, up to step 11"],
    ["a warm-up from elsewhere", warm(0, 0), warm(0.01, 0), undefined],
    [
      "a shorter warm-up before the same decay",
      warm(0, 0),
      sequence({ plan: linear({ from: 0, to: 0.1, over: 8 }), until: 10 }, cosine({ from: 0.1, to: 0.001, over: 190 })),
      undefined,
    ],
  ],
  end: [
    ["T against T - 1", decay, cosine({ from: "1x", to: "0.1x", over: 150, inclusive: true }), "150 in a, 149 in b"],
    ["T against T + 1", decay, cosine({ from: "1x", to: "0.1x", over: 151 }), "150 in a, 151 in b"],
    [
      "MMEngine's warm-up, which is done a step earlier",
      sequence(linear({ from: 0.001, to: 0.1, over: 5 }), constant({ value: 0.1 })),
      sequence(linear({ from: 0.001, to: 0.1, over: 4 }), constant({ value: 0.1 })),
      "5 in a, 4 in b",
    ],
    [
      "the decay after a warm-up",
      warmupCosine({ warmup: 20, over: 130 }),
      sequence(linear({ from: 0, to: "1x", over: 20 }), cosine({ from: "1x", to: 0, over: 129 })),
      "130 in a, 129 in b",
    ],
    [
      "a whole run, by functions",
      (t) => Math.max(0, 1 - t / 200),
      (t) => Math.max(0, 1 - t / 199),
      "200 in a, 199 in b",
    ],
    ["T against T - 2", decay, cosine({ from: "1x", to: "0.1x", over: 148 }), undefined],
    ["T - 1 and another power", decay, cosine({ from: "1x", to: "0.1x", over: 149, power: 1.001 }), undefined],
  ],
  scaled: [
    ["a number of devices", decay, scale(decay, 8), "b is 8 times a"],
    ["a batch's share", steps, scale(steps, 1 / 256), "b is 0.00390625 times a"],
    [
      "scaled above a floor that is not",
      clamp({ plan: decay, min: 0.02 }),
      clamp({ plan: scale(decay, 2), min: 0.02 }),
      undefined,
    ],
  ],
  floor: [
    [
      "a floor",
      decay,
      cosine({ from: "1x", to: 0.1, over: 150 }),
      "the level 0.1 is a share of the base rate in a, absolute in b",
    ],
    [
      "the other way",
      polynomial({ from: "1x", to: 0.05, over: 150, power: 2 }),
      polynomial({ from: "1x", to: "0.05x", over: 150, power: 2 }),
      "the level 0.05 is a share of the base rate in b, absolute in a",
    ],
    ["a clamp's", clamp({ plan: decay, min: "0.5x" }), clamp({ plan: decay, min: 0.5 }), "the level 0.5 is a share"],
    [
      "against a function",
      decay,
      schedule(cosine({ from: "1x", to: 0.1, over: 150 }), RUN),
      "share of the base rate in a, absolute in b",
    ],
    [
      "a function against",
      schedule(cosine({ from: "1x", to: 0.1, over: 150 }), RUN),
      decay,
      "share of the base rate in b, absolute in a",
    ],
    ["another floor", decay, cosine({ from: "1x", to: 0.09, over: 150 }), undefined],
  ],
};

describe.each(Object.entries(CAUSES))("the cause %s", (name, rows) => {
  it.each(
    rows.map(([what, a, b, text]) => [what, text === undefined ? "is not named" : "is named", a, b, text] as const),
  )("for %s %s", (_, __, a, b, text) => {
    const { cause, first } = diff(a, b, RUN);
    expect(first).toBeTypeOf("number");
    if (text === undefined) expect(cause).toBeUndefined();
    else expect(cause).toEqual({ name, text: expect.stringContaining(text) });
  });
});

describe("a difference", () => {
  it("is measured at every step", () => {
    const b = (t: number) => (t === 40 ? 0.25 : t === 41 ? 0.5 : 1);
    const { first, count, absolute, relative, integrated, cause } = diff(constant({ value: 1 }), b, RUN);
    expect({ first, count, absolute, relative, integrated, cause }).toEqual({
      first: 40,
      count: 2,
      absolute: { value: 0.75, step: 40 },
      relative: { value: 0.75, step: 40 },
      integrated: { absolute: 1.25, relative: 1.25 / 200 },
      cause: undefined,
    });
  });

  it("is largest, relative and absolute, at places of their own", () => {
    const { absolute, relative } = diff(
      (t) => 100 / (t + 1),
      (t) => (t === 0 ? 99 : t === 150 ? 0.5 : 100 / (t + 1)),
      RUN,
    );
    expect([absolute.step, relative.step]).toEqual([0, 150]);
  });

  it("is none for the same curve in other words", () => {
    const a = linear({ from: 0.1, to: 0, over: 100 });
    const b = polynomial({ from: 0.1, to: 0, over: "50%", power: 1 });
    expect(diff(a, b, RUN)).toMatchObject({ first: undefined, count: 0, cause: undefined, absolute: { value: 0 } });
  });

  it("is found where another framework's values are none", () => {
    const { first, absolute } = diff(constant({ value: 1 }), (t) => (t < 7 ? 1 : Number.NaN), RUN);
    expect([first, absolute.value]).toEqual([7, Number.NaN]);
  });

  it.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])("is there where one is %d", (none) => {
    const size = Math.abs(none);
    const whole = diff(() => none, decay, RUN);
    expect(whole).toMatchObject({ first: 0, count: 200, cause: undefined });
    const at = (step: number, value: number) => (t: number) => (t === step ? value : 1);
    for (const [a, b] of [
      [at(7, none), at(-1, 0)],
      [at(-1, 0), at(7, none)],
    ] as const) {
      expect(diff(a, b, RUN)).toEqual({
        first: 7,
        count: 1,
        absolute: { value: size, step: 7 },
        relative: { value: size, step: 7 },
        integrated: { absolute: size, relative: size },
        cause: undefined,
      });
    }
    expect(diff(at(7, none), at(7, -none), RUN).count).toBe(Number.isNaN(none) ? 0 : 1);
    for (const tolerance of [0, 1e-12]) {
      expect(diff(at(7, none), at(7, none), RUN, { tolerance })).toMatchObject({ first: undefined, count: 0 });
    }
    // What is the same everywhere else is measured as ever.
    const both = diff(at(7, none), (t) => (t === 7 ? none : t === 8 ? 0.5 : 1), RUN);
    expect(both).toMatchObject({ first: 8, count: 1, integrated: { absolute: 0.5, relative: 0.5 / 199 } });
  });

  it("is as small as the tolerance says", () => {
    const lr = schedule(decay, RUN);
    const single = (t: number) => Math.fround(lr(t));
    expect(diff(decay, single, RUN).first).toBe(0);
    expect(diff(decay, single, RUN, { tolerance: 1e-6 }).first).toBeUndefined();
    const { cause } = diff(decay, (t) => Math.fround(lr(t + 1)), RUN, { tolerance: 1e-6, names: ["ours", "optax"] });
    expect(cause?.text).toBe("optax is one step ahead of ours");
  });

  it("is exact over a million steps", () => {
    const a = cosine({ from: 1, to: 0.1, over: 1e6 });
    const b = cosine({ from: 1, to: 0.1, over: 1e6, inclusive: true });
    expect(diff(a, b, { steps: 1e6 })).toMatchObject({ first: 475, cause: { name: "end" } });
    const lr = schedule(a);
    const late = (t: number) => (t === 999_999 ? 2 : lr(t));
    expect(diff(a, late, { steps: 1e6 })).toMatchObject({ first: 999_999, count: 1, cause: undefined });
  });
});

describe("what cannot be compared is an error", () => {
  it.each([
    ["no steps", () => diff(decay, steps, { base: 1 } as never), ["run.steps"]],
    ["too many steps", () => diff(decay, steps, { base: 1, steps: 2e6 }), ["run.steps"]],
    ["steps that are none", () => diff(decay, steps, { base: 1, steps: Number.NaN }), ["run.steps"]],
    ["a tolerance that is none", () => diff(decay, steps, RUN, { tolerance: -1 }), ["options.tolerance"]],
    ["a plan that is none", () => diff({ kind: "linear" } as never, steps, RUN), ["a.from", "a.to", "a.over"]],
    ["another that is none", () => diff(steps, {} as never, RUN), ["b.kind"]],
    ["a fact that is missing", () => diff(decay, steps, { steps: 10 }), ["a.from", "a.to"]],
    ["a function that is missing", () => diff({ kind: "custom", name: "x" }, steps, RUN), ["a.name"]],
  ])("%s", (_, make, paths) => {
    expect(issuesOf(make).map(({ path }) => path)).toEqual(paths);
  });
});
