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
  dispose(): void;
}

/** A variable, as far as it is touched here. */
export interface Variable extends Tensor {
  assign(value: Variable): void;
}

/** The fields of the seven optimizers, most of them protected in the types of TensorFlow.js. */
export interface Internals {
  readonly constructor: { fromConfig(cls: unknown, config: object): Internals };
  readonly iterations: number;
  learningRate: number;
  setLearningRate?(rate: number): void;
  momentum?: number;
  /** The momentum that Momentum multiplies with; `momentum` is only what it was made from. */
  m?: Tensor;
  beta1?: number;
  beta2?: number;
  /** The product of every beta1 so far, for the bias correction. */
  readonly accBeta1?: Variable;
  readonly accBeta2?: Variable;
  getConfig(): object;
  dispose(): void;
}

const NAMES = "SGD, Momentum, Adagrad, Adadelta, Adam, Adamax, RMSProp";

/** Tells the optimizer by its class name: `instanceof` says yes to every optimizer in TensorFlow.js. */
export function recognise(optimizer: TfjsOptimizer): Internals {
  const name = typeof optimizer?.getClassName === "function" ? String(optimizer.getClassName()) : undefined;
  const known = name !== undefined && NAMES.split(", ").includes(name);
  const internals = optimizer as unknown as Internals;
  if (known && typeof internals.learningRate === "number") return internals;
  throw new PlanError([
    {
      path: "optimizer",
      expected: `a TensorFlow.js optimizer (${NAMES})`,
      received: known ? `${name} without a learning rate` : received(name ?? optimizer),
    },
  ]);
}
