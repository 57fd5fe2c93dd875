import { jit, numpy } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { cosine, functions, linear, type Plan, schedule } from "../../src/index.ts";
import { traced } from "../../src/jax/index.ts";
import { kinds } from "../../src/plan.ts";
import { PLANS } from "../frozen/plans.ts";
import { RUN } from "../frozen/run.ts";
import { nodesOf } from "../trees.ts";
import { expectRates } from "./compare.ts";
import { start, TRACED } from "./start.ts";

beforeAll(start);

const FUNCTIONS = {
  ...functions,
  halvings: (t: number, [every = 1, from = 1]: readonly number[]) => from * 0.5 ** Math.floor(t / every),
};

const isTraced = (plan: Plan) => nodesOf(plan).every((node) => node.kind !== "custom" || node.name in TRACED);
const plans = Object.entries(PLANS).filter(([, plan]) => isTraced(plan));

// The whole run, and on to the last step that a number of 32 bits counts to.
const steps = Array.from({ length: 30_000 }, (_, i) => i);
for (let step = 30_000; step < 2 ** 24; step += 7919) steps.push(step);
steps.push(2 ** 24);

describe("a plan inside jit", () => {
  it.each(plans)("%s: has the schedule's rates to 1e-6", async (_, plan) => {
    await expectRates(plan, RUN, steps, FUNCTIONS);
  });

  it("of which there are some of every kind", () => {
    const found = new Set(plans.flatMap(([, plan]) => nodesOf(plan)).map(({ kind }) => kind));
    expect(Object.keys(kinds).filter((kind) => !found.has(kind as Plan["kind"]))).toEqual([]);
  });
});

describe("a step", () => {
  const plan = cosine({ from: 0.1, to: 0.001, over: 100 });
  const expected = schedule(plan);
  const rate = () => jit(traced(plan, {}, numpy));

  it.each([numpy.int32, numpy.uint32, numpy.float32])("may be of type %s", (dtype) => {
    expect(rate()(numpy.array(25, { dtype })).item()).toBeCloseTo(expected(25), 7);
  });

  it("may be an array of any shape, which the rates have too", () => {
    const rates = rate()(numpy.array([0, 25, 50, 75, 100, 125]).reshape([3, 2])).js() as number[][];
    expect(rates.map(({ length }) => length)).toEqual([2, 2, 2]);
    for (const [i, value] of rates.flat().entries()) expect(value).toBeCloseTo(expected(25 * i), 7);
    const constant = jit(traced({ kind: "constant", value: 0.5 }, {}, numpy));
    expect(constant(numpy.array([1, 2, 3])).js()).toEqual([0.5, 0.5, 0.5]);
  });

  it("may be a part of one, and below 0 it is the first", () => {
    const rates = rate()(numpy.array([-5, -0.5, 0, 0.5, 99.5])).js() as number[];
    for (const [i, step] of [-5, -0.5, 0, 0.5, 99.5].entries()) expect(rates[i]).toBeCloseTo(expected(step), 7);
  });

  it("is consumed, as by every operation of jax-js, and outlives it as a reference", () => {
    const step = numpy.array(25);
    const eager = traced(linear({ from: 0, to: 1, over: 100 }), {}, numpy);
    expect(eager(step.ref).item()).toBe(0.25);
    expect(eager(step).item()).toBe(0.25);
    expect(() => eager(step)).toThrow();
  });
});
