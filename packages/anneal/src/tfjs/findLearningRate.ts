import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { search } from "../finder/findLearningRate.ts";
import { type Finder, type FinderSettings, finderSettingsFields, readFinder } from "../finder/options.ts";
import type { FinderResult } from "../finder/result.ts";
import { disposeBatch, type OwnedBatch } from "./finder/batch.ts";
import { batchesOf, type TfjsFinderData } from "./finder/batches.ts";
import { ModelState, type SavedModel } from "./finder/modelState.ts";
import type { TfjsLayerWeight } from "./groups/variable.ts";
import type { TfjsOptimizer } from "./recognise.ts";

/** A compiled `LayersModel` or `Sequential` of TensorFlow.js, as far as the finder needs it. */
export interface TfjsTrainable {
  /** What the model was compiled with. */
  readonly optimizer: TfjsOptimizer;
  /** All weights, trainable or not. */
  readonly weights: readonly TfjsLayerWeight[];
  /** Makes one update, and gives the loss, or the loss and the metrics. */
  trainOnBatch(xs: never, ys: never): Promise<number | number[]>;
}

/** What {@link findLearningRate} takes besides model and data. */
export interface TfjsFinderOptions extends FinderSettings {
  readonly batchSize?: number;
}

/** The table of these options. */
export const tfjsFinderFields: Fields<TfjsFinderOptions> = {
  ...finderSettingsFields,
  batchSize: { type: "number", whole: true, above: 0, default: 32 },
};

/**
 * Searches for a learning rate of a compiled model: trains it a little at ever higher rates, once for each seed, says in
 * which interval the loss falls, and puts weights, optimizer and rate back as they were, bit for bit, with the proof.
 *
 * Formula: that of `anneal/finder`, with one `trainOnBatch` as the step.
 *
 * - `model`: a compiled model without stateful layers, with any of the seven optimizers, or one that `groups` made: then
 *   the rate is that of the group with the highest one, and the others keep their share of it.
 * - `data`: one of
 *   - `{ xs, ys }`: all data as tensors (or lists of tensors, or tensors by name), cut into shuffled batches;
 *   - a list of batches, `{ xs, ys }` or `[xs, ys]`, shuffled; it stays yours;
 *   - a `tf.data.Dataset` of batches or anything else that can be iterated, gone through anew for each seed and in its own
 *     order; its tensors are disposed after their update, as `fitDataset` does;
 *   - a function of the seed that gives one of these two.
 * - `options.batchSize`: rows in a batch of `{ xs, ys }`, a whole number above 0. Default 32.
 * - `options`: `from`, `to`, `updates`, `ramp`, `seeds`, `smoothing`, `divergence`, `signal`, `onProgress` and `evaluate` as
 *   in `anneal/finder`. The seeds shuffle the data.
 *
 * Throws a PlanError that names what is wrong, such as a model that is in `fit` or in another search; once training has
 * begun, a FinderError with the result so far. No tensor is left over.
 *
 * @example
 * ```ts
 * import { findLearningRate } from "anneal/tfjs";
 * import { layers, sequential } from "@tensorflow/tfjs-layers";
 * import { tensor2d } from "@tensorflow/tfjs-core";
 * import "@tensorflow/tfjs-backend-cpu";
 * const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: "adam", loss: "meanSquaredError" });
 * const xs = tensor2d([[0], [1], [2], [3]]);
 * const ys = tensor2d([[1], [3], [5], [7]]);
 * const result = await findLearningRate(model, { xs, ys }, { updates: 30, seeds: [0] });
 * result.restored.same; // => true
 * result.plan; // => { kind: "geometric", from: 1e-7, to: 10, over: 30, inclusive: true }
 * ```
 *
 * Source: fastai 2.8 `Learner.lr_find`; TensorFlow.js 4.22 `LayersModel.trainOnBatch`.
 */
export async function findLearningRate(
  model: TfjsTrainable,
  data: TfjsFinderData,
  options: TfjsFinderOptions = {},
): Promise<FinderResult> {
  const { batchSize, ...settings } = readFinder<TfjsFinderOptions>(tfjsFinderFields, options);
  if (!model?.optimizer || typeof model.trainOnBatch !== "function") refuse("model", "a compiled LayersModel", model);
  if ((model as { readonly stateful?: boolean }).stateful) refuse("model", "no stateful layer", "one");
  if (searched.has(model)) refuse("model", "a model without another search under way", "one");
  checkIdle(model);
  searched.add(model);
  try {
    return await searchModel(model, data, batchSize as number, settings);
  } finally {
    searched.delete(model);
  }
}

/** Two searches at once would each restore what the other one trained. */
const searched: WeakSet<TfjsTrainable> = new WeakSet();

interface Training {
  readonly isTraining?: boolean;
}

function checkIdle(model: TfjsTrainable): void {
  // A Sequential trains through a model inside of it.
  const { isTraining, model: inner } = model as Training & { readonly model?: Training };
  if (isTraining || inner?.isTraining) refuse("model", "a model that is not in fit", "one that is");
}

async function searchModel(
  model: TfjsTrainable,
  data: TfjsFinderData,
  batchSize: number,
  settings: Omit<Finder, "step" | "snapshot" | "restore">,
): Promise<FinderResult> {
  const { optimizer } = model;
  const state = new ModelState(model);
  const begin = await batchesOf(data, batchSize);
  let batches: AsyncGenerator<OwnedBatch, never> | undefined;
  const end = () => batches?.return(undefined as never);
  const step = async (rate: number, { update, seed }: { readonly update: number; readonly seed: number }) => {
    if (update === 0) await end();
    if (update === 0) batches = begin(seed);
    const { value } = await (batches as AsyncGenerator<OwnedBatch, never>).next();
    try {
      checkIdle(model);
      if (model.optimizer !== optimizer) refuse("model.optimizer", "the same one during the whole search", "another");
      state.setRate(rate);
      return await model.trainOnBatch(value.xs as never, value.ys as never);
    } finally {
      disposeBatch(value);
    }
  };
  try {
    return await search({
      ...settings,
      step: async (rate, point) => [await step(rate, point)].flat()[0] as number,
      snapshot: () => state.read(),
      restore: (saved) => state.restore(saved as SavedModel),
    });
  } finally {
    await end();
  }
}
