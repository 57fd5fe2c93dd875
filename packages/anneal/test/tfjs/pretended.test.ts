import "@tensorflow/tfjs-backend-cpu";
import { scalar, train, variable } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { PlanError } from "../../src/index.ts";
import { groups, paramGroups } from "../../src/tfjs/index.ts";

const call = () => ({});
const METHODS = { getConfig: call, applyGradients: call };

describe("an object that only says that it is an optimizer", () => {
  it.each([
    ["without methods", {}],
    ["with a rate that cannot be set", { ...METHODS, setLearningRate: 3 }],
    ["with a momentum that is no tensor", { ...METHODS, momentum: 0.9, m: { value: 0.9 } }],
    ["with a configuration that is none", { ...METHODS, getConfig: {} }],
  ])("is refused by its name: %s", (_, fields) => {
    for (const name of ["SGD", "Momentum", "Adam"]) {
      const pretended = { getClassName: () => name, learningRate: 0.1, ...fields } as never;
      for (const make of [
        () => paramGroups(pretended),
        () => groups([{ variables: [variable(scalar(1))] }], pretended),
      ]) {
        expect(make).toThrow(PlanError);
        expect(make).toThrow(/expected a TensorFlow.js optimizer \(SGD, .*\), received \w+ without its methods$/);
      }
    }
  });

  it("is not one of TensorFlow.js's own", () => {
    for (const optimizer of [train.sgd(0.1), train.momentum(0.1, 0.9), train.adam(0.1), train.rmsprop(0.1)]) {
      expect(paramGroups(optimizer).paramGroups[0].lr).toBe(0.1);
    }
  });
});
