import { beforeAll, describe, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  exponential,
  geometric,
  linear,
  type Plan,
  piecewise,
  polynomial,
  powerLaw,
  repeat,
  sequence,
  tanh,
} from "../../src/index.ts";
import { expectRates } from "./compare.ts";
import { start } from "./start.ts";

beforeAll(start);

const around = (step: number, count = 200) => Array.from({ length: count }, (_, i) => step - count / 2 + i);
const LATE = 2 ** 24 - 100;

/** Where plain arithmetic of 32 bits goes wrong, each time by more than 1e-6. */
const CASES: Readonly<Record<string, readonly [Plan, readonly number[]]>> = {
  "a change between two late steps": [piecewise({ from: 0.1, at: [1e7 + 0.4], to: [0.2] }), around(1e7)],
  "a curve that begins between two late steps": [
    sequence(constant({ value: 0.1, over: 1e7 + 0.4 }), linear({ from: 0, to: 1, over: 10.3 })),
    around(1e7),
  ],
  "what is left of a long line": [linear({ from: 0.1, to: 0, over: 1e7 + 0.4 }), around(1e7)],
  "what is left of a long wave": [cosine({ from: 0.1, to: 0, over: 1e7 + 0.4 }), around(1e7)],
  "the beginning of a long wave": [cosine({ from: 0, to: 0.1, over: 1e7 }), around(100)],
  "what is left of a root": [polynomial({ from: 0.1, to: 0, over: 1e7 + 0.4, power: 0.7, k: 0.5 }), around(1e7)],
  "a late cycle of no whole length": [repeat({ plan: linear({ from: 0, to: 1, over: 7.3 }) }), around(LATE)],
  "a late cycle of many digits": [repeat({ plan: linear({ from: 1, to: 2, over: 1000 / 7 }) }), around(LATE)],
  "a late wave of no whole length": [cosineWave({ from: 1, to: 0.1, over: Math.E }), around(LATE)],
  "cycles of three and a third steps": [repeat({ plan: linear({ from: 1, to: 2, over: 10 / 3 }) }), around(300_000)],
  "stairs of three and a third steps": [
    exponential({ from: 1, factor: 0.9999, every: 10 / 3, staircase: true }),
    around(300_000),
  ],
  "a large exponent": [exponential({ from: 1e30, factor: 0.999, every: 100 / 3 }), around(5_000_000)],
  "many powers of ten": [geometric({ from: 1e-30, to: 1e30, over: 12_345.6 }), around(6000, 12_000)],
  "the far ends of a tangent": [tanh({ from: 0, to: 1, over: 10_000.1, lower: -20, upper: 20 }), around(5000, 10_000)],
  "a power of a small number": [polynomial({ from: 1, to: 0, over: 1e6, power: 2.7 }), around(1e6)],
  "a power of a large number": [powerLaw({ from: 1, every: 0.001, power: -1.7 }), around(1e7)],
  "a curve that does not move, beside a level": [
    sequence({ plan: exponential({ from: 0.3, to: 0.3, factor: 0.5, every: 1 }), until: 50 }, constant({ value: 0.7 })),
    around(50),
  ],
  "nothing that grows for ever": [exponential({ from: 0, factor: 2, every: 1 }), around(LATE)],
};

describe("in numbers of 32 bits a schedule keeps its digits:", () => {
  it.each(Object.entries(CASES))("%s", async (_, [plan, steps]) => {
    await expectRates(
      plan,
      {},
      steps.filter((step) => step >= 0),
    );
  });
});
