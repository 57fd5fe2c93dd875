import { type Optimizer as TfjsOptimizer, train } from "@tensorflow/tfjs-core";
import { paramGroups, type TfjsParamGroup } from "anneal/tfjs";
import type { OptimizerName } from "./optimizerNames.ts";

/** A TensorFlow.js optimizer that also has `paramGroups`, as a PyTorch optimizer has `param_groups`. */
export type Optimizer = TfjsOptimizer & { readonly paramGroups: [TfjsParamGroup] };

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

/** An optimizer by its name, with `lr` as its base rate and the usual values for everything else. */
export function createOptimizer(name: OptimizerName, { lr }: { lr: number }): Optimizer {
  const optimizer = create[name](lr);
  return Object.assign(optimizer, paramGroups(optimizer) as { paramGroups: [TfjsParamGroup] });
}
