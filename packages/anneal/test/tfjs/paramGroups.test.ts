import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { received as describeValue, PlanError } from "../../src/error.ts";
import { paramGroups } from "../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS, Training } from "./optimizers.ts";

const groupOf = (optimizer: tf.Optimizer) => paramGroups(optimizer).paramGroups[0];

function refusal(run: () => unknown): { path: string; expected: string; received: string }[] {
  try {
    run();
  } catch (error) {
    if (error instanceof PlanError) return [...error.issues];
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("paramGroups", () => {
  it.each(NAMES)("gives one view for one %s, which remembers what is put on it", (name) => {
    const optimizer = OPTIMIZERS[name](0.1);
    groupOf(optimizer).initialLr = 0.1;
    groupOf(optimizer).lr = 0.01;
    expect(paramGroups(optimizer)).toBe(paramGroups(optimizer));
    expect(groupOf(optimizer)).toMatchObject({ lr: 0.01, initialLr: 0.1 });
    expect(groupOf(OPTIMIZERS[name](0.1)).initialLr).toBeUndefined();
  });

  it.each(NAMES)("shows of %s what it has and nothing else", (name) => {
    const hyperparameters = ["adam", "adamax"].includes(name)
      ? ["lr", "betas"]
      : /momentum|nesterov|rmsprop/.test(name)
        ? ["lr", "momentum"]
        : ["lr"];
    expect(Object.keys(groupOf(OPTIMIZERS[name](0.1)))).toEqual(hyperparameters);
  });

  it.each([
    ["sgd", 0.01],
    ["adam", 0.001],
    ["rmsprop", 0.001],
    ["adagrad", 0.01],
    ["adadelta", 1],
    ["adamax", 0.002],
  ])("reads and changes the rate of model.compile's %s", async (name, rate) => {
    const kernels = async (change: (optimizer: tf.Optimizer) => void) => {
      const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2], kernelInitializer: "ones" })] });
      model.compile({ optimizer: name, loss: "meanSquaredError" });
      change(model.optimizer);
      await model.trainOnBatch(tf.tensor2d([[1, 2]]), tf.tensor2d([[7]]));
      await model.trainOnBatch(tf.tensor2d([[1, 2]]), tf.tensor2d([[7]]));
      return [...(model.getWeights()[0] as tf.Tensor).dataSync()];
    };
    const still = await kernels((optimizer) => {
      expect(groupOf(optimizer).lr).toBe(rate);
      groupOf(optimizer).lr = 0;
    });
    expect(still).toEqual([1, 1]);
    expect(await kernels(() => {})).not.toEqual([1, 1]);
  });

  it("leaves the trained weights and the memory as they were", () => {
    for (const name of NAMES) {
      const training = new Training(OPTIMIZERS[name](0.1)).step();
      const before = tf.memory();
      paramGroups(training.optimizer);
      expect(tf.memory()).toEqual(before);
      const untouched = new Training(OPTIMIZERS[name](0.1)).step().step();
      expect(training.step().path).toEqual(untouched.path);
    }
  });
});

describe("what is refused", () => {
  const expected = "a TensorFlow.js optimizer (SGD, Momentum, Adagrad, Adadelta, Adam, Adamax, RMSProp)";

  it.each([
    [{ getClassName: (): string => "Lion", learningRate: 0.1 }, '"Lion"'],
    [{ getClassName: (): string => "Adam" }, "Adam without a learning rate"],
    [{ lr: 0.1 }, describeValue({})],
    [{ getClassName: 3 }, describeValue({})],
    ["sgd", '"sgd"'],
    [null, "null"],
    [undefined, "undefined"],
  ])("the optimizer %j", (optimizer, received) => {
    expect(refusal(() => paramGroups(optimizer as never))).toEqual([{ path: "optimizer", expected, received }]);
  });

  const bad: [unknown, string][] = [
    [Number.NaN, "NaN"],
    [-0.1, "-0.1"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["0.1", '"0.1"'],
    [null, "null"],
    [undefined, "undefined"],
  ];

  describe.each(NAMES)("of %s", (name) => {
    it.each(bad)("lr = %s, and nothing changes", (value, received) => {
      const training = new Training(OPTIMIZERS[name](0.1));
      const group = groupOf(training.optimizer);
      const before = tf.memory();
      expect(
        refusal(() => {
          group.lr = value as number;
        }),
      ).toEqual([{ path: "paramGroups[0].lr", expected: "a finite number from 0", received }]);
      expect(group.lr).toBe(0.1);
      expect(tf.memory()).toEqual(before);
      expect(training.step().path).toEqual(new Training(OPTIMIZERS[name](0.1)).step().path);
    });
  });

  it.each(bad)("momentum = %s, and nothing changes", (value, received) => {
    for (const name of ["momentum", "rmsprop"] as const) {
      const group = groupOf(OPTIMIZERS[name](0.1, 0.9));
      expect(
        refusal(() => {
          group.momentum = value as number;
        }),
      ).toEqual([{ path: "paramGroups[0].momentum", expected: "a finite number from 0", received }]);
      expect(group.momentum).toBe(0.9);
    }
  });

  it.each([...bad, [1, "1"] as [unknown, string]])(
    "betas with %s, each with its place, and nothing changes",
    (value, received) => {
      const group = groupOf(OPTIMIZERS.adam(0.1, 0.9, 0.999));
      const expected = "a number from 0 to below 1";
      expect(
        refusal(() => {
          (group.betas as number[])[1] = value as number;
        }),
      ).toEqual([{ path: "paramGroups[0].betas[1]", expected, received }]);
      expect(
        refusal(() => {
          group.betas = [0.5, value as number];
        }),
      ).toEqual([{ path: "paramGroups[0].betas[1]", expected, received }]);
      expect([...(group.betas as number[])]).toEqual([0.9, 0.999]);
    },
  );

  it("betas that are not two numbers, all problems at once", () => {
    const group = groupOf(OPTIMIZERS.adamax(0.1));
    const refused = (value: unknown) =>
      refusal(() => {
        group.betas = value as [number, number];
      });
    const path = "paramGroups[0].betas";
    expect(refused([0.9])).toEqual([{ path, expected: "two numbers", received: describeValue([0.9]) }]);
    expect(refused(0.9)).toEqual([{ path, expected: "two numbers", received: "0.9" }]);
    expect(refused([2, -1]).map((issue) => issue.path)).toEqual([`${path}[0]`, `${path}[1]`]);
    expect([...(group.betas as number[])]).toEqual([0.9, 0.999]);
  });
});
