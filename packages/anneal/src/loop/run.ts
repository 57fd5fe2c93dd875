import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import type { Run } from "../run.ts";
import { count, type LastAccumulation, type Loop } from "./count.ts";
import { summary } from "./summary.ts";

/** What {@link run} takes. */
export interface RunOptions<B extends number = number, L extends number = number> {
  readonly samples: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly accumulate?: number;
  readonly processes?: number;
  readonly uneven?: "pad" | "drop";
  readonly dropLast?: boolean;
  readonly lastAccumulation?: LastAccumulation;
  readonly sequenceLength?: L;
  readonly base?: B;
}

/** A run whose updates were counted. */
export interface CountedRun extends Run {
  readonly steps: number;
  readonly stepsPerEpoch: number;
  readonly samplesPerStep: number;
  /** How the updates were counted, in a few lines; also what the run prints as. */
  readonly summary: string;
  toString(): string;
}

/** A fact that is there when it was given. */
type Given<F extends keyof Run, N> = [N] extends [never] ? unknown : { readonly [K in F]: number };

const COUNT = { type: "number", above: 0, below: 2 ** 52 } as const;

/** The table of {@link run}'s options. */
export const runOptionsFields: Fields<RunOptions> = {
  samples: COUNT,
  batchSize: COUNT,
  epochs: COUNT,
  accumulate: { ...COUNT, default: 1 },
  processes: { ...COUNT, default: 1 },
  uneven: { of: ["pad", "drop"], default: "pad" },
  dropLast: { of: [true, false], default: false },
  lastAccumulation: { of: ["update", "carry", "drop"], default: "update" },
  sequenceLength: { ...COUNT, default: undefined },
  base: { type: "number", default: undefined },
};

/**
 * Counts a training loop's optimizer updates, once and visibly: the run that plans are read against.
 *
 * Formula: with `each = ceil(samples / processes)` samples and `batches = ceil(each / batchSize)` per epoch,
 * `stepsPerEpoch = ceil(batches / accumulate)` and `steps = ceil(epochs * stepsPerEpoch)`; the options below turn a
 * `ceil` into a `floor`.
 *
 * - `samples`: how many the data set has; a whole number.
 * - `batchSize`: samples of one process in one forward pass; a whole number.
 * - `epochs`: passes over the data set; a fraction of one is rounded up to whole updates.
 * - `accumulate`: batches whose gradients one update adds up. Default 1.
 * - `processes`: how many share the data set. Default 1.
 * - `uneven`: when samples do not divide by processes, some are repeated (`"pad"`: PyTorch's DistributedSampler,
 *   Lightning) or left out (`"drop"`: its `drop_last`; Accelerate when `dropLast`). Default `"pad"`.
 * - `dropLast`: whether the last batch of an epoch is left out unless it is full. Default false.
 * - `lastAccumulation`: when batches do not divide by `accumulate`, the rest of an epoch makes an update of its own
 *   (`"update"`: Lightning, Accelerate, transformers 5), is the beginning of the next epoch's first (`"carry"`: Keras,
 *   Accelerate without `sync_with_dataloader`), or makes none (`"drop"`: transformers 4's count). Default `"update"`.
 * - `sequenceLength`: tokens in a sample, for `tokensPerStep`.
 * - `base`: the base rate.
 *
 * `samplesPerStep` is that of a full update: `batchSize * accumulate * processes`. Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { cosine, run, schedule } from "anneal";
 * const facts = run({ samples: 50_000, batchSize: 32, accumulate: 4, processes: 2, epochs: 90, base: 0.1 });
 * facts; // => { steps: 17640, stepsPerEpoch: 196, samplesPerStep: 256, base: 0.1 }
 * facts.summary.split("\n")[2]; // => "782 batches by 4: 196 updates per epoch, the last of 2 batches"
 * schedule(cosine({ from: "1x", to: 0, over: "rest" }), facts)(17640); // => 0
 * ```
 *
 * Source: PyTorch 1.13 `DataLoader` and `DistributedSampler`, transformers 5.23 `Trainer`, Lightning 2.2, run.
 */
export function run<B extends number = never, L extends number = never>(
  options: RunOptions<B, L>,
): CountedRun & Given<"base", B> & Given<"tokensPerStep", L> {
  const problems = new Problems();
  const read = readOptions<RunOptions>(runOptionsFields, options, problems);
  for (const name of ["samples", "batchSize", "accumulate", "processes"] as const) {
    if (read[name] % 1) problems.add(name, "a whole number", read[name]);
  }
  problems.throwIfAny();
  const loop: Loop = read;
  const { samples, batchSize, accumulate, processes, sequenceLength, base } = read;
  const counted = count(loop);
  const { batches, steps, stepsPerEpoch } = counted;
  if (!batches) problems.add("samples", `a full batch for each process (${batchSize * processes})`, samples);
  else if (!steps) problems.add("accumulate", `at most ${batches}, the batches of an epoch`, accumulate);
  problems.throwIfAny();
  const samplesPerStep = batchSize * accumulate * processes;
  const facts = {
    steps,
    stepsPerEpoch,
    samplesPerStep,
    ...(sequenceLength === undefined ? {} : { tokensPerStep: samplesPerStep * sequenceLength }),
    ...(base === undefined ? {} : { base }),
  };
  const text = summary(loop, counted);
  // Not enumerable, so that a run is its facts and nothing else, for JSON and for who reads it.
  return Object.freeze(
    Object.defineProperties(facts, { summary: { value: text }, toString: { value: () => text } }),
  ) as never;
}
