import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { paramGroups } from "../../src/tfjs/index.ts";
import { OPTIMIZERS, Training } from "./optimizers.ts";

const groupOf = (optimizer: tf.Optimizer) => paramGroups(optimizer).paramGroups[0];
const betasOf = (optimizer: tf.Optimizer) => groupOf(optimizer).betas as [number, number];

/** Adam and Adamax in plain numbers, as PyTorch defines them: the bias is corrected by the beta in force. */
const REFERENCE = {
  adam(lr: number, betas: readonly (readonly [number, number])[]) {
    return descend((gradient, state, [b1, b2], t) => {
      state.m = b1 * state.m + (1 - b1) * gradient;
      state.v = b2 * state.v + (1 - b2) * gradient ** 2;
      return (lr * (state.m / (1 - b1 ** t))) / (Math.sqrt(state.v / (1 - b2 ** t)) + 1e-7);
    }, betas);
  },
  adamax(lr: number, betas: readonly (readonly [number, number])[]) {
    return descend((gradient, state, [b1, b2], t) => {
      state.m = b1 * state.m + (1 - b1) * gradient;
      state.v = Math.max(b2 * state.v, Math.abs(gradient));
      return (lr / (1 - b1 ** t)) * (state.m / (state.v + 1e-7));
    }, betas);
  },
};

type Update = (
  gradient: number,
  state: { m: number; v: number },
  betas: readonly [number, number],
  t: number,
) => number;

function descend(update: Update, betas: readonly (readonly [number, number])[]): [number, number] {
  const from = (weight: number, target: number) => {
    const state = { m: 0, v: 0 };
    return betas.reduce((w, pair, i) => w - update(2 * (w - target), state, pair, i + 1), weight);
  };
  return [from(1, 3), from(2, -1)];
}

describe.each(["adam", "adamax"] as const)("the betas of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("set before training give the weights of an optimizer built with them", () => {
    const changed = make(0.1, 0.9, 0.999);
    groupOf(changed).betas = [0.5, 0.7];
    const steps = (optimizer: tf.Optimizer) => new Training(optimizer).step().step().step().path;
    expect(steps(changed)).toEqual(steps(make(0.1, 0.5, 0.7)));
    expect(steps(make(0.1, 0.9, 0.7))).not.toEqual(steps(make(0.1, 0.5, 0.7)));
    expect(steps(make(0.1, 0.5, 0.999))).not.toEqual(steps(make(0.1, 0.5, 0.7)));
  });

  it.each([0, 1])("entry %i may be written alone", (i) => {
    const changed = make(0.1, 0.9, 0.999);
    betasOf(changed)[i] = 0.6;
    const fresh = i === 0 ? make(0.1, 0.6, 0.999) : make(0.1, 0.9, 0.6);
    expect([...betasOf(changed)]).toEqual([...betasOf(fresh)]);
    expect(new Training(changed).step().step().path).toEqual(new Training(fresh).step().step().path);
  });

  it("set during training take effect at the next update, with its bias corrected", () => {
    const pairs = [
      [0.9, 0.999],
      [0.5, 0.999],
      [0.5, 0.7],
      [0.95, 0.8],
    ] as const;
    const training = new Training(make(0.1, 0.9, 0.999));
    for (const [beta1, beta2] of pairs) {
      groupOf(training.optimizer).betas = [beta1, beta2];
      training.step();
    }
    const expected = REFERENCE[name](0.1, pairs);
    const [first, second] = training.path.at(-1) as [number, number];
    expect(first).toBeCloseTo(expected[0], 5);
    expect(second).toBeCloseTo(expected[1], 5);
  });

  it("are a live list of two numbers", () => {
    const optimizer = make(0.1, 0.9, 0.999) as unknown as { beta1: number; beta2: number } & tf.Optimizer;
    const betas = betasOf(optimizer);
    optimizer.beta2 = 0.99;
    expect([...betas]).toEqual([0.9, 0.99]);
    expect(JSON.stringify(betas)).toBe("[0.9,0.99]");
    groupOf(optimizer).betas = [0.8, 0.98];
    expect(betasOf(optimizer)).toBe(betas);
    expect([optimizer.beta1, optimizer.beta2]).toEqual([0.8, 0.98]);
  });

  it("may change 10,000 times without leaking a tensor, inside a tidy as well", () => {
    const training = new Training(make(0.01)).step();
    const group = groupOf(training.optimizer);
    const before = tf.memory();
    for (let i = 1; i <= 2500; i++) group.betas = [i / 3000, i / 2600];
    tf.tidy(() => {
      for (let i = 1; i <= 2500; i++) group.betas = [i / 4000, i / 2700];
    });
    expect(tf.memory()).toEqual(before);
    training.step();
    expect(tf.memory()).toEqual(before);
  });
});
