import { jit, numpy, tree } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { type Plan, schedule, warmupCosine, warmupMultiFactor } from "../../src/index.ts";
import { traced } from "../../src/jax/index.ts";
import { descend, lossAndGradient, newData, newWeights, numbersOf, type Weights } from "./network.ts";
import { start } from "./start.ts";

beforeAll(start);

const STEPS = 200;
const RUN = { base: 2, steps: STEPS, stepsPerEpoch: 20 };
const NAMES: readonly (readonly [string, Plan])[] = [
  ["the article's plan", warmupMultiFactor({ factor: 0.1, milestones: ["6 epochs", "8 epochs"], warmup: "2 epochs" })],
  ["a warm-up and a cosine", warmupCosine({ warmup: "10%", over: "90%", to: 0.001 })],
];

/** A whole step inside `jit`: the weights after it, its loss and the rate that it used. */
type Update = (weights: Weights, x: numpy.Array, y: numpy.Array, given: numpy.Array) => [Weights, ...numpy.Array[]];

/** An update whose rate is made of what it is given, and how often jax-js has traced it. */
function updating(rateOf: (given: numpy.Array) => numpy.Array) {
  let traces = 0;
  const update = (weights: Weights, x: numpy.Array, y: numpy.Array, given: numpy.Array) => {
    traces++;
    const [loss, gradient] = lossAndGradient(tree.ref(weights), x, y);
    const rate = rateOf(given);
    return [descend(weights, gradient, rate.ref), loss, rate];
  };
  return { update: jit(update) as unknown as Update, traces: () => traces };
}

/** Trains the network, and tells every loss and every rate. */
async function train(update: Update, given: (step: number) => numpy.Array) {
  const { x, y } = newData();
  let weights = newWeights();
  const losses: number[] = [];
  const rates: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const [next, ...told] = update(weights, x.ref, y.ref, given(step));
    weights = next;
    const [loss, rate] = await Promise.all(told.map((one) => one.data()));
    losses.push(...(loss as Float32Array));
    rates.push(...(rate as Float32Array));
  }
  const end = numbersOf(weights);
  tree.dispose([weights, x, y]);
  return { losses, rates, end };
}

const countOf = (step: number) => numpy.array(step, { dtype: numpy.int32 });

describe.each(NAMES)("a network that learns inside jit, by %s", (_, plan) => {
  const expected = schedule(plan, RUN as never);

  it("is traced once for all of its steps, and uses the schedule's rates", async () => {
    const { update, traces } = updating(traced(plan, RUN as never, numpy));
    const { losses, rates } = await train(update, countOf);
    expect(traces()).toBe(1);
    rates.forEach((rate, step) => {
      expect(Math.abs(rate - expected(step)), `step ${step}`).toBeLessThanOrEqual(1e-6 * expected(step));
    });
    expect(new Set(rates).size).toBeGreaterThan(20);
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 2);
  });

  it("comes to the weights that the same rates give when they are handed in", async () => {
    const inside = await train(updating(traced(plan, RUN as never, numpy)).update, countOf);
    const handed = await train(updating((rate) => rate).update, (step) => numpy.array(expected(step)));
    inside.end.forEach((weight, i) => {
      expect(weight).toBeCloseTo(handed.end[i] as number, 4);
    });
    const other = await train(updating((rate) => rate).update, () => numpy.array(0.1));
    expect(Math.max(...inside.end.map((weight, i) => Math.abs(weight - (other.end[i] as number))))).toBeGreaterThan(
      0.01,
    );
  });
});

it("a number in place of an array is a constant to jit, and would be traced for every step", () => {
  let traces = 0;
  const expected = schedule(NAMES[1]?.[1] as Plan, RUN as never);
  const scaled = jit(
    (x: numpy.Array, step: number) => {
      traces++;
      return x.mul(expected(step));
    },
    { staticArgnums: [1] },
  );
  for (let step = 0; step < 5; step++) scaled(numpy.array(1), step).dispose();
  expect(traces).toBe(5);
});
