import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, loadLayersModel } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { cosine, linear } from "../../../src/index.ts";
import { plateauCallback, type ScheduleCallbackState, scheduleCallback } from "../../../src/tfjs/index.ts";
import { OPTIMIZERS } from "../optimizers.ts";
import { EXACT, joined, plan, stopAt, throughJson } from "./interrupted.ts";
import { column, fit, issuesOf, makeModel, weights } from "./training.ts";

/** Saves a model with its optimizer and its metadata, and loads it, as files and stores do. */
async function reload(model: LayersModel): Promise<LayersModel> {
  let saved: tf.io.ModelArtifacts | undefined;
  const handler = tf.io.withSaveHandler(async (artifacts) => {
    saved = artifacts;
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
  });
  await model.save(handler, { includeOptimizer: true });
  const { weightData, ...json } = saved as tf.io.ModelArtifacts;
  return loadLayersModel(tf.io.fromMemory({ ...throughJson(json), ...(weightData && { weightData }) }));
}

describe("a saved and loaded model", () => {
  it.each(EXACT)("goes on to the same numbers with the state in its metadata: %s", async (name) => {
    const whole = makeModel(OPTIMIZERS[name](0.1));
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    const model = makeModel(OPTIMIZERS[name](0.1));
    const before = scheduleCallback(plan, { model });
    const first = await fit(model, [before, stopAt(model, 1)], { epochs: 4 });
    model.setUserDefinedMetadata({ schedule: before.state() });
    const loaded = await reload(model);
    const { schedule: state } = loaded.getUserDefinedMetadata() as { schedule: ScheduleCallbackState };
    expect(state.bases.lr).toEqual([0.1]);
    const after = scheduleCallback(plan, { model: loaded, state });
    expect(after.position).toBe(10);
    const second = await fit(loaded, after, { epochs: 4, initialEpoch: 2 });
    expect(joined([first, second])).toEqual(expected);
    expect(weights(loaded)).toEqual(weights(whole));
  });

  it("has the rate in force and not the base one without that state", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    const half = linear({ from: "1x", to: "0.5x", over: 5 });
    await fit(model, scheduleCallback(half, { model }), { epochs: 1 });
    const loaded = await reload(model);
    const { epochs } = await fit(loaded, scheduleCallback({ kind: "constant", value: "1x" }, { model: loaded }));
    expect(epochs.lr).toEqual([0.05]);
  });

  it.each([[0.5], [0.1]])("goes on from the state's base when it is compiled at %s", async (lr) => {
    const model = makeModel(tf.train.sgd(0.1));
    const before = scheduleCallback(plan, { model });
    const first = await fit(model, [before, stopAt(model, 1)], { epochs: 4 });
    const loaded = await reload(model);
    loaded.compile({ optimizer: tf.train.sgd(lr), loss: "meanSquaredError" });
    const state = throughJson(before.state());
    const second = await fit(loaded, scheduleCallback(plan, { model: loaded, state }), { epochs: 4, initialEpoch: 2 });
    const whole = makeModel(tf.train.sgd(0.1));
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    expect(column(joined([first, second]).batches, "lr")).toEqual(column(expected.batches, "lr"));
    expect(weights(loaded)).toEqual(weights(whole));
  });

  it("keeps the cuts of a plateau", async () => {
    const settings = { monitor: "loss", patience: 1, factor: 0.5, minDelta: 100 };
    const model = makeModel(tf.train.sgd(0.1));
    const before = plateauCallback({ model, ...settings });
    await fit(model, before, { epochs: 3 });
    const state = throughJson(before.state());
    for (const loaded of [await reload(model), makeModel(tf.train.sgd(0.7))]) {
      const after = plateauCallback({ model: loaded, ...settings, state });
      const { epochs } = await fit(loaded, after, { epochs: 5, initialEpoch: 3 });
      expect(epochs.lr).toEqual([0.025, 0.0125]);
    }
  });
});

describe("a model that is compiled anew", () => {
  const half = cosine({ from: "1x", to: "0.5x", over: 10 });

  it("brings its own base rate, and the position goes on", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    const callback = scheduleCallback(half, { model });
    await fit(model, callback, { epochs: 2 });
    model.compile({ optimizer: tf.train.adam(0.4), loss: "meanSquaredError" });
    const { epochs } = await fit(model, callback, { epochs: 3, initialEpoch: 2 });
    expect(epochs.lr).toEqual([0.2]);
    expect(callback.position).toBe(15);
  });

  it("is refused in the middle of a fit", async () => {
    const model = makeModel();
    const compile = { onBatchEnd: () => model.compile({ optimizer: "adam", loss: "meanSquaredError" }) };
    expect(await issuesOf(() => fit(model, [scheduleCallback(half, { model }), compile]))).toEqual([
      { path: "model.optimizer", expected: "the one that fit began with", received: '"another one"' },
    ]);
  });
});
