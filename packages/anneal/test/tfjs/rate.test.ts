import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { paramGroups } from "../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS, Training } from "./optimizers.ts";

const groupOf = (optimizer: tf.Optimizer) => paramGroups(optimizer).paramGroups[0];

describe.each(NAMES)("the rate of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("set before training gives the weights of an optimizer built at that rate", () => {
    const changed = make(0.5);
    groupOf(changed).lr = 0.02;
    expect(new Training(changed).step().step().path).toEqual(new Training(make(0.02)).step().step().path);
    expect(new Training(make(0.5)).step().path).not.toEqual(new Training(make(0.02)).step().path);
  });

  it("set between two updates scales the second one", () => {
    // Two equal optimizers part after the first update. All but RMSProp are linear in the rate at that point, and
    // RMSProp is too, while its momentum is 0; Momentum puts the rate outside of its accumulation.
    const at = new Training(make(0.02)).step();
    const threefold = new Training(make(0.02)).step();
    groupOf(threefold.optimizer).lr = 0.06;
    const once = at.step().update(2);
    const thrice = threefold.step().update(2);
    for (const i of [0, 1] as const) {
      expect(Math.abs(once[i])).toBeGreaterThan(1e-6);
      expect(thrice[i] / once[i]).toBeCloseTo(3, 2);
    }
  });

  it("reads what was set, to the last bit, and what the optimizer was built with", () => {
    const group = groupOf(make(0.1));
    expect(group.lr).toBe(0.1);
    group.lr = 0.1 + 0.2;
    expect(group.lr).toBe(0.1 + 0.2);
    group.lr = 0;
    expect(group.lr).toBe(0);
  });

  it("0 stops the weights", () => {
    const training = new Training(make(0.1));
    groupOf(training.optimizer).lr = 0;
    expect(training.step().step().path).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it("may change 10,000 times without leaking a tensor, inside a tidy as well", () => {
    const training = new Training(make(0.1)).step();
    const group = groupOf(training.optimizer);
    const before = tf.memory().numTensors;
    for (let i = 1; i <= 5000; i++) group.lr = i / 1e6;
    tf.tidy(() => {
      for (let i = 1; i <= 5000; i++) group.lr = i / 1e5;
    });
    expect(tf.memory().numTensors).toBe(before);
    training.step();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("SGD", () => {
  it("moves the weights by rate times gradient", () => {
    const training = new Training(OPTIMIZERS.sgd(0.5));
    const group = groupOf(training.optimizer);
    group.lr = 0.125;
    training.step(); // gradient (-4, 6)
    group.lr = 0.25;
    training.step(); // gradient (-3, 4.5)
    expect(training.path).toEqual([
      [1, 2],
      [1.5, 1.25],
      [2.25, 0.125],
    ]);
  });

  it("keeps its tensor while the rate stays what it is", () => {
    const optimizer = OPTIMIZERS.sgd(0.5) as unknown as tf.Optimizer & { c: tf.Scalar };
    const group = groupOf(optimizer);
    const tensor = optimizer.c;
    group.lr = 0.5;
    expect(optimizer.c).toBe(tensor);
    group.lr = 0.25;
    expect(optimizer.c).not.toBe(tensor);
  });

  it("trains at the rate that it shows, also when its field alone was written before", () => {
    const optimizer = OPTIMIZERS.sgd(0.5);
    (optimizer as unknown as { learningRate: number }).learningRate = 0.125;
    const group = groupOf(optimizer);
    expect(group.lr).toBe(0.125);
    expect(new Training(optimizer).step().path[1]).toEqual([1.5, 1.25]);
    (optimizer as unknown as { learningRate: number }).learningRate = 0.25;
    group.lr = 0.25;
    expect(new Training(optimizer).step().path[1]).toEqual([2, 0.5]);
  });
});
