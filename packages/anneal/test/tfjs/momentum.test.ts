import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { paramGroups } from "../../src/tfjs/index.ts";
import { OPTIMIZERS, Training } from "./optimizers.ts";

const NAMES = ["momentum", "nesterov", "rmsprop", "rmsprop centered"] as const;
const groupOf = (optimizer: tf.Optimizer) => paramGroups(optimizer).paramGroups[0];

describe.each(NAMES)("the momentum of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("set before training gives the weights of an optimizer built with it", () => {
    const changed = make(0.02, 0.9);
    groupOf(changed).momentum = 0.5;
    const steps = (optimizer: tf.Optimizer) => new Training(optimizer).step().step().path;
    expect(steps(changed)).toEqual(steps(make(0.02, 0.5)));
    expect(steps(make(0.02, 0.9))).not.toEqual(steps(make(0.02, 0.5)));
  });

  it("reads what was set, to the last bit, and what the optimizer was built with", () => {
    const group = groupOf(make(0.1, 0.9));
    expect(group.momentum).toBe(0.9);
    group.momentum = 0.1 + 0.2;
    expect(group.momentum).toBe(0.1 + 0.2);
    group.momentum = 0;
    expect(group.momentum).toBe(0);
  });

  it("and the rate do not touch each other", () => {
    const changed = make(0.5, 0.9);
    const group = groupOf(changed);
    group.momentum = 0.5;
    group.lr = 0.02;
    expect([group.lr, group.momentum]).toEqual([0.02, 0.5]);
    group.momentum = 0.75;
    expect([group.lr, group.momentum]).toEqual([0.02, 0.75]);
    expect(new Training(changed).step().step().path).toEqual(new Training(make(0.02, 0.75)).step().step().path);
  });

  it("may change 10,000 times without leaking a tensor, inside a tidy as well", () => {
    const training = new Training(make(0.01)).step();
    const group = groupOf(training.optimizer);
    const before = tf.memory().numTensors;
    for (let i = 1; i <= 5000; i++) group.momentum = i / 6000;
    tf.tidy(() => {
      for (let i = 1; i <= 5000; i++) group.momentum = i / 7000;
    });
    expect(tf.memory().numTensors).toBe(before);
    training.step();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("Momentum", () => {
  type Cached = tf.Optimizer & { m: tf.Scalar; setMomentum(momentum: number): void };

  it("moves the weights by rate times (momentum times velocity plus gradient)", () => {
    const training = new Training(OPTIMIZERS.momentum(0.125, 0.9)).step(); // gradient (-4, 6)
    groupOf(training.optimizer).momentum = 0.5;
    training.step(); // gradient (-3, 4.5), velocity (-5, 7.5)
    expect(training.path[2]).toEqual([1.5 + 0.125 * 5, 1.25 - 0.125 * 7.5]);
  });

  it("keeps its tensor while the momentum stays what it is", () => {
    const optimizer = OPTIMIZERS.momentum(0.5, 0.9) as unknown as Cached;
    const group = groupOf(optimizer);
    const tensor = optimizer.m;
    group.momentum = 0.9;
    expect(optimizer.m).toBe(tensor);
    group.momentum = 0.8;
    expect(optimizer.m).not.toBe(tensor);
    expect(tensor.isDisposed).toBe(true);
  });

  it("trains with the momentum that it shows after setMomentum, which alone changes nothing", () => {
    const steps = (optimizer: tf.Optimizer) => new Training(optimizer).step().step().path;
    const optimizer = OPTIMIZERS.momentum(0.02, 0.9) as unknown as Cached;
    optimizer.setMomentum(0.5);
    expect(groupOf(optimizer).momentum).toBe(0.5);
    expect(steps(optimizer)).toEqual(steps(OPTIMIZERS.momentum(0.02, 0.5)));
  });

  it("lives on when it was made inside a tidy", () => {
    const optimizer = tf.tidy(() => {
      const made = OPTIMIZERS.momentum(0.02, 0.9);
      paramGroups(made);
      return made as unknown as tf.TensorContainer;
    }) as unknown as tf.Optimizer;
    groupOf(optimizer).momentum = 0.5;
    const fresh = OPTIMIZERS.momentum(0.02, 0.5);
    expect(new Training(optimizer).step().step().path).toEqual(new Training(fresh).step().step().path);
  });
});
