/** A variable of TensorFlow.js, such as `tf.variable` makes. */
export interface TfjsVariable {
  /** A number that grows with every tensor. */
  readonly id: number;
  /** The name that its gradients come under. */
  readonly name: string;
  /** Its size along each axis. */
  readonly shape: readonly number[];
  /** Whether its memory was given back. */
  readonly isDisposed: boolean;
  /** Gives it another value. */
  assign(value: never): void;
}

/** A weight of a layer, as in `layer.weights` and `model.trainableWeights`. */
export interface TfjsLayerWeight {
  /** The name of its variable. */
  readonly name: string;
  /** Its size along each axis. */
  readonly shape: readonly unknown[];
  /** Its variable. */
  read(): object;
}

/** A layer, or a model in the place of one. */
export interface TfjsLayer {
  /** Its name in the model. */
  readonly name: string;
  /** Whether its weights exist. */
  readonly built: boolean;
  /** All of its weights, trainable or not. */
  readonly weights: readonly TfjsLayerWeight[];
}

/** The variable of a variable or of a layer's weight; undefined for anything else, and for one that is disposed. */
export function variableOf(value: unknown): TfjsVariable | undefined {
  const given = value as (Partial<TfjsVariable> & { readonly val?: TfjsVariable }) | null | undefined;
  // A layer's weight keeps its variable in `val`; its `read` throws when that is disposed.
  const variable = given?.val ?? given;
  const usable = typeof variable?.name === "string" && typeof variable.assign === "function" && !variable.isDisposed;
  return usable ? (variable as TfjsVariable) : undefined;
}
