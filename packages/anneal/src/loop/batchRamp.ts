import type { BatchRamp } from "../consumed.ts";
import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";

/** What {@link batchRamp} takes. */
export interface BatchRampOptions {
  readonly start: number;
  readonly increment: number;
  readonly samples: number;
  readonly size: number;
  readonly multiple?: number;
  readonly sequenceLength?: number;
}

const POSITIVE = { type: "number", above: 0, below: 2 ** 52 } as const;
const MOST_CHANGES = 100_000;

/** The table of {@link batchRamp}'s options. */
export const batchRampFields: Fields<BatchRampOptions> = {
  start: POSITIVE,
  increment: POSITIVE,
  samples: POSITIVE,
  size: POSITIVE,
  multiple: { ...POSITIVE, default: 1 },
  sequenceLength: { ...POSITIVE, default: 1 },
};

/**
 * Ramps up the batch size in equal rises over a number of samples, as Megatron does: how much each update consumes.
 *
 * Formula: with `n = (size - start) / increment`, an update after c consumed samples takes
 * `start + increment * floor(c / (samples / n))`, and `size` when c is more than `samples`.
 *
 * - `start`: the first batch size, of all processes together; a whole number.
 * - `increment`: by how much it rises each time; a whole number.
 * - `samples`: over how many samples; a whole number.
 * - `size`: the batch size after them, `start` and a multiple of `increment`.
 * - `multiple`: sizes are rounded down to multiples of it (with `--decrease-batch-size-if-needed`: the micro batch size
 *   times the data-parallel processes). Default 1.
 * - `sequenceLength`: what a sample counts: its tokens, to be the run's `tokensPerStep`. Default 1.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { batchRamp, clock, linear, schedule } from "anneal";
 * const samplesPerStep = batchRamp({ start: 16, increment: 16, samples: 1000, size: 48 });
 * samplesPerStep; // => { from: 16, at: [32, 48], to: [32, 48] }
 * const lr = schedule(clock({ unit: "samples", plan: linear({ from: 0, to: 0.1, over: 512 }) }), { samplesPerStep });
 * [lr(16), lr(32)]; // => [0.05, 0.1]
 * ```
 *
 * Source: Megatron-LM core 0.16 `RampupBatchsizeNumMicroBatchesCalculator` (`--rampup-batch-size`).
 */
export function batchRamp(options: BatchRampOptions): BatchRamp {
  const problems = new Problems();
  const read = readOptions<BatchRampOptions>(batchRampFields, options, problems);
  const { start, increment, samples, size, multiple, sequenceLength } = read;
  for (const [name, value] of Object.entries(read)) {
    if (value % 1) problems.add(name, "a whole number", value);
  }
  problems.throwIfAny();
  const rises = (size - start) / increment;
  const fits = rises >= 0 && rises % 1 === 0 && rises <= MOST_CHANGES;
  if (!fits) problems.add("size", `start (${start}) plus at most 100,000 times increment (${increment})`, size);
  if (multiple > start) problems.add("multiple", `a number up to start (${start})`, multiple);
  problems.throwIfAny();
  const sizeAt = (level: number): number => {
    const whole = start + increment * level;
    return whole - (whole % multiple);
  };
  const levelAfter = (consumed: number): number => {
    return consumed > samples ? rises : Math.floor(consumed / (samples / rises));
  };
  const at: number[] = [];
  const to: number[] = [];
  for (let level = 0, step = 0, consumed = 0; level < rises; ) {
    const each = sizeAt(level);
    let updates = Math.max(Math.ceil(((level + 1) * (samples / rises) - consumed) / each), 1);
    // The quotient is rounded, and so may be this many; what counts is the level that Megatron computes.
    while (updates > 1 && levelAfter(consumed + (updates - 1) * each) > level) updates--;
    step += updates;
    consumed += updates * each;
    level = levelAfter(consumed);
    if (sizeAt(level) === each) continue;
    at.push(step);
    to.push(sizeAt(level) * sequenceLength);
  }
  return Object.freeze({ from: sizeAt(0) * sequenceLength, at: Object.freeze(at), to: Object.freeze(to) });
}
