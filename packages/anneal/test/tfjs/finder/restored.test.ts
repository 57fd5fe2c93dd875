import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { findLearningRate, paramGroups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { network, options, points, train } from "./model.ts";

describe.each(NAMES)("a model with %s", (name) => {
  it("trains on after the search as if there had been none, to the last bit", async () => {
    const data = points();
    const searched = network(OPTIMIZERS[name](0.02));
    const other = network(OPTIMIZERS[name](0.02));
    expect(await train(searched, data, 3)).toEqual(await train(other, data, 3));
    const { restored, runs } = await findLearningRate(searched, data, options);
    expect(restored).toEqual({ before: restored.before, after: restored.before, same: true });
    expect(runs.map(({ losses }) => losses.length > 5)).toEqual([true, true]);
    expect(paramGroups(searched.optimizer).paramGroups[0].lr).toBe(0.02);
    expect(searched.optimizer.iterations).toBe(3);
    expect(await train(searched, data, 3)).toEqual(await train(other, data, 3));
  });

  it("may be fresh: what the search made the optimizer remember is gone", async () => {
    const data = points();
    const searched = network(OPTIMIZERS[name](0.02));
    const other = network(OPTIMIZERS[name](0.02));
    const tensors = tf.memory().numTensors;
    expect((await findLearningRate(searched, data, options)).restored.same).toBe(true);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(searched.optimizer.iterations).toBe(0);
    expect(await train(searched, data, 2)).toEqual(await train(other, data, 2));
  });
});
