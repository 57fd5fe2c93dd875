import { refuse } from "../../error.ts";
import { placeOf } from "../../scheduler/hyperparameter.ts";
import type { Optimizer, ParamGroup } from "../../scheduler/optimizer.ts";
import type { Group } from "../../scheduler/track.ts";
import { paramGroups } from "../paramGroups.ts";
import type { TfjsOptimizer } from "../recognise.ts";
import type { Logs } from "./fitCallback.ts";
import type { TfjsModel } from "./tfjsModel.ts";

/** What fit tells its callbacks of itself, in one object for all of them; of a data set it knows less. */
export interface FitParams {
  readonly epochs: number;
  readonly samples: number | null;
  readonly batchSize: number | null;
  readonly steps: number | null;
  readonly metrics: readonly string[];
}

/** The inside of a model; a Sequential holds another one, which is what fit trains. */
interface Insides {
  readonly model?: Insides;
  readonly isTraining?: boolean;
}

const fits = new WeakMap<FitParams, Fit>();

/** The fit that goes by these params. */
export function fitOf(params: FitParams | undefined, model: TfjsModel): Fit {
  if (params === undefined) refuse("callback", "a call by fit", params);
  const insides = model as Insides;
  if ((insides.model ?? insides).isTraining === false) refuse("model", "the model that is fitted", "another one");
  const fit = fits.get(params) ?? new Fit(params, model);
  fits.set(params, fit);
  return fit;
}

/** A call of fit as its callbacks share it: which rate is planned for each param group, and its scales. */
export class Fit {
  readonly params: FitParams;
  readonly optimizer: TfjsOptimizer & { readonly iterations: number };
  readonly groups: readonly Group[];
  /** The groups as schedules see them: `lr` is the planned rate, and writing it writes the scaled one. */
  readonly planned: Optimizer;
  /** Moves what is scheduled to the position that training is at. */
  settle: () => void = () => {};
  /** How many batches of the epoch have begun. */
  batches = 0;
  /** What the last update was made with, by the names that it is logged under. */
  readonly used: Record<string, number> = {};
  /** What is left to do once all callbacks have begun, until the first batch comes. */
  #starts: (() => void)[] = [];
  readonly #rates: number[];
  readonly #scales = new Map<object, readonly number[]>();
  #product: readonly number[];
  readonly #scheduled = new Set<string>();
  readonly #logged = new Map<string, () => number>();

  constructor(params: FitParams, model: TfjsModel) {
    this.params = params;
    this.optimizer = model.optimizer as Fit["optimizer"];
    this.groups = paramGroups(model.optimizer).paramGroups as readonly unknown[] as readonly Group[];
    this.#rates = this.groups.map(({ lr }) => lr as number);
    this.#product = this.groups.map(() => 1);
    const views = this.groups.map((group, i) => {
      return new Proxy(group, {
        get: (target, key) => (key === "lr" ? this.#rates[i] : Reflect.get(target, key)),
        set: (target, key, value) => {
          if (key !== "lr") return Reflect.set(target, key, value);
          this.#write(i, value);
          return true;
        },
      });
    });
    this.planned = { paramGroups: views as readonly unknown[] as readonly ParamGroup[] };
  }

  /** How many batches an epoch has; undefined for a data set that does not tell. */
  get batchesPerEpoch(): number | undefined {
    const { steps, samples, batchSize } = this.params;
    return steps ?? (samples && batchSize ? Math.ceil(samples / batchSize) : undefined);
  }

  /** The share of the epoch that was trained: below 1 when it was cut short, and that is known. */
  get share(): number {
    const all = this.batchesPerEpoch;
    return all === undefined ? 1 : this.batches / all;
  }

  /** What is planned for each group. */
  get rates(): readonly number[] {
    return this.#rates;
  }

  /** Takes a hyperparameter for a schedule. */
  schedule(key: string): void {
    if (this.#scheduled.has(key)) refuse(key, "one callback that schedules it", "a second one");
    this.#scheduled.add(key);
    this.log(key);
  }

  /** Has a hyperparameter logged; that of several groups under a name for each. */
  log(key: string): void {
    const { inBetas, field } = placeOf(key);
    this.groups.forEach((group, i) => {
      const name = this.groups.length > 1 ? `${key}_${i}` : key;
      this.#logged.set(name, () => (inBetas ? group.betas : group)?.[field] as number);
    });
  }

  /** Logs what the next update is made with. */
  record(logs: Logs): void {
    for (const [name, read] of this.#logged) {
      this.used[name] = read();
      logs[name] = this.used[name];
    }
  }

  /** Has something done when the first batch begins, and all callbacks have said what they schedule and scale. */
  atStart(act: () => void): void {
    this.#starts.push(act);
  }

  /** A batch begins. */
  batchBegin(batch: number): void {
    this.batches = batch + 1;
    if (this.#starts.length === 0) return;
    for (const act of this.#starts) act();
    this.#starts = [];
    // A schedule writes where its plan changes, and may have begun before its rates were scaled.
    this.write();
  }

  /** Multiplies the planned rates by a callback's scales, from the next write on. */
  scaleBy(owner: object, scales: readonly number[]): void {
    this.#scales.set(owner, scales);
    const all = [...this.#scales.values()];
    this.#product = this.groups.map((_, i) => all.reduce((product, one) => product * (one[i] as number), 1));
  }

  /** Writes the rates that are planned, or those that are to be. */
  write(rates: readonly number[] = this.#rates): void {
    rates.forEach((rate, i) => {
      this.#write(i, rate);
    });
  }

  /** What the rates in force are without the scales: exactly the bases where they come to these rates. */
  unscaled(bases: readonly number[] | undefined): number[] {
    return this.groups.map(({ lr }, i) => {
      const [base, scale] = [bases?.[i] as number, this.#product[i] as number];
      return base * scale === lr ? base : (lr as number) / (scale || 1);
    });
  }

  #write(i: number, rate: number): void {
    const group = this.groups[i] as Group;
    const value = rate * (this.#product[i] as number);
    if (group.lr !== value) group.lr = value;
    this.#rates[i] = rate;
  }
}
