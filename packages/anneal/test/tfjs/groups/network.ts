import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-layers";
import { type Name, TABLE, VARIABLES } from "./table.ts";

const inputs = tf.tensor(TABLE.data.inputs as number[][]);
const targets = tf.tensor(TABLE.data.targets as number[][]);

/** The small network of the table, with the table's weights and data. */
export class Network {
  readonly variables = Object.fromEntries(
    VARIABLES.map((name) => [name, tf.variable(tf.tensor(TABLE.weights[name] as number[][]))]),
  ) as Readonly<Record<Name, tf.Variable>>;

  get list(): tf.Variable[] {
    return VARIABLES.map((name) => this.variables[name]);
  }

  /** The variables of the hidden layer, and of the output. */
  get halves(): [tf.Variable[], tf.Variable[]] {
    return [this.list.slice(0, 2), this.list.slice(2)];
  }

  readonly loss = (): tf.Scalar => {
    const { hiddenWeight, hiddenBias, outputWeight, outputBias } = this.variables;
    const hidden = tf.tanh(tf.add(tf.matMul(inputs, hiddenWeight as tf.Tensor2D), hiddenBias));
    const outputs = tf.add(tf.matMul(hidden as tf.Tensor2D, outputWeight as tf.Tensor2D), outputBias);
    return tf.mean(tf.square(tf.sub(outputs, targets))) as tf.Scalar;
  };

  /** One update, while those named stay frozen; returns the loss before it. */
  step(optimizer: tf.Optimizer, frozen: readonly Name[] = []): number {
    for (const name of VARIABLES) this.variables[name].trainable = !frozen.includes(name);
    const loss = optimizer.minimize(this.loss, true, this.list) as tf.Scalar;
    const value = loss.dataSync()[0] as number;
    loss.dispose();
    return value;
  }

  /** All weights in one list, to the last bit. */
  weights(): number[] {
    return this.list.flatMap((variable) => [...variable.dataSync()]);
  }

  dispose(): void {
    for (const variable of this.list) variable.dispose();
  }
}
