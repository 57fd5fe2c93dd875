import type { Decision } from "../../controllers/decision.ts";
import { Problems, refuse } from "../../error.ts";
import { type Field, type Fields, isObject, readOptions } from "../../field.ts";
import type { Plan } from "../../plan.ts";
import { type Run, readRun } from "../../run.ts";
import type { BuildOptions } from "../../schedule.ts";
import type { Driven, Program } from "../../scheduler/program.ts";
import { paramGroups } from "../paramGroups.ts";
import { type FitCallback, fitCallback } from "./fitCallback.ts";
import type { Per } from "./fitRun.ts";
import { readLog } from "./monitor.ts";
import { check, reader } from "./programInFit.ts";
import { type ScheduleCallbackState, ScheduleInFit } from "./scheduleInFit.ts";
import { checkModel, type TfjsModel } from "./tfjsModel.ts";

/** What {@link scheduleCallback} takes besides the plan. */
export interface ScheduleCallbackOptions extends BuildOptions {
  readonly model: TfjsModel;
  readonly run?: Run;
  readonly state?: ScheduleCallbackState | null | undefined;
  readonly per?: Per;
  readonly nonFinite?: "continue" | "stop" | "throw";
}

/** The callback that {@link scheduleCallback} makes. */
export interface ScheduleCallback extends FitCallback {
  /** How many updates, or epochs, of the training are done. */
  readonly position: number;
  /** What the controllers of the program decided since the callback was made. */
  readonly decisions: readonly Decision[];
  /** All of the state as plain JSON, at any time after a fit has begun. */
  state(): ScheduleCallbackState;
}

/** What is read elsewhere. */
const THERE: Field = { type: "plan", default: undefined };

const fields: Fields<ScheduleCallbackOptions> = {
  model: THERE,
  per: { of: ["update", "epoch"], default: "update" },
  nonFinite: { of: ["continue", "stop", "throw"], default: "continue" },
  run: THERE,
  state: THERE,
  functions: THERE,
};

/**
 * Schedules the learning rate, and other hyperparameters, of a TensorFlow.js model during `fit` and `fitDataset`.
 *
 * Formula: update k + 1 is made with `schedule(plan, run)(k)`; the run is what fit is called with:
 * `stepsPerEpoch = ceil(samples / batchSize)` or `batchesPerEpoch`, `steps = epochs * stepsPerEpoch`, and
 * `samplesPerStep = batchSize`.
 *
 * - `plan`: a plan of the rate, one with controllers (`{ plan, controllers }`), or a program with plans for several
 *   hyperparameters: `{ lr, momentum }`. Controllers are given the metrics of each epoch by the names they `monitor`.
 * - `model`: the model that will be fitted; fit does not tell a callback. It may be compiled later.
 * - `per`: what a step is: `"update"`, or `"epoch"`, where the rate changes only between epochs and a time without a
 *   unit is in epochs. Default `"update"`.
 * - `run`: facts that fit does not know, or knows wrongly, such as `{ stepsPerEpoch: 250 }` for a data set of unknown
 *   size, or `{ steps: 5000 }` when several fits are one training. Default: what fit is called with.
 * - `state`: what `state()` gave, to go on from there. Default none; null is none too.
 * - `nonFinite`: what happens after a batch whose loss is NaN or infinite: `"continue"`: nothing, the rate is as
 *   planned; `"stop"`: the fit is stopped; `"throw"`: it fails with a PlanError. The last two make TensorFlow.js read
 *   the loss of every batch. Default `"continue"`.
 * - `functions`: the functions that `custom` plans name. Default none.
 *
 * What each update was made with is in the logs of its batch, under the names of the program (`lr`); the history of an
 * epoch has what its last update was made with. Of an optimizer with several param groups it is `lr_0`, `lr_1`, ….
 *
 * The position is read from the optimizer's own count of updates. A callback that is used again goes on from there, with
 * or without an `initialEpoch`; a new training takes a new callback. A new callback starts at the `initialEpoch`.
 * TensorFlow.js saves the rate that is in force as if it were the base, so save the callback's state with the model:
 * `model.setUserDefinedMetadata({ schedule: callback.state() })` before `model.save`; in the loaded model it is
 * `model.getUserDefinedMetadata().schedule`, for the option `state`. A model that is compiled anew between two fits of one
 * callback brings its own base rate.
 *
 * In the list of callbacks instances of classes come first, of TensorFlow.js (`earlyStopping`) and of your own
 * (`CustomCallback`): it tells what the list holds by its first entry, and otherwise a fit fails with `getMonitorValue is
 * not a function`, or runs out of memory. After one of them your own plain objects have to be a `CustomCallback` too.
 * A callback of yours that saves the state at the end of an epoch comes after this one.
 *
 * Throws a PlanError: for options and plans when it is made, and when a fit begins for a plan that needs a fact that fit
 * does not know, a state of another program or run, an epoch other than the one that training is in, a monitor that fit
 * has no metric for; and after the first epoch of a data set that has another number of updates than was said, where
 * the plan depends on it.
 *
 * @example
 * ```ts
 * import { linear } from "anneal";
 * import { scheduleCallback } from "anneal/tfjs";
 * import { ones } from "@tensorflow/tfjs-core";
 * import { layers, sequential } from "@tensorflow/tfjs-layers";
 * import "@tensorflow/tfjs-backend-cpu";
 * const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const callbacks = scheduleCallback(linear({ from: "1x", to: 0, over: "rest" }), { model });
 * const { history } = await model.fit(ones([8, 2]), ones([8, 1]), { epochs: 2, batchSize: 4, verbose: 0, callbacks });
 * history.lr; // => [0.0075, 0.0025]
 * ```
 *
 * Source: TensorFlow.js 4.22, `tfjs-layers/src/base_callbacks.ts`; Keras 3.15 `callbacks.LearningRateScheduler`.
 */
export function scheduleCallback(plan: Plan | Driven | Program, options: ScheduleCallbackOptions): ScheduleCallback {
  const { model, run: given = {}, state: restored, functions } = Object(options) as ScheduleCallbackOptions;
  const problems = new Problems();
  const { per, nonFinite } = readOptions(fields, Object(options), problems);
  readRun(given, problems);
  if (per === "epoch" && given?.stepsPerEpoch !== undefined) {
    problems.add("run.stepsPerEpoch", 'none, as per "epoch" a step is an epoch', given.stepsPerEpoch);
  }
  problems.throwIfAny();
  checkModel(model);
  const program = (isObject(plan) && ("kind" in plan || "plan" in plan) ? { lr: plan } : plan) as Program;
  const build = functions === undefined ? {} : { functions };
  if (model.optimizer) check(() => reader(paramGroups(model.optimizer), program, build)(given), true);
  const drive = new ScheduleInFit(
    { model, program, per, given, build, restored },
    nonFinite === "continue"
      ? undefined
      : async (logs) => {
          const loss = await readLog(logs, "loss");
          if (Number.isFinite(loss)) return;
          if (nonFinite === "throw") refuse("loss", "a finite number", loss);
          model.stopTraining = true;
        },
  );
  return Object.defineProperties(fitCallback(model, drive), {
    position: { get: () => drive.position },
    decisions: { value: drive.decisions },
    state: { value: () => drive.state() },
  }) as ScheduleCallback;
}
