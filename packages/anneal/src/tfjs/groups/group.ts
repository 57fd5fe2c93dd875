import { type Cell, property } from "../cell.ts";
import { type Cells, showCells } from "../cells.ts";
import type { TfjsParamGroup } from "../paramGroups.ts";
import type { Internals, Tensor } from "../recognise.ts";
import { Cohort } from "./cohort.ts";
import type { TfjsVariable } from "./variable.ts";
import { WeightDecay } from "./weightDecay.ts";

/** One param group of an optimizer that `groups` made. Writing it changes what the next update uses. */
export interface TfjsVariableGroup extends TfjsParamGroup {
  /** How much of themselves the variables lose at each update, times the rate; a finite number from 0. */
  weightDecay: number;
  /** The names of the variables. */
  readonly variables: readonly string[];
}

/** What a group is made from, checked. */
export interface GroupSettings {
  readonly variables: readonly TfjsVariable[];
  /** The settings that differ from the base optimizer's, by the names of TensorFlow.js. */
  readonly settings: object;
  readonly weightDecay: number;
}

/** Variables with hyperparameters of their own. */
export class Group {
  readonly view: TfjsVariableGroup;
  readonly #decay: WeightDecay;
  #cohorts: Cohort[];

  constructor(base: Internals, { variables, settings, weightDecay }: GroupSettings, path: string) {
    const first = new Cohort(base, settings, variables);
    this.#cohorts = [first];
    this.#decay = new WeightDecay(weightDecay);
    const view = showCells(path, {
      lr: this.#all(({ lr }) => lr),
      momentum: first.cells.momentum && this.#all(({ momentum }) => momentum as Cell),
      betas: first.cells.betas?.map((_, i) => this.#all(({ betas }) => betas?.[i] as Cell)),
    });
    const amount: Cell = {
      get: () => this.#decay.amount,
      set: (value) => {
        this.#decay.amount = value;
      },
    };
    Object.defineProperty(view, "weightDecay", property(`${path}.weightDecay`, amount));
    this.view = Object.assign(view, { variables: variables.map(({ name }) => name) }) as unknown as TfjsVariableGroup;
  }

  /** One, until some variables miss an update that others get. */
  get cohorts(): readonly Cohort[] {
    return this.#cohorts;
  }

  /** A cohort with the hyperparameters of the group and without updates. */
  fresh(variables: readonly TfjsVariable[]): Cohort {
    return (this.#cohorts[0] as Cohort).fresh(variables);
  }

  /** Takes over other cohorts of the same variables. */
  replaceCohorts(cohorts: readonly Cohort[]): void {
    for (const cohort of this.#cohorts) cohort.dispose();
    this.#cohorts = [...cohorts];
  }

  /** Updates the variables that have a gradient. The others stay as they are, with all that is kept for them. */
  update(gradients: ReadonlyMap<string, Tensor>): void {
    for (const cohort of [...this.#cohorts]) {
      const live = cohort.variables.filter(({ name }) => gradients.has(name));
      if (live.length === 0) continue;
      if (live.length < cohort.variables.length) {
        this.#cohorts.push(cohort.split(({ name }) => !gradients.has(name)));
      }
      this.#decay.shrink(live, this.view.lr);
      cohort.update(gradients);
    }
  }

  dispose(): void {
    this.replaceCohorts([]);
    this.#decay.dispose();
  }

  /** A hyperparameter of all cohorts at once. */
  #all(pick: (cells: Cells) => Cell): Cell {
    let now = pick((this.#cohorts[0] as Cohort).cells).get();
    return {
      get: () => now,
      set: (value) => {
        now = value;
        for (const { cells } of this.#cohorts) pick(cells).set(value);
      },
    };
  }
}
