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
      network.halves[1].map(({ name }) => ({
        path: "groups",
        expected: "each variable that trains in a group",
        received: `none with "${name}"`,
      })),
    );
    expect(issuesOf(() => optimizer.minimize(network.loss))).toEqual(refused);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect([network.weights(), optimizer.iterations]).toEqual([before, 0]);
    network.step(optimizer, ["outputWeight", "outputBias"]);
    expect(network.weights()).not.toEqual(before);
  });

  it("one rate or momentum for all of them", () => {
    const optimizer = groups([{ variables: a }], tf.train.momentum(0.1, 0.9));
    expect(issuesOf(() => optimizer.setLearningRate(1))[0]?.path).toBe("setLearningRate");
    expect(issuesOf(() => optimizer.setMomentum(1))[0]?.path).toBe("setMomentum");
  });
});
