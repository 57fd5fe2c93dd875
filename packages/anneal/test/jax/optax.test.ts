import { jit, numpy, tree } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { cosine, linear, schedule, warmupCosine } from "../../src/index.ts";
import { lossAndGradient, newData, newWeights, numbersOf, type Weights } from "./network.ts";
import { adam, adamw, type Optimizer, type ScalarOrSchedule, sgd } from "./optaxTwin.ts";
import { start } from "./start.ts";

beforeAll(start);

const STEPS = 30;
const lr = schedule(warmupCosine({ warmup: 5, over: 25, to: "0.01x" }), { base: 0.1 });
const decay = schedule(linear({ from: 0.1, to: 0, over: STEPS }));

/** Trains with an optimizer for each step, whose state goes on from the one before. */
async function train(optimizerOf: (step: number) => Optimizer) {
  const { x, y } = newData();
  let weights = newWeights();
  let state = optimizerOf(0).init(tree.ref(weights));
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const [loss, gradient] = lossAndGradient(tree.ref(weights), x.ref, y.ref);
    losses.push(...(await loss.data()));
    const [updates, next] = optimizerOf(step).update(gradient, state, tree.ref(weights));
    state = next;
    weights = tree.map((w: numpy.Array, u: numpy.Array) => w.add(u), weights, updates) as Weights;
  }
  const end = numbersOf(weights);
  tree.dispose([weights, state, x, y]);
  return { losses, end };
}

const OPTIMIZERS: readonly (readonly [string, (rate: ScalarOrSchedule, decay: ScalarOrSchedule) => Optimizer])[] = [
  ["sgd", (rate) => sgd(rate, { momentum: 0.9 })],
  ["adam", (rate) => adam(rate)],
  ["adamw", (rate, weightDecay) => adamw(rate, { weightDecay })],
];

describe.each(OPTIMIZERS)("a schedule as the learning rate of optax's %s, by a twin of its contract", (_, make) => {
  it("trains as the same rates do that are given one by one", async () => {
    const whole = make(lr, decay);
    const planned = await train(() => whole);
    const byHand = await train((step) => make(lr(step), decay(step)));
    expect(planned.end).toEqual(byHand.end);
    expect(planned.losses.at(-1)).toBeLessThan(planned.losses[0] as number);
    const constant = await train(() => make(0.1, 0.1));
    expect(planned.end).not.toEqual(constant.end);
  });

  it("is asked for the rate of every count once, from 0", async () => {
    const counts: number[] = [];
    const whole = make((count) => {
      counts.push(count);
      return lr(count);
    }, 0);
    await train(() => whole);
    expect(counts).toEqual(Array.from({ length: STEPS }, (_, step) => step));
  });

  it("cannot be inside jit, where the count is not known", () => {
    const whole = make(schedule(cosine({ from: 0.1, to: 0, over: STEPS })), 0);
    const weights = { w: numpy.array([1, 2]) };
    const state = whole.init(tree.ref(weights));
    const update = jit((gradient: typeof weights) => whole.update(gradient, state, tree.ref(weights))[0]);
    expect(() => update({ w: numpy.array([1, 1]) })).not.toThrow();
    const traced = jit((gradient: typeof weights, own: typeof state) => whole.update(gradient, own, weights)[0]);
    expect(() => traced({ w: numpy.array([1, 1]) }, state)).toThrow("item is not a function");
  });
});
