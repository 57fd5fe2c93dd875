import { type Optimizer as TfjsOptimizer, train } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import { groups, layerwise, paramGroups, type TfjsParamGroups } from "anneal/tfjs";
import type { OptimizerName } from "./optimizerNames.ts";

/** A TensorFlow.js optimizer that also has `paramGroups`, as a PyTorch optimizer has `param_groups`. */
export type Optimizer = TfjsOptimizer & TfjsParamGroups;

const MOMENTUM = 0.9;
const ADADELTA_RHO = 0.95;
const BETAS = [0.9, 0.999] as const;

const create: Record<OptimizerName, (lr: number) => TfjsOptimizer> = {
  sgd: (lr) => train.sgd(lr),
  momentum: (lr) => train.momentum(lr, MOMENTUM),
  adagrad: (lr) => train.adagrad(lr),
  adadelta: (lr) => train.adadelta(lr, ADADELTA_RHO),
  adam: (lr) => train.adam(lr, ...BETAS),
  adamax: (lr) => train.adamax(lr, ...BETAS),
  rmsprop: (lr) => train.rmsprop(lr),
};

/** What an optimizer is made with besides its name. */
export interface Rates {
  /** The base rate. */
  readonly lr: number;
  /** With it each layer is a group, which has so many times the rate of the next; undefined for one group. */
  readonly layerDecay?: number | undefined;
}

/** An optimizer by its name for the weights of a model, with the usual values for everything but the rate. */
export function createOptimizer(name: OptimizerName, model: Sequential, { lr, layerDecay }: Rates): Optimizer {
  const optimizer = create[name](lr);
  if (layerDecay !== undefined) return groups(layerwise(model, { decay: layerDecay }), optimizer);
  return Object.assign(optimizer, paramGroups(optimizer));
}
