import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { groups } from "../../../src/tfjs/index.ts";
import { issuesOf } from "../../issues.ts";
import { Network } from "./network.ts";

const [a, b] = new Network().halves;

describe("groups that exist refuse", () => {
  it("a bad number, named with its group", () => {
    const optimizer = groups([{ variables: a }, { variables: b }], tf.train.adam(0.1));
    const second = optimizer.paramGroups[1] as (typeof optimizer.paramGroups)[0];
    const refused = (act: () => unknown) => issuesOf(act)[0]?.path;
    expect(refused(() => Object.assign(second, { lr: Number.NaN }))).toBe("paramGroups[1].lr");
    expect(refused(() => Object.assign(second, { weightDecay: -1 }))).toBe("paramGroups[1].weightDecay");
    expect(refused(() => Object.assign(second.betas as number[], { 1: 1 }))).toBe("paramGroups[1].betas[1]");
    expect([second.lr, second.weightDecay, second.betas?.[1]]).toEqual([0.1, 0, 0.999]);
  });

  it("a variable that trains in no group, and change nothing", () => {
    const network = new Network();
    const before = network.weights();
    const optimizer = groups([{ variables: network.halves[0] }], tf.train.adam(0.1));
    const { numTensors } = tf.memory();
    const refused = issuesOf(() => network.step(optimizer));
    expect(refused).toEqual(
      network.halves[1].map(({ name, shape }) => ({
        path: "groups",
        expected: "each variable that trains in a group",
        received: `none with the variable "${name}" of shape [${shape}]`,
      })),
    );
    expect(issuesOf(() => optimizer.minimize(network.loss))).toEqual(refused);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect([network.weights(), optimizer.iterations]).toEqual([before, 0]);
    network.step(optimizer, ["outputWeight", "outputBias"]);
    expect(network.weights()).not.toEqual(before);
  });

  it.each<[string, (bias: tf.Tensor) => unknown]>([
    ["another shape", () => tf.zeros([3, 3])],
    ["a number", () => 1],
    [
      "what is disposed",
      (bias) => {
        bias.dispose();
        return bias;
      },
    ],
  ])("%s in the place of the last gradient, and change nothing", (_, change) => {
    const network = new Network();
    const before = network.weights();
    const [first, second] = network.halves;
    const optimizer = groups([{ variables: first, weightDecay: 0.1 }, { variables: second }], tf.train.adam(0.1));
    const { grads } = tf.variableGrads(network.loss, network.list);
    const name = network.list[3]?.name as string;
    const bad = { ...grads, [name]: change(grads[name] as tf.Tensor) } as tf.NamedTensorMap;
    const paths = (gradients: unknown) =>
      issuesOf(() => optimizer.applyGradients(gradients as never)).map(({ path }) => path);
    expect(paths(bad)).toEqual([`gradients.${name}`]);
    expect(paths(Object.entries(bad).map(([name, tensor]) => ({ name, tensor })))).toEqual([`gradients.${name}`]);
    expect(paths([null])).toEqual(["gradients"]);
    expect(paths(null)).toEqual(["gradients"]);
    expect([network.weights(), optimizer.iterations]).toEqual([before, 0]);
  });

  it("gradients of a variable that is disposed", () => {
    const network = new Network();
    const optimizer = groups([{ variables: network.halves[0] }, { variables: network.halves[1] }], tf.train.sgd(0.1));
    const { grads } = tf.variableGrads(network.loss, network.list);
    const [first, , , last] = network.list as [tf.Variable, unknown, unknown, tf.Variable];
    const before = first.dataSync().slice();
    last.dispose();
    expect(issuesOf(() => optimizer.applyGradients(grads))[0]?.path).toBe(`gradients.${last.name}`);
    expect(first.dataSync()).toEqual(before);
  });

  it("one rate or momentum for all of them", () => {
    const optimizer = groups([{ variables: a }], tf.train.momentum(0.1, 0.9));
    expect(issuesOf(() => optimizer.setLearningRate(1))[0]?.path).toBe("setLearningRate");
    expect(issuesOf(() => optimizer.setMomentum(1))[0]?.path).toBe("setMomentum");
  });
});
