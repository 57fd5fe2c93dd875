import { describe, expect, it } from "vitest";
import * as anneal from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { ABOVE_0, LEVEL, LIST, NUMBER, type Row, type Taken, TIME, TIME_ABOVE_0, takes, YES_NO } from "../options.ts";

const recipes = { ...anneal };
const plan = anneal.linear({ from: 1, to: 0, over: 9 });

const CURVES = "one of cosine, linear";
const SHARE = "a finite number from 0 below 1";
const STAIRS = "a whole number from 0 below 100000";
const PLAN: Row = ["a plan"];
const NO: Row = [YES_NO, { default: false }];
const YES: Row = [YES_NO, { default: true }];
const REST: Row = [TIME, { default: "rest", open: "rest" }];

/** Options that are enough for each recipe, and all that it takes. */
const RECIPES = {
  constantFactor: [
    { factor: 0.5, over: 5 },
    { factor: [NUMBER], over: [TIME] },
  ],
  cyclic: [
    { base: 0.1, peak: 1, up: 5, factor: 0.5 },
    {
      base: [LEVEL],
      peak: [LEVEL],
      up: [TIME_ABOVE_0],
      down: [TIME_ABOVE_0, { default: undefined }],
      factor: [NUMBER, { default: 1 }],
      per: ["one of cycle, step", { default: "cycle" }],
    },
  ],
  exponentialDecay: [
    { every: 5, factor: 0.5 },
    {
      every: [TIME_ABOVE_0],
      factor: [NUMBER],
      begin: [TIME, { default: 0 }],
      from: [LEVEL, { default: "1x" }],
      min: [LEVEL, { default: undefined }],
      max: [LEVEL, { default: undefined }],
      staircase: NO,
    },
  ],
  flatCosine: [{}, { flat: [TIME, { default: "75%" }], over: REST, to: [LEVEL, { default: 0 }] }],
  inverseTime: [{ every: 5 }, { every: [TIME_ABOVE_0], rate: [NUMBER, { default: 1 }], staircase: NO }],
  multiStep: [
    { milestones: [3, 5] },
    {
      milestones: [LIST],
      factor: [NUMBER, { default: 0.1 }],
      first: ["a whole number from 0 below 2", { default: 0 }],
      inclusive: YES,
    },
  ],
  noise: [
    { plan },
    {
      plan: PLAN,
      from: [TIME, { default: 0 }],
      until: [TIME, { default: undefined }],
      limit: [ABOVE_0, { default: 0.67 }],
      deviation: [ABOVE_0, { default: 1 }],
      distribution: ["one of normal, uniform", { default: "normal" }],
      seed: ["a whole number from 0", { default: 42 }],
      every: [ABOVE_0, { default: 1 }],
    },
  ],
  oneCycle: [
    { peak: 1, over: 10 },
    {
      peak: [LEVEL],
      over: [TIME_ABOVE_0],
      pctStart: [NUMBER, { default: 0.3 }],
      pctFinal: [NUMBER, { default: undefined }],
      strategy: [CURVES, { default: "cosine" }],
      divFactor: [ABOVE_0, { default: 25 }],
      finalDivFactor: [ABOVE_0, { default: 1e4 }],
      inclusive: YES,
      whole: NO,
      momentum: ["one of momentum, beta1", { default: "momentum" }],
      baseMomentum: [SHARE, { default: 0.85 }],
      maxMomentum: [SHARE, { default: 0.95 }],
    },
  ],
  oneTriangle: [
    { from: 0, to: 1, up: 5, rate: 1 },
    {
      from: [LEVEL],
      to: [LEVEL],
      up: [TIME],
      down: [TIME, { default: undefined }],
      stairs: [STAIRS, { default: 0 }],
      stairsDown: [STAIRS, { default: undefined }],
      rate: [NUMBER, { default: 0 }],
      every: [TIME_ABOVE_0, { default: 1 }],
      power: ["a finite number above -Infinity", { default: -1 }],
    },
  ],
  piecewiseInterpolate: [
    { from: 1, at: [3, 5], to: [0.5, 0.1] },
    {
      from: [LEVEL, { open: "last" }],
      at: [LIST],
      to: ["a list of 2 entries"],
      curve: ["one of linear, cosine", { default: "linear" }],
    },
  ],
  rangeTest: [
    { every: 5 },
    { from: [LEVEL, { default: 0.001 }], every: [TIME_ABOVE_0], rate: [NUMBER, { default: 1 }], staircase: NO },
  ],
  restarts: [
    { plan, cycles: 3 },
    {
      plan: PLAN,
      growth: [ABOVE_0, { default: 1 }],
      factor: [NUMBER, { default: 1 }],
      toFactor: [NUMBER, { default: 1 }],
      cycles: ["a whole number above 0 below 10000", { default: undefined }],
      whole: NO,
    },
  ],
  step: [{ every: 5 }, { every: [TIME_ABOVE_0], factor: [NUMBER, { default: 0.1 }] }],
  swa: [
    { plan, begin: 5, rate: 0.1 },
    {
      plan: PLAN,
      begin: [TIME],
      rate: [LEVEL],
      over: [TIME, { default: 10 }],
      curve: [CURVES, { default: "cosine" }],
    },
  ],
  fractions: [
    { plans: [plan, plan], shares: [0.5, 0.5] },
    {
      plans: ["a list of 1 to 100,000 entries"],
      shares: ["a list of 2 entries"],
      scaling: ["a list of 2 entries", { default: undefined }],
    },
  ],
  weightDecayRamp: [
    { from: 0.04, to: 0.4 },
    { from: [LEVEL], to: [LEVEL], over: REST, curve: ["one of linear, cosine", { default: "linear" }] },
  ],
} satisfies Readonly<Record<string, Taken>>;

describe("a recipe", () => {
  it.each(Object.entries<Taken>(RECIPES))("%s takes its options", (name, [good, rows]) => {
    takes(recipes[name as keyof typeof RECIPES], good, rows);
  });
});

describe("an entry of a list", () => {
  it.each<[string, () => unknown, string]>([
    [
      "multiStep's milestones",
      () => anneal.multiStep({ milestones: [{}] as never }),
      `milestones[0]: expected ${TIME}`,
    ],
    [
      "warmupMultiFactor's milestones",
      () => anneal.warmupMultiFactor({ warmup: 5, milestones: [{}] as never }),
      `milestones[0]: expected ${TIME}`,
    ],
    ["fractions' plans", () => anneal.fractions({ plans: [3] as never, shares: [1] }), "plans[0]: expected a plan"],
    [
      "fractions' shares",
      () => anneal.fractions({ plans: [plan], shares: ["1"] as never }),
      `shares[0]: expected ${NUMBER}`,
    ],
    [
      "fractions' scaling",
      () => anneal.fractions({ plans: [plan], shares: [1], scaling: [""] as never }),
      "scaling[0]: expected one of rescaled, fixed",
    ],
    [
      "piecewiseInterpolate's times",
      () => anneal.piecewiseInterpolate({ from: 1, at: [{}] as never, to: [1] }),
      `at[0]: expected ${TIME}`,
    ],
    [
      "piecewiseInterpolate's levels",
      () => anneal.piecewiseInterpolate({ from: 1, at: [1], to: [{}] as never }),
      `to[0]: expected ${LEVEL}`,
    ],
  ])("of %s is checked by itself", (_, make, message) => {
    expect(messageOf(make)).toContain(`${message}, received`);
  });
});
