import { engine, keptScalar } from "../engine.ts";
import type { Tensor } from "../recognise.ts";
import type { TfjsVariable } from "./variable.ts";

/** Decoupled weight decay: before each update the variables of a group lose `rate * amount` of themselves. */
export class WeightDecay {
  amount: number;
  #kept = 1;
  #factor: Tensor | undefined;

  constructor(amount: number) {
    this.amount = amount;
  }

  shrink(variables: readonly TfjsVariable[], rate: number): void {
    const kept = 1 - rate * this.amount;
    if (kept === 1) return;
    if (kept !== this.#kept) {
      this.dispose();
      this.#factor = keptScalar(kept);
      this.#kept = kept;
    }
    const tf = engine();
    const b = this.#factor as Tensor;
    tf.tidy(() => {
      for (const a of variables) a.assign(tf.runKernel("Multiply", { a, b }) as never);
    });
  }

  dispose(): void {
    this.#factor?.dispose();
  }
}
