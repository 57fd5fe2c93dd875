import { Problems } from "../error.ts";
import { type Field, type Fields, readFields } from "../field.ts";
import { LONGEST_LIST } from "../limits.ts";
import type { FinderProgress } from "./progress.ts";

/** Which point of the search an update is. */
export interface FinderPoint {
  /** Updates made before it at lower rates, from 0. */
  readonly update: number;
  /** The seed of this ramp: what the order of the data, dropout and the like are to be drawn from. */
  readonly seed: number;
}

/** What stops a search: an `AbortSignal`, or anything with its `aborted`. */
export interface FinderSignal {
  /** Whether to stop. */
  readonly aborted: boolean;
}

/** A value, or the promise of one. */
type Soon<T> = T | PromiseLike<T>;

/** What decides about the search, besides the functions that train and restore. */
export interface FinderSettings {
  readonly from?: number;
  readonly to?: number;
  readonly updates?: number;
  readonly ramp?: "exponential" | "linear";
  readonly seeds?: readonly number[];
  readonly smoothing?: number;
  readonly divergence?: number;
  readonly signal?: FinderSignal;
  readonly onProgress?: (progress: FinderProgress) => void;
  readonly evaluate?: (rate: number, point: FinderPoint) => Soon<number>;
}

/** What {@link findLearningRate} takes. */
export interface FinderOptions<S = unknown> extends FinderSettings {
  readonly step: (rate: number, point: FinderPoint) => Soon<number>;
  readonly snapshot: () => Soon<S>;
  readonly restore: (snapshot: S) => unknown;
}

/** The options with their defaults. */
export type Finder = Required<Omit<FinderOptions, "evaluate" | "signal" | "onProgress">> &
  Pick<FinderOptions, "evaluate" | "signal" | "onProgress">;

/** A function or another object with methods; which one, `readFinder` knows by its name. */
const OBJECT = { type: "plan" } as const;
const ABSENT = { ...OBJECT, default: undefined } as const;
const RATE = { type: "number", above: 0 } as const;
const WHOLE: Field = { type: "number", whole: true };

/** The rows of {@link FinderSettings}. */
export const finderSettingsFields: Fields<FinderSettings> = {
  from: { ...RATE, default: 1e-7 },
  to: { ...RATE, default: 10 },
  updates: { ...WHOLE, from: 2, below: LONGEST_LIST + 1, default: 100 },
  ramp: { of: ["exponential", "linear"], default: "exponential" },
  seeds: { ...WHOLE, list: true, least: 1, default: undefined },
  smoothing: { type: "number", below: 1, default: 0.98 },
  divergence: { type: "number", above: 1, default: 4 },
  signal: ABSENT,
  onProgress: ABSENT,
  evaluate: ABSENT,
};

/** The table of {@link findLearningRate}'s options. */
export const finderFields: Fields<FinderOptions> = {
  step: OBJECT,
  snapshot: OBJECT,
  restore: OBJECT,
  ...finderSettingsFields,
};

/** Reads options by their table, all problems at once. */
export function readFinder<T extends FinderSettings>(table: Fields<T>, options: unknown): T & Finder {
  const problems = new Problems();
  const child = (_: unknown, value: unknown, path: string) => {
    const isSignal = path === "signal";
    const fits = isSignal ? typeof (value as FinderSignal | null)?.aborted === "boolean" : typeof value === "function";
    if (!fits) problems.add(path, isSignal ? "an AbortSignal" : "a function", value);
    return value;
  };
  const read = readFields({ problems, child }, table, options, "") as unknown as T & Finder;
  const { from, to, seeds = [0, 1, 2] } = read;
  if (from >= to) problems.add("to", `a rate above from (${from})`, to);
  const again = Array.isArray(seeds) ? seeds.findIndex((seed, i) => seeds.indexOf(seed) < i) : -1;
  if (again >= 0) problems.add(`seeds[${again}]`, "a seed that is not in the list yet", seeds[again]);
  problems.throwIfAny();
  return { ...read, seeds };
}
