import type { Decision } from "../../controllers/decision.ts";
import { type KerasPlateauOptions, kerasPlateau, kerasPlateauFields } from "../../controllers/kerasPlateau.ts";
import { Problems } from "../../error.ts";
import { type Field, type Fields, readOptions } from "../../field.ts";
import type { SchedulerState } from "../../scheduler/state.ts";
import { type FitCallback, fitCallback } from "./fitCallback.ts";
import { PlateauInFit } from "./plateauInFit.ts";
import { checkModel, type TfjsModel } from "./tfjsModel.ts";

/** What {@link plateauCallback} takes. */
export interface PlateauCallbackOptions extends Omit<KerasPlateauOptions, "mode"> {
  readonly model: TfjsModel;
  readonly mode?: "auto" | "min" | "max";
  readonly state?: SchedulerState | null | undefined;
}

/** The callback that {@link plateauCallback} makes. */
export interface PlateauCallback extends FitCallback {
  /** What was decided since the callback was made. */
  readonly decisions: readonly Decision[];
  /** All of the state as plain JSON, at any time after a fit has begun. */
  state(): SchedulerState;
}

/** What is read elsewhere. */
const THERE: Field = { type: "plan", default: undefined };

/** A function, as bundlers keep a table with another one in it even where nothing reads it. */
const fields = (): Fields<PlateauCallbackOptions> => ({
  model: THERE,
  ...kerasPlateauFields,
  monitor: { type: "text", from: 1, default: "val_loss" },
  mode: { of: ["auto", "min", "max"], default: "auto" },
  state: THERE,
});

/**
 * Cuts the learning rate of a TensorFlow.js model during `fit` and `fitDataset` when a metric has stopped improving, as
 * Keras's ReduceLROnPlateau does.
 *
 * Formula: after the `patience`-th epoch in a row that was no better than the best, `rate = max(rate * factor, minLr)`;
 * better is by more than `minDelta`. Beside a `scheduleCallback` in the same fit the rate is what is scheduled times all
 * cuts so far, in whichever order the two are listed.
 *
 * - `model`: the model that will be fitted; fit does not tell a callback.
 * - `monitor`: the name of the metric, as in the history. Default `"val_loss"`.
 * - `factor`: what a cut multiplies the rate by, from 0 to below 1. Default 0.1.
 * - `patience`: a whole number from 0; 0 is 1. Default 10.
 * - `mode`: `"min"` (less is better), `"max"`, or `"auto"`: `"max"` for a metric with `acc` in its name. Default `"auto"`.
 * - `minDelta`: by how much a metric must beat the best; its sign does not matter. Default 1e-4.
 * - `cooldown`: how many epochs from a cut on are not counted, the one of the cut included. Default 0.
 * - `minLr`: what a cut never goes below, from 0. Default 0.
 * - `state`: what `state()` gave, to go on from there. Default none; null is none too.
 *
 * A metric that is NaN or infinite is a bad one. An epoch that was cut short is not judged. Without a schedule it starts
 * from the rate that the optimizer has, or that the `state` says. A callback that is used again goes on, where Keras's
 * forgets; for a new training make a new one. Its state is saved as that of a `scheduleCallback`.
 *
 * In the list of callbacks instances of classes come first, of TensorFlow.js (`earlyStopping`) and of your own
 * (`CustomCallback`): it tells what the list holds by its first entry, and otherwise a fit fails with `getMonitorValue is
 * not a function`, or runs out of memory. After one of them your own plain objects have to be a `CustomCallback` too.
 *
 * Throws a PlanError: for options when it is made, and when a fit begins for a state of another plateau or a metric that
 * fit does not have.
 *
 * @example
 * ```ts
 * import { plateauCallback } from "anneal/tfjs";
 * import { ones } from "@tensorflow/tfjs-core";
 * import { layers, sequential } from "@tensorflow/tfjs-layers";
 * import "@tensorflow/tfjs-backend-cpu";
 * const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const callbacks = plateauCallback({ model, monitor: "loss", patience: 1, factor: 0.5, minDelta: 100 });
 * const { history } = await model.fit(ones([8, 2]), ones([8, 1]), { epochs: 3, verbose: 0, callbacks });
 * history.lr; // => [0.01, 0.01, 0.005]
 * callbacks.decisions.map(({ text }) => text); // => ["epoch 2: 1 bad epoch, ×0.5", "epoch 3: 1 bad epoch, ×0.5"]
 * ```
 *
 * Source: Keras 3.15 `callbacks.ReduceLROnPlateau`.
 */
export function plateauCallback(options: PlateauCallbackOptions): PlateauCallback {
  const { model, state: restored, monitor: _, ...settings } = Object(options) as PlateauCallbackOptions;
  const problems = new Problems();
  const { monitor, mode } = readOptions(fields(), Object(options), problems);
  problems.throwIfAny();
  checkModel(model);
  const auto = monitor.includes("acc") ? "max" : "min";
  const plateau = kerasPlateau({ ...settings, mode: mode === "auto" ? auto : mode });
  const drive = new PlateauInFit({ model, monitor, plateau, restored });
  return Object.defineProperties(fitCallback(model, drive), {
    decisions: { value: drive.decisions },
    state: { value: () => drive.state() },
  }) as PlateauCallback;
}
