import * as tf from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { groups } from "../../../src/tfjs/index.ts";
import { issuesOf } from "../../issues.ts";
import { Network } from "./network.ts";

const [a] = new Network().halves;
const [one, two] = a as [tf.Variable, tf.Variable];
const loose = groups as (list: unknown, base: unknown) => tf.Optimizer;
const gone = tf.variable(tf.scalar(1));
gone.dispose();

describe("groups refuse", () => {
  it.each([
    ["no list", { variables: a }, "groups", "a list of groups", "[object]"],
    ["no groups", [], "groups", "a list of groups", "a list of 0"],
    ["a group that is nothing", [null], "groups[0]", "a group with variables or layers", "null"],
    [
      "neither variables nor layers",
      [{ lr: 1 }],
      "groups[0]",
      "either a list of variables or a list of layers",
      "undefined",
    ],
    ["both", [{ variables: a, layers: [] }], "groups[0]", "either a list of variables or a list of layers", '"both"'],
    [
      "a variable for a list",
      [{ variables: one }],
      "groups[0]",
      "either a list of variables or a list of layers",
      "[object]",
    ],
    ["an empty group", [{ variables: a }, { variables: [] }], "groups[1]", "at least one variable", "a list of 0"],
    ["no layers", [{ layers: [] }], "groups[0]", "at least one variable", "a list of 0"],
    [
      "a tensor",
      [{ variables: [tf.scalar(1)] }],
      "groups[0].variables[0]",
      "a variable that is not disposed",
      "[object]",
    ],
    [
      "a gap",
      [{ variables: [one, undefined, two] }],
      "groups[0].variables[1]",
      "a variable that is not disposed",
      "undefined",
    ],
    [
      "a disposed variable",
      [{ variables: [gone] }],
      "groups[0].variables[0]",
      "a variable that is not disposed",
      "[object]",
    ],
    [
      "a variable in two groups",
      [{ variables: a }, { variables: [two] }],
      "groups[1].variables[0]",
      `another variable than "${two.name}", which is groups[0].variables[1] too`,
      JSON.stringify(two.name),
    ],
    [
      "a variable twice",
      [{ variables: [one, one] }],
      "groups[0].variables[1]",
      `another variable than "${one.name}", which is groups[0].variables[0] too`,
      JSON.stringify(one.name),
    ],
    ["a layer that is none", [{ layers: [3] }], "groups[0].layers[0]", "a layer that is built", "3"],
    [
      "a layer that is not built",
      [{ layers: [layers.dense({ units: 1, name: "head" })] }],
      "groups[0].layers[0]",
      "a layer that is built: give it an inputShape, or call its build",
      '"head"',
    ],
    [
      "an unknown name",
      [{ variables: a, weight_decay: 1 }],
      "groups[0]",
      'one of variables, layers, lr, weightDecay (did you mean "weightDecay"?)',
      '"weight_decay"',
    ],
    ["a rate below 0", [{ variables: a, lr: -1 }], "groups[0].lr", 'a level (0.01, "0.1x") from 0', "-1"],
    [
      "a rate that is not finite",
      [{ variables: a, lr: Infinity }],
      "groups[0].lr",
      'a level (0.01, "0.1x") from 0',
      "Infinity",
    ],
    [
      "a rate that is no text of a level",
      [{ variables: a, lr: "0.1" }],
      "groups[0].lr",
      'a level (0.01, "0.1x") from 0',
      '"0.1"',
    ],
    [
      "a rate without anything before it",
      [{ variables: a, lr: "last" }],
      "groups[0].lr",
      'a level (0.01, "0.1x") from 0',
      '"last"',
    ],
    ["a rate of null", [{ variables: a, lr: null }], "groups[0].lr", 'a level (0.01, "0.1x") from 0', "null"],
    [
      "a decay that is no number",
      [{ variables: a, weightDecay: "0.1" }],
      "groups[0].weightDecay",
      "a finite number from 0",
      '"0.1"',
    ],
    [
      "a decay of NaN",
      [{ variables: a, weightDecay: Number.NaN }],
      "groups[0].weightDecay",
      "a finite number from 0",
      "NaN",
    ],
    [
      "a momentum of SGD",
      [{ variables: a, momentum: 0.9 }],
      "groups[0].momentum",
      "none, as SGD has no momentum",
      "0.9",
    ],
    ["betas of SGD", [{ variables: a, betas: [0, 0] }], "groups[0].betas", "none, as SGD has no betas", "a list of 2"],
  ])("%s", (_, list, path, expected, received) => {
    const before = tf.memory().numTensors;
    const base = tf.train.sgd(0.1);
    expect(issuesOf(() => loose(list, base))).toEqual([{ path, expected, received }]);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [
      "a momentum below 0",
      tf.train.momentum(1, 0.9),
      { momentum: -1 },
      "groups[0].momentum",
      "a finite number from 0",
      "-1",
    ],
    ["betas that are not two", tf.train.adam(1), { betas: [0.9] }, "groups[0].betas", "two numbers", "a list of 1"],
    ["betas that are none", tf.train.adam(1), { betas: 0.9 }, "groups[0].betas", "two numbers", "0.9"],
    ["a beta of 1", tf.train.adamax(1), { betas: [0.9, 1] }, "groups[0].betas[1]", "a number from 0 to below 1", "1"],
  ])("%s", (_, base, hyperparameters, path, expected, received) => {
    expect(issuesOf(() => loose([{ variables: a, ...hyperparameters }], base))).toEqual([{ path, expected, received }]);
  });

  it("an optimizer that is unknown, or has groups already", () => {
    const expected = "a TensorFlow.js optimizer (SGD, Momentum, Adagrad, Adadelta, Adam, Adamax, RMSProp)";
    const refused = (base: unknown) => issuesOf(() => loose([{ variables: a }], base));
    expect(refused({ getClassName: () => "Lion", learningRate: 1 })).toEqual([
      { path: "base", expected, received: '"Lion"' },
    ]);
    expect(refused("adam")).toEqual([{ path: "base", expected, received: '"adam"' }]);
    expect(refused(undefined)).toEqual([{ path: "base", expected, received: "undefined" }]);
    expect(refused(groups([{ variables: a }], tf.train.adam(1)))).toMatchObject([{ path: "base" }]);
  });

  it("everything at once", () => {
    const list = [
      { variables: [one], lr: -1, momentum: 2 },
      { variables: [one, 5], weightDecay: -1 },
    ];
    expect(
      issuesOf(() => loose(list, tf.train.sgd(1)))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      [
        "groups[0].momentum",
        "groups[0].lr",
        "groups[1].variables[0]",
        "groups[1].variables[1]",
        "groups[1].weightDecay",
      ].sort(),
    );
  });
});
