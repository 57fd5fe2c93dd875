import { cellsOf, showCells } from "./cells.ts";
import { recognise, type TfjsOptimizer } from "./recognise.ts";

/** A param group of a TensorFlow.js optimizer. Reading and writing it reads and changes the optimizer. */
export interface TfjsParamGroup {
  /** The learning rate, a finite number from 0. */
  lr: number;
  /** The momentum, a finite number from 0; only on Momentum and RMSProp. */
  momentum?: number;
  /** beta1 and beta2, each from 0 to below 1; only on Adam and Adamax. Each entry may be written alone. */
  betas?: [number, number];
  /** The base rate, put there by the first scheduler that binds the group, so that the next one finds the same. */
  initialLr?: number;
}

/** A TensorFlow.js optimizer as schedulers see every optimizer: a list of param groups. */
export interface TfjsParamGroups {
  /** One group, or those of an optimizer that `groups` made. */
  readonly paramGroups: readonly [TfjsParamGroup, ...TfjsParamGroup[]];
}

const views = new WeakMap<TfjsOptimizer, TfjsParamGroups>();

/**
 * Shows a TensorFlow.js optimizer as a list with one param group, whose `lr`, `momentum` and `betas` really change
 * what the next update uses: for all seven optimizers, at once, without leaking a tensor. The same optimizer always
 * gives the same view. What has param groups already, as `groups` makes, is returned as it is.
 *
 * - `optimizer`: SGD, Momentum, Adagrad, Adadelta, Adam, Adamax or RMSProp, from `tf.train` or `model.optimizer`.
 *
 * Anything else, and a value out of range, is a PlanError that changes nothing.
 *
 * @example
 * ```ts
 * import { paramGroups } from "anneal/tfjs";
 * import { train } from "@tensorflow/tfjs-core";
 * import "@tensorflow/tfjs-backend-cpu";
 * const optimizer = train.momentum(0.1, 0.9);
 * const group = paramGroups(optimizer).paramGroups[0];
 * group.lr = 0.01;
 * [group.lr, group.momentum]; // => [0.01, 0.9]
 * ```
 *
 * Source: TensorFlow.js 4.22, `tfjs-core/src/optimizers`.
 */
export function paramGroups(optimizer: TfjsOptimizer): TfjsParamGroups {
  const own = optimizer as Partial<TfjsParamGroups> | undefined;
  if (Array.isArray(own?.paramGroups)) return own as TfjsParamGroups;
  const known = views.get(optimizer);
  if (known !== undefined) return known;
  const group = showCells("paramGroups[0]", cellsOf(recognise(optimizer))) as TfjsParamGroup;
  const view: TfjsParamGroups = { paramGroups: [group] };
  views.set(optimizer, view);
  return view;
}
