import { type Cells, cellsOf } from "../cells.ts";
import { assignNumber } from "../engine.ts";
import type { Internals, NamedTensor, Tensor, Variable } from "../recognise.ts";
import { tensorOf } from "../values.ts";
import { disposeOptimizer } from "./disposeOptimizer.ts";
import type { SavedTensor } from "./readTensors.ts";
import type { TfjsVariable } from "./variable.ts";

/** What an optimizer accumulates for one variable. */
interface Slot {
  readonly originalName: string;
  readonly variable: Variable;
}

/** An optimizer of TensorFlow.js by the names of its fields. */
type Fields = Record<string, unknown>;

/**
 * Variables that went through the same updates, with the optimizer of TensorFlow.js that makes these. It keeps its slots
 * by their places in the list of gradients, so it always gets the same list; and Adam corrects its bias by one count for
 * all, so variables that are left out of an update leave the cohort with all that is theirs.
 */
export class Cohort {
  readonly cells: Cells;
  variables: readonly TfjsVariable[];
  readonly #inner: Internals;

  /** An optimizer of the model's class and settings, with others where `settings` say so. */
  constructor(model: Internals, settings: object, variables: readonly TfjsVariable[]) {
    this.#inner = model.constructor.fromConfig(model.constructor, { ...model.getConfig(), ...settings });
    this.cells = cellsOf(this.#inner);
    this.variables = variables;
  }

  /** The names of the lists in which there is a slot for each variable once they had an update. */
  get lists(): readonly string[] {
    const lists = Object.keys(this.#inner).filter((field) => Array.isArray(this.#fields[field]));
    // RMSProp that is not centered leaves its last list empty for ever.
    return this.#inner.centered === false ? lists.slice(0, -1) : lists;
  }

  update(gradients: ReadonlyMap<string, Tensor>): void {
    this.#inner.applyGradients(this.variables.map(({ name }) => ({ name, tensor: gradients.get(name) as Tensor })));
  }

  /** A cohort with the same hyperparameters and without updates. */
  fresh(variables: readonly TfjsVariable[]): Cohort {
    return new Cohort(this.#inner, {}, variables);
  }

  /** Moves those variables that leave, with their slots, into a cohort of their own. */
  split(leaves: (variable: TfjsVariable) => boolean): Cohort {
    const all = this.variables;
    const other = this.fresh(all.filter(leaves));
    this.variables = all.filter((variable) => !leaves(variable));
    for (const field of this.lists) {
      const slots = this.#fields[field] as Slot[];
      const part = (leaving: boolean) => slots.filter((_, i) => leaves(all[i] as TfjsVariable) === leaving);
      other.#fields[field] = part(true);
      this.#fields[field] = part(false);
    }
    for (const [field, scalar] of this.#scalars) (other.#fields[field] as Variable).assign(scalar);
    other.#inner.iterations_ = this.#inner.iterations;
    return other;
  }

  /** A variable's slots, with their names. */
  slots(place: number): NamedTensor[] {
    return this.lists.flatMap((field) => {
      const slot = (this.#fields[field] as Slot[])[place];
      return slot ? [{ name: slot.originalName, tensor: slot.variable }] : [];
    });
  }

  /** How many updates there were, the betas, and the single numbers that the optimizer carries along. */
  async numbers(): Promise<number[]> {
    const scalars = this.#scalars.map(async ([, scalar]) => (await scalar.data())[0] as number);
    const betas = this.cells.betas?.map((beta) => beta.get()) ?? [];
    return [this.#inner.iterations, ...betas, ...(await Promise.all(scalars))];
  }

  /** The numbers after a count of updates that all had the betas of now. */
  numbersAfter(updates: number): number[] {
    const betas = this.cells.betas?.map((beta) => beta.get()) ?? [];
    const products = betas.map((beta) => beta ** (updates + 1));
    const scalars = this.#scalars.map(([field]) => products[Number(field.at(-1)) - 1] ?? updates);
    return [updates, ...betas, ...scalars];
  }

  /** Takes over saved numbers and, for each variable, its slots. */
  restore(numbers: readonly number[], slots: readonly (readonly SavedTensor[])[]): void {
    const scalars = this.#scalars;
    this.#inner.iterations_ = numbers[0] as number;
    scalars.forEach(([, scalar], i) => {
      assignNumber(scalar, numbers.at(i - scalars.length) as number);
    });
    this.lists.forEach((field, i) => {
      this.#fields[field] = slots.map((list, place): Slot => {
        const { name, tensor } = list[i] as SavedTensor;
        const originalName = this.variables[place]?.name + name.slice(name.lastIndexOf("/"));
        const values = tensorOf(tensor);
        const variable = values.variable(false);
        values.dispose();
        return { originalName, variable };
      });
    });
  }

  dispose(): void {
    disposeOptimizer(this.#inner);
  }

  get #fields(): Fields {
    return this.#inner as unknown as Fields;
  }

  /** The variables that hold one number: products of betas, and the count of Adamax. */
  get #scalars(): [string, Variable][] {
    return Object.entries(this.#fields).filter((entry): entry is [string, Variable] => {
      return typeof (entry[1] as Partial<Variable> | null)?.assign === "function";
    });
  }
}
