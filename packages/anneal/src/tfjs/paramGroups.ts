import { betas } from "./betas.ts";
import { property } from "./cell.ts";
import { momentum } from "./momentum.ts";
import { rate } from "./rate.ts";
import { recognise, type TfjsOptimizer } from "./recognise.ts";

/** The one param group of a TensorFlow.js optimizer. Reading and writing it reads and changes the optimizer. */
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
  readonly paramGroups: [TfjsParamGroup];
}

const views = new WeakMap<TfjsOptimizer, TfjsParamGroups>();

/**
 * Shows a TensorFlow.js optimizer as a list with one param group, whose `lr`, `momentum` and `betas` really change
 * what the next update uses: for all seven optimizers, at once, without leaking a tensor. The same optimizer always
 * gives the same view.
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
  const known = views.get(optimizer);
  if (known !== undefined) return known;
  const internals = recognise(optimizer);
  const inertia = momentum(internals);
  const group: Record<string, unknown> = {};
  Object.defineProperty(group, "lr", property("lr", rate(internals)));
  if (inertia !== undefined) Object.defineProperty(group, "momentum", property("momentum", inertia));
  const pair = betas(internals);
  if (pair !== undefined) Object.defineProperty(group, "betas", pair);
  const view: TfjsParamGroups = { paramGroups: [group as unknown as TfjsParamGroup] };
  views.set(optimizer, view);
  return view;
}
