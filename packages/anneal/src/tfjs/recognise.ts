import { PlanError, received } from "../error.ts";

/** What every TensorFlow.js optimizer shows in public: enough for the compiler to keep other objects out. */
export interface TfjsOptimizer {
  /** The name that TensorFlow.js saves the optimizer under, such as `"SGD"`. */
  getClassName(): string;
  /** One update of the variables. */
  applyGradients(gradients: never): void;
}

/** A tensor, as far as it is touched here. */
export interface Tensor {
  readonly isDisposed: boolean;
  readonly shape: readonly number[];
  readonly dtype: string;
  data(): Promise<ArrayLike<number>>;
  /** A variable with the value of this tensor. */
  variable(trainable: boolean): Variable;
  dispose(): void;
}

/** A variable, as far as it is touched here. */
export interface Variable extends Tensor {
  assign(value: Tensor): void;
}

/** A tensor under a name, as gradients and weights are handed over. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: Tensor;
}

/** A loss and its gradients by the names of the variables; null for what does not train. */
export interface Gradients {
  readonly value: Tensor;
  readonly grads: Readonly<Record<string, Tensor | null>>;
}

/** The fields of the seven optimizers, most of them protected in the types of TensorFlow.js. */
export interface Internals {
  readonly constructor: { fromConfig(cls: unknown, config: object): Internals };
  readonly iterations: number;
  /** What `iterations` reads. */
  iterations_?: number;
  learningRate: number;
  setLearningRate?(rate: number): void;
  /** What SGD and Momentum multiply with: the rate, negative. */
  readonly c?: Tensor;
  momentum?: number;
  /** The momentum that Momentum multiplies with; `momentum` is only what it was made from. */
  m?: Tensor;
  beta1?: number;
  beta2?: number;
  /** The product of every beta1 so far, for the bias correction. */
  readonly accBeta1?: Variable;
  readonly accBeta2?: Variable;
  /** Whether RMSProp keeps the means of the gradients too. */
  readonly centered?: boolean;
  getClassName(): string;
  getConfig(): object;
  computeGradients(loss: () => object, variables?: readonly object[]): Gradients;
  applyGradients(gradients: readonly NamedTensor[]): void;
  dispose(): void;
}

const NAMES = "SGD, Momentum, Adagrad, Adadelta, Adam, Adamax, RMSProp";

/** Tells the optimizer at a path of the caller's by its class name: `instanceof` says yes to every optimizer in TensorFlow.js. */
export function recognise(optimizer: TfjsOptimizer, path: string = "optimizer"): Internals {
  const name = typeof optimizer?.getClassName === "function" ? String(optimizer.getClassName()) : undefined;
  const known = name !== undefined && NAMES.split(", ").includes(name);
  const internals = optimizer as unknown as Internals;
  const { learningRate, setLearningRate, m, getConfig, applyGradients } = Object(optimizer) as Internals;
  const hasRate = typeof learningRate === "number";
  // What else is called that not all of the seven have: an object may only say that it is one of them.
  const calls = [getConfig, applyGradients, setLearningRate ?? getConfig, m ? m.dispose : getConfig];
  if (known && hasRate && calls.every((call) => typeof call === "function")) return internals;
  throw new PlanError([
    {
      path,
      expected: `a TensorFlow.js optimizer (${NAMES})`,
      received: known ? `${name} without ${hasRate ? "its methods" : "a learning rate"}` : received(name ?? optimizer),
    },
  ]);
}
