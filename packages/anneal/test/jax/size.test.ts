import { makeJaxpr, numpy } from "@jax-js/jax";
import { beforeAll, expect, it } from "vitest";
import {
  exponential,
  linear,
  type Plan,
  piecewise,
  piecewiseInterpolate,
  product,
  repeat,
  sequence,
  warmupCosine,
} from "../../src/index.ts";
import { traced } from "../../src/jax/index.ts";
import { expectRates } from "./compare.ts";
import { start } from "./start.ts";

beforeAll(start);

/** How many operations jax-js has traced. */
function operations(plan: Plan): number {
  const { jaxpr } = makeJaxpr(traced(plan, { base: 0.1 }, numpy))(numpy.array(0));
  const count = String(jaxpr)
    .split("\n")
    .filter((line) => / = /.test(line)).length;
  jaxpr.dispose();
  return count;
}

const at = (count: number) => Array.from({ length: count }, (_, i) => 3 * (i + 1));
const levels = (count: number) => at(count).map((step) => 1 / (1 + (step % 17)));

const PLANS: Readonly<Record<string, (milestones: number) => Plan>> = {
  milestones: (count) => piecewise({ from: 0.1, at: at(count), to: levels(count) }),
  lines: (count) => piecewiseInterpolate({ from: 0.5, at: at(count), to: levels(count) }),
  "milestones of a curve": (count) =>
    product(
      exponential({ from: 0.1, factor: 0.5, every: 10_000 }),
      piecewise({ from: 1, at: at(count), to: levels(count) }),
    ),
  "milestones in a cycle": (count) =>
    repeat({ plan: sequence({ plan: piecewise({ from: 0.1, at: at(count), to: levels(count) }), until: 50_000 }) }),
};

it.each(Object.entries(PLANS))("%s: nine thousand are no longer an expression than ten", async (_, plan) => {
  expect(operations(plan(9000))).toBe(operations(plan(10)));
  const steps = Array.from({ length: 1000 }, (_, i) => 37 * i);
  await expectRates(plan(9000), { base: 0.1 }, steps);
});

it("and the whole of what anything costs is small", () => {
  expect(operations(linear({ from: 0, to: 1, over: 10 }))).toBeLessThan(25);
  expect(operations(warmupCosine({ warmup: 10, over: 90 }))).toBeLessThan(80);
});
