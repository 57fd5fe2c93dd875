import { type TfjsLayerWeight, variableOf } from "../groups/variable.ts";
import type { TfjsOptimizer, Variable } from "../recognise.ts";
import { readValues, type Values, writeValues } from "../values.ts";
import { type OptimizerState, optimizerState, type SavedOptimizer } from "./optimizerState.ts";

/** A model and its optimizer as plain data. */
export interface SavedModel {
  readonly weights: readonly Values[];
  readonly optimizer: SavedOptimizer;
  /** The rate of each param group. */
  readonly rates: readonly number[];
}

/** All that training changes in a model and its optimizer. */
export class ModelState {
  readonly #weights: readonly TfjsLayerWeight[];
  readonly #optimizer: OptimizerState;
  readonly #shares: readonly number[];

  constructor(model: { readonly optimizer: TfjsOptimizer; readonly weights: readonly TfjsLayerWeight[] }) {
    this.#weights = model.weights;
    this.#optimizer = optimizerState(model.optimizer);
    const rates = this.#optimizer.groups.map(({ lr }) => lr);
    const highest = Math.max(...rates);
    this.#shares = rates.map((rate) => (highest > 0 ? rate / highest : 1));
  }

  /** Sets the rate of the group with the highest one; the others keep their share of it. */
  setRate(rate: number): void {
    this.#setRates(this.#shares.map((share) => share * rate));
  }

  async read(): Promise<SavedModel> {
    const weights = await Promise.all(this.#variables().map(readValues));
    const rates = this.#optimizer.groups.map(({ lr }) => lr);
    return { weights, optimizer: await this.#optimizer.read(), rates };
  }

  async restore({ weights, optimizer, rates }: SavedModel): Promise<void> {
    for (const [i, variable] of this.#variables().entries()) writeValues(variable, weights[i] as Values);
    this.#setRates(rates);
    await this.#optimizer.restore(optimizer);
  }

  #variables(): Variable[] {
    return this.#weights.map((weight) => variableOf(weight) as unknown as Variable);
  }

  #setRates(rates: readonly number[]): void {
    this.#optimizer.groups.forEach((group, i) => {
      group.lr = rates[i] as number;
    });
  }
}
