import { describe, expect, it } from "vitest";
import { linear, type Plan, parsePlan, schedule } from "../../src/index.ts";
import type { kinds } from "../../src/plan.ts";
import { messageOf } from "../issues.ts";
import {
  ABOVE_0,
  LEVEL,
  LIST,
  NUMBER,
  type Row,
  type Rows,
  type Taken,
  TIME,
  TIME_ABOVE_0,
  takes,
  YES_NO,
} from "../options.ts";

const plan = linear({ from: 1, to: 0.5, over: 9 });
const run = { base: 1, steps: 100, samplesPerStep: 2, tokensPerStep: 4 };
const functions = { sum: (_: number, args: readonly number[]) => args.reduce((a, b) => a + b, 1) };

const NO: Row = [YES_NO, { default: false }];
const ONE: Row = [ABOVE_0, { default: 1 }];
const ANY = "a finite number above -Infinity";
const PLAN: Row = ["a plan"];
const PLANS: Row = ["a list of 1 to 100,000 entries"];
const OPEN: Row = [LEVEL, { open: "last" }];

const waved: Rows = { from: OPEN, to: OPEN, over: [TIME_ABOVE_0, { open: "rest" }] };
const ramp: Rows = { from: OPEN, to: OPEN, over: [TIME, { open: "rest" }], inclusive: NO };
const ends = { from: 1, to: 0.1, over: 10 };

/** Fields that are enough for each kind, and all that it has. */
const FIELDS: { readonly [K in keyof typeof kinds]: Taken } = {
  clamp: [{ plan }, { plan: PLAN, min: [LEVEL, { default: 0 }], max: [LEVEL, { default: undefined }] }],
  clock: [
    { unit: "samples", plan },
    { unit: ["one of samples, tokens"], plan: PLAN },
  ],
  constant: [{ value: 1 }, { value: OPEN, over: [TIME, { default: undefined, open: "rest" }] }],
  cosine: [ends, { ...ramp, power: ONE, k: ONE }],
  cosineWave: [ends, waved],
  custom: [{ name: "sum" }, { name: ["a text of length from 1 below 33"], args: [LIST, { default: undefined }] }],
  exponential: [
    { from: 1, factor: 0.5, every: 3 },
    { from: OPEN, to: [LEVEL, { default: 0 }], factor: [NUMBER], every: [TIME_ABOVE_0], staircase: NO },
  ],
  geometric: [ends, { ...ramp, ratio: [ABOVE_0, { default: undefined }] }],
  linear: [ends, ramp],
  logarithmic: [ends, { ...ramp, every: [TIME_ABOVE_0, { default: 1 }] }],
  piecewise: [
    { from: 1, at: [3], to: [0.1] },
    { from: OPEN, at: [LIST], to: ["a list of 1 entries"] },
  ],
  polynomial: [
    { ...ends, power: 2 },
    { ...ramp, power: [ABOVE_0], k: ONE, cycle: NO },
  ],
  powerLaw: [
    { from: 1, every: 3, power: -1 },
    { from: OPEN, rate: [NUMBER, { default: 1 }], every: [TIME_ABOVE_0], power: [ANY], staircase: NO },
  ],
  product: [{ factors: [plan] }, { factors: PLANS }],
  repeat: [
    { plan },
    { plan: PLAN, stretch: ["a finite number from 1", { default: 1 }], scale: [NUMBER, { default: 1 }] },
  ],
  sequence: [{ parts: [plan] }, { parts: ["a list of 0 to 100,000 entries"] }],
  shift: [
    { plan, by: 2 },
    { plan: PLAN, by: [ANY] },
  ],
  sum: [{ terms: [plan] }, { terms: PLANS }],
  tanh: [{ ...ends }, { ...ramp, lower: [ANY, { default: -7 }], upper: [ANY, { default: 3 }] }],
};

/** The values of a plan; of one that waits for a part before it, the plan. */
function made(fields: unknown): unknown {
  const plan: Plan = parsePlan(fields);
  if (JSON.stringify(plan).includes('"last"')) return plan;
  return Array.from({ length: 50 }, (_, step) => schedule(plan, run, { functions })(step));
}

describe("a kind", () => {
  it.each(Object.entries<Taken>(FIELDS))("%s has its fields", (kind, [good, rows]) => {
    takes(made, { kind, ...good }, rows);
  });
});

describe("an entry of a list", () => {
  it.each<[object, string]>([
    [{ kind: "custom", name: "sum", args: ["1"] }, `args[0]: expected ${ANY}`],
    [{ kind: "piecewise", from: 1, at: [{}], to: [1] }, `at[0]: expected ${TIME}`],
    [{ kind: "piecewise", from: 1, at: ["rest"], to: [1] }, `at[0]: expected ${TIME}`],
    [{ kind: "piecewise", from: 1, at: [1], to: [{}] }, `to[0]: expected ${LEVEL}`],
    [{ kind: "sequence", parts: [{ plan, until: {} }] }, `parts[0].until: expected ${TIME}`],
    [{ kind: "sequence", parts: [{ plan, until: "rest" }] }, `parts[0].until: expected ${TIME}`],
    [{ kind: "sequence", parts: [{ plan, clock: "" }] }, "parts[0].clock: expected one of local, global"],
    [{ kind: "sequence", parts: [{ plan, at: 1 }] }, "parts[0]: expected one of plan, until, clock"],
  ])("of %j is checked by itself", (fields, message) => {
    expect(messageOf(() => parsePlan(fields))).toContain(`${message}, received`);
  });
});
