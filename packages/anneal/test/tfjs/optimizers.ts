import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-layers";

/** The seven optimizers, each made at a rate, and with a momentum or betas where it has them. */
export const OPTIMIZERS = {
  sgd: (lr: number) => tf.train.sgd(lr),
  momentum: (lr: number, momentum = 0.9) => tf.train.momentum(lr, momentum),
  nesterov: (lr: number, momentum = 0.9) => tf.train.momentum(lr, momentum, true),
  adagrad: (lr: number) => tf.train.adagrad(lr),
  adadelta: (lr: number) => tf.train.adadelta(lr),
  adam: (lr: number, beta1 = 0.9, beta2 = 0.999) => tf.train.adam(lr, beta1, beta2),
  adamax: (lr: number, beta1 = 0.9, beta2 = 0.999) => tf.train.adamax(lr, beta1, beta2),
  rmsprop: (lr: number, momentum = 0) => tf.train.rmsprop(lr, 0.9, momentum),
  "rmsprop centered": (lr: number, momentum = 0) => tf.train.rmsprop(lr, 0.9, momentum, undefined, true),
};

export const NAMES = Object.keys(OPTIMIZERS) as (keyof typeof OPTIMIZERS)[];

type Pair = [number, number];

/** Two weights that an optimizer trains towards (3, -1), with what they were after every update. */
export class Training {
  readonly weights = tf.variable(tf.tensor1d([1, 2]));
  readonly path: Pair[] = [[1, 2]];

  constructor(readonly optimizer: tf.Optimizer) {}

  step(): this {
    const target = tf.tensor1d([3, -1]);
    this.optimizer.minimize(() => tf.sum(tf.square(tf.sub(this.weights, target))), false, [this.weights]);
    target.dispose();
    this.path.push([...this.weights.dataSync()] as Pair);
    return this;
  }

  /** The change of both weights in one update, counted from 1. */
  update(n: number): Pair {
    const [before, after] = this.path.slice(n - 1, n + 1) as [Pair, Pair];
    return [after[0] - before[0], after[1] - before[1]];
  }
}
