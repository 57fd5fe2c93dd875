import { hyperparameterOf, type Named } from "./hyperparameterOf.ts";
import { type Counted, stepOf } from "./stepOf.ts";

/** A column that is read: a hyperparameter, a count of steps, or both where a user says so. */
export interface Column {
  readonly name: string;
  readonly value: Named | undefined;
  readonly step: Counted | undefined;
}

/** How many names of columns are told to a user who has to choose one, and remembered. */
const [MOST_TOLD, MOST_KNOWN] = [30, 20_000] as const;

/** How many columns of hyperparameters are read, and how many that only count. */
const MOST_READ = { value: 256, step: 64 } as const;

/** The columns of a log by their names, which come from outside. */
export class Columns {
  readonly read: Column[] = [];
  readonly names: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #count = { value: 0, step: 0 };
  #left = 0;

  constructor(
    readonly chosen: readonly string[] | undefined,
    readonly stepColumn: string | undefined,
  ) {}

  /** Whether there is a column of this name, as far as names are remembered. */
  has(name: string): boolean {
    return this.#known.has(name) || this.#known.size === MOST_KNOWN;
  }

  /** How many columns with hyperparameters there were no room for. */
  get left(): number {
    return this.#left;
  }

  /** The number of a column in `read`; -1 where nothing in it is asked for. */
  indexOf(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const column = this.#columnOf(name);
    const wanted = column.value !== undefined || column.step !== undefined;
    // Each has room of its own: many rates leave the step in.
    const which = column.value ? "value" : "step";
    const full = wanted && this.#count[which] === MOST_READ[which];
    if (full && which === "value") this.#left++;
    else if (wanted && !full) this.#count[which]++;
    const index = wanted && !full ? this.read.push(column) - 1 : -1;
    if (this.names.length < MOST_TOLD) this.names.push(name);
    if (this.#known.size < MOST_KNOWN) this.#known.set(name, index);
    return index;
  }

  #columnOf(name: string): Column {
    const { chosen, stepColumn } = this;
    const named = hyperparameterOf(name);
    const value = chosen === undefined ? named : chosen.includes(name) ? (named ?? { key: "lr", rank: 0 }) : undefined;
    const counted = stepOf(name);
    // What a user names counts updates, unless its name says epochs.
    const own = name === stepColumn ? { clock: counted?.clock ?? "update", rank: -1 } : undefined;
    return { name, value, step: stepColumn === undefined ? counted : own };
  }
}
