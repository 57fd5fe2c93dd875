import { PlanError, refuse } from "../../error.ts";
import { isObject } from "../../field.ts";
import type { Gradients, Internals, NamedTensor, Tensor } from "../recognise.ts";
import { checkGradients } from "./checkGradients.ts";
import { disposeOptimizer } from "./disposeOptimizer.ts";
import { Group, type GroupSettings, type TfjsVariableGroup } from "./group.ts";
import { readTensors } from "./readTensors.ts";
import { readWeights } from "./readWeights.ts";
import type { TfjsVariable } from "./variable.ts";
import { weightsOf } from "./weightsOf.ts";

/**
 * An optimizer of several groups, with the methods that a TensorFlow.js optimizer has: `instanceof tf.Optimizer` asks for
 * nothing else. It saves itself under the name of its base optimizer, so that a saved model can be loaded.
 */
export class GroupedOptimizer {
  readonly paramGroups: readonly TfjsVariableGroup[];
  readonly #base: Internals;
  readonly #groups: readonly Group[];
  readonly #variables: ReadonlyMap<string, TfjsVariable>;
  #iterations = 0;
  #saved: Tensor | undefined;
  #disposed = false;

  constructor(base: Internals, groups: readonly GroupSettings[]) {
    this.#base = base;
    this.#groups = groups.map((group, i) => new Group(base, group, `paramGroups[${i}]`));
    this.#variables = new Map(
      groups.flatMap(({ variables }) => variables.map((variable) => [variable.name, variable])),
    );
    this.paramGroups = this.#groups.map(({ view }) => view);
  }

  get iterations(): number {
    return this.#iterations;
  }

  minimize(loss: () => object, returnCost: boolean = false, variables?: readonly object[]): Tensor | null {
    const { value, grads } = this.computeGradients(loss, variables);
    try {
      this.applyGradients(grads);
    } catch (error) {
      value.dispose();
      throw error;
    } finally {
      for (const gradient of Object.values(grads)) gradient?.dispose();
    }
    if (returnCost) return value;
    value.dispose();
    return null;
  }

  computeGradients(loss: () => object, variables?: readonly object[]): Gradients {
    return this.#base.computeGradients(loss, variables);
  }

  applyGradients(gradients: Gradients["grads"] | readonly NamedTensor[]): void {
    this.#checkAlive();
    const isList = Array.isArray(gradients);
    if (isList ? !gradients.every(Boolean) : !isObject(gradients)) {
      refuse("gradients", "gradients with their names", gradients);
    }
    const given: readonly (readonly [string, Tensor | null])[] = isList
      ? gradients.map(({ name, tensor }: NamedTensor) => [name, tensor])
      : Object.entries(gradients);
    const live = new Map(given.filter((entry): entry is [string, Tensor] => entry[1] != null));
    const strangers = [...live].filter(([name]) => !this.#variables.has(name));
    if (strangers.length > 0) {
      const expected = "each variable that trains in a group";
      throw new PlanError(
        strangers.map(([name, { shape }]) => {
          return { path: "groups", expected, received: `none with the variable "${name}" of shape [${shape}]` };
        }),
      );
    }
    checkGradients(live, this.#variables);
    for (const group of this.#groups) group.update(live);
    this.#iterations++;
  }

  /** SGD and Momentum have it; here no one rate stands for all groups. */
  setLearningRate(rate: number): never {
    refuse("setLearningRate", "the rate of each group, written to paramGroups[i].lr", rate);
  }

  /** Momentum has it, without effect. */
  setMomentum(momentum: number): never {
    refuse("setMomentum", "the momentum of each group, written to paramGroups[i].momentum", momentum);
  }

  getClassName(): string {
    return this.#base.getClassName();
  }

  getConfig(): object {
    return { ...this.#base.getConfig(), paramGroups: JSON.parse(JSON.stringify(this.paramGroups)) };
  }

  async getWeights(): Promise<NamedTensor[]> {
    this.#checkAlive();
    const weights = await weightsOf(this.#groups, this.#iterations);
    this.#saved?.dispose();
    this.#saved = weights[0]?.tensor;
    return weights;
  }

  async setWeights(weights: readonly NamedTensor[]): Promise<void> {
    this.#checkAlive();
    const read = await readTensors(weights);
    this.#checkAlive();
    this.#iterations = readWeights(this.#groups, read);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const group of this.#groups) group.dispose();
    this.#saved?.dispose();
    disposeOptimizer(this.#base);
  }

  #checkAlive(): void {
    if (this.#disposed) refuse("optimizer", "an optimizer that is not disposed", "disposed");
  }
}
