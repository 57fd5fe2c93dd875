import { describe, it } from "vitest";
import * as anneal from "../../src/index.ts";
import {
  ABOVE_0,
  LEVEL,
  LIST,
  type Row,
  type Rows,
  type Taken,
  TIME,
  TIME_ABOVE_0,
  takes,
  YES_NO,
} from "../options.ts";

const recipes = { ...anneal };
const plan = anneal.linear({ from: 1, to: 0, over: 9 });

const PLAN: Row = ["a plan"];
const REST: Row = [TIME, { default: "rest", open: "rest" }];
const TO_0: Row = [LEVEL, { default: 0 }];
const BETA2: Row = ["a finite number from 0 below 1", { default: 0.999 }];

const climb: Rows = {
  from: TO_0,
  curve: ["one of linear, constant, cosine, exponential, logarithmic, sqrt", { default: "linear" }],
  first: ["a whole number from 0 below 2", { default: 0 }],
  inclusive: [YES_NO, { default: false }],
};
const warmup: Rows = { warmup: [TIME], ...climb };
const decay: Rows = { ...warmup, over: REST, to: TO_0 };
const dampen: Rows = { plan: PLAN, over: [TIME_ABOVE_0, { default: undefined }], beta2: BETA2 };

/** Options that are enough for each recipe, and all that it takes. */
const RECIPES = {
  exponentialWarmup: [{ plan }, dampen],
  linearWarmup: [{ plan }, dampen],
  radamWarmup: [{ plan }, { plan: PLAN, beta2: BETA2 }],
  inverseSqrt: [{ warmup: 5 }, { ...warmup, timescale: [TIME_ABOVE_0, { default: undefined }] }],
  triStage: [
    { warmup: 5, hold: 5, decay: 5 },
    {
      warmup: [TIME],
      hold: [TIME, { open: "rest" }],
      decay: [TIME, { open: "rest" }],
      from: [LEVEL, { default: "0.01x" }],
      to: ['a level (0.01, "0.1x") above 0', { default: "0.01x" }],
    },
  ],
  warmup: [
    { plan, over: 5 },
    {
      plan: PLAN,
      over: [TIME],
      ...climb,
      to: [LEVEL, { default: "1x" }],
      clock: ["one of local, global", { default: "local" }],
    },
  ],
  warmupConstant: [{ warmup: 5 }, warmup],
  warmupCosine: [
    { warmup: 5, over: 9 },
    { ...decay, cycles: [ABOVE_0, { default: undefined }] },
  ],
  warmupCosineRestarts: [
    { warmup: 5, over: 9 },
    { ...decay, over: [TIME], cycles: [ABOVE_0, { default: 1 }] },
  ],
  warmupLinear: [{ warmup: 5 }, decay],
  warmupMultiFactor: [
    { milestones: [30], warmup: 5 },
    {
      milestones: [LIST],
      warmup: [TIME],
      from: [LEVEL, { default: 0.001 }],
      factor: [ABOVE_0, { default: 0.1 }],
      strategy: ["one of linear, constant, exponential, cosine", { default: "linear" }],
    },
  ],
  warmupPolynomial: [{ warmup: 5 }, { ...decay, power: [ABOVE_0, { default: 1 }] }],
  wsd: [
    { warmup: 5, decay: 5 },
    {
      ...warmup,
      stable: REST,
      decay: [TIME, { open: "rest" }],
      decayCurve: ["one of linear, cosine, sqrt, exponential", { default: "linear" }],
      to: TO_0,
    },
  ],
} satisfies Readonly<Record<string, Taken>>;

describe("a recipe with a warm-up or of one", () => {
  it.each(Object.entries<Taken>(RECIPES))("%s takes its options", (name, [good, rows]) => {
    takes(recipes[name as keyof typeof RECIPES], good, rows);
  });
});
