import { numpy, tree } from "@jax-js/jax";

/**
 * A twin of the contract of `@jax-js/optax`, written from its types and its documentation: an optimizer is `init` and
 * `update` over a state, and its learning rate is a number or a function of the count of updates, which it reads from
 * the state by `item()`. Only the contract is the same; how the rates are used is this file's own.
 */
export interface Optimizer {
  init(weights: Tree): State;
  update(gradient: Tree, state: State, weights: Tree): [updates: Tree, state: State];
}

export type Tree = Record<string, numpy.Array>;
/** A number, or a function of how many updates are done. */
export type ScalarOrSchedule = number | ((count: number) => number);

interface State {
  readonly count: numpy.Array;
  readonly first: Tree;
  readonly second: Tree;
}

interface AdamOptions {
  readonly b1?: number;
  readonly b2?: number;
  readonly eps?: number;
}

interface AdamWOptions extends AdamOptions {
  readonly weightDecay?: ScalarOrSchedule;
}

const count = (updates: number) => numpy.array(updates, { dtype: numpy.uint32 });
const at = (rate: ScalarOrSchedule, updates: number) => (typeof rate === "function" ? rate(updates) : rate);
const zeros = (like: Tree): Tree => tree.map((one: numpy.Array) => numpy.zerosLike(one), like);

/** Stochastic gradient descent, with momentum. */
export function sgd(learningRate: ScalarOrSchedule, { momentum = 0 } = {}): Optimizer {
  return {
    init: (weights) => ({ count: count(0), first: zeros(weights), second: {} }),
    update(gradient, state, weights) {
      tree.dispose(weights);
      const done = state.count.item();
      const first: Tree = tree.map((m: numpy.Array, g: numpy.Array) => m.mul(momentum).add(g), state.first, gradient);
      const rate = at(learningRate, done);
      return [tree.map((m: numpy.Array) => m.ref.mul(-rate), first), { count: count(done + 1), first, second: {} }];
    },
  };
}

/** Adam. */
export function adam(learningRate: ScalarOrSchedule, options: AdamOptions = {}): Optimizer {
  return adamw(learningRate, { ...options, weightDecay: 0 });
}

/** Adam with decoupled weight decay, which may be a schedule too. */
export function adamw(learningRate: ScalarOrSchedule, options: AdamWOptions = {}): Optimizer {
  const { b1 = 0.9, b2 = 0.999, eps = 1e-8, weightDecay = 1e-4 } = options;
  return {
    init: (weights) => ({ count: count(0), first: zeros(tree.ref(weights)), second: zeros(weights) }),
    update(gradient, state, weights) {
      const done = state.count.item();
      const mean = (share: number) => (m: numpy.Array, g: numpy.Array) => m.mul(share).add(g.mul(1 - share));
      const squares = tree.map((g: numpy.Array) => numpy.square(g.ref), gradient);
      const first: Tree = tree.map(mean(b1), state.first, gradient);
      const second: Tree = tree.map(mean(b2), state.second, squares);
      const rate = at(learningRate, done);
      const decay = at(weightDecay, done);
      const step = (m: numpy.Array, v: numpy.Array, w: numpy.Array) => {
        const size = numpy.sqrt(v.ref.div(1 - b2 ** (done + 1))).add(eps);
        return m.ref
          .div(1 - b1 ** (done + 1))
          .div(size)
          .add(w.mul(decay))
          .mul(-rate);
      };
      return [tree.map(step, first, second, weights), { count: count(done + 1), first, second }];
    },
  };
}
