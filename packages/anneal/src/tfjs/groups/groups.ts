import { Problems } from "../../error.ts";
import { recognise, type TfjsOptimizer } from "../recognise.ts";
import type { TfjsVariableGroup } from "./group.ts";
import { GroupedOptimizer } from "./groupedOptimizer.ts";
import { readGroups, type TfjsGroup } from "./readGroups.ts";

/** What `groups` adds to an optimizer. */
export interface TfjsGroups {
  /** The groups, in the order given. Schedulers write to them. */
  readonly paramGroups: readonly [TfjsVariableGroup, ...TfjsVariableGroup[]];
}

/**
 * Gives a TensorFlow.js optimizer param groups: variables with a rate, momentum, betas and weight decay of their own,
 * trained in one backward pass. The result is an optimizer for `model.compile`, `minimize` and `applyGradients`, and a
 * `Scheduler` drives it as it is.
 *
 * Formula: at each update, for each variable p of a group that has a gradient: `p -= lr * weightDecay * p`, then the
 * update of the base optimizer with the hyperparameters of the group. With Adam this is AdamW; with SGD the same as
 * PyTorch's `weight_decay`; with momentum PyTorch's would go through the momentum, this one does not.
 *
 * - `list`: for each group either `variables` (variables, or weights of layers) or `layers` (all weights of these), with
 *   `lr`: a finite number from 0, or `"0.1x"` for a tenth of the base optimizer's rate; default `"1x"`.
 *   `momentum`: a finite number from 0, only with Momentum and RMSProp; default the base optimizer's.
 *   `betas`: two numbers from 0 to below 1, only with Adam and Adamax; default the base optimizer's.
 *   `weightDecay`: a finite number from 0; default 0.
 * - `base`: any optimizer of `tf.train`: its class and settings are used, not its state. From then on it belongs to the
 *   groups, and is disposed with them.
 *
 * State belongs to the variable. One without a gradient, as a frozen layer's, keeps its value, averages and step count,
 * as in PyTorch, and goes on from there when it trains again. `getWeights` has all state to the last bit: its first
 * tensor lasts until the next call, the others are live. `setWeights` takes it back (betas included, other
 * hyperparameters not), and takes what a plain optimizer of the class saved. Models save and load as with the base
 * optimizer: a loaded model has one without groups, for `groups` and `setWeights` to start from.
 *
 * Throws a PlanError for an unknown optimizer, an empty group, a variable that is in two, a number out of range; when
 * updated, for a gradient whose variable is in no group; in `setWeights`, for the state of other groups. Then nothing
 * has changed.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * import { groups } from "anneal/tfjs";
 * import { add, mul, square, sum, train, variable, scalar } from "@tensorflow/tfjs-core";
 * import "@tensorflow/tfjs-layers";
 * import "@tensorflow/tfjs-backend-cpu";
 * const [slope, offset] = [variable(scalar(1)), variable(scalar(2))];
 * const optimizer = groups(
 *   [{ variables: [slope], lr: 0.5, weightDecay: 0.5 }, { variables: [offset], lr: "0.25x" }],
 *   train.sgd(0.5),
 * );
 * const scheduler = new Scheduler(optimizer, { lr: linear({ from: "1x", to: 0, over: 10 }) });
 * optimizer.minimize(() => sum(square(add(mul(slope, 3), offset)))); // both gradients: 30 and 10
 * [slope.dataSync()[0], offset.dataSync()[0]]; // => [-14.25, 0.75]
 * scheduler.step();
 * optimizer.paramGroups.map((group) => group.lr); // => [0.45, 0.1125]
 * ```
 *
 * Source: Loshchilov and Hutter 2019, arXiv:1711.05101; `torch.optim` of PyTorch 1.13; TensorFlow.js 4.22.
 */
export function groups<O extends TfjsOptimizer>(list: readonly TfjsGroup[], base: O): O & TfjsGroups {
  const internals = recognise(base, "base");
  const problems = new Problems();
  const settings = readGroups(list, internals, problems);
  problems.throwIfAny();
  return new GroupedOptimizer(internals, settings) as unknown as O & TfjsGroups;
}
