import { batchRamp, type Run } from "anneal";
import type { Context } from "../context.ts";
import type { Horizons } from "./horizons.ts";
import type { Settings } from "./settings.ts";
import { steppedClock } from "./steppedClock.ts";

/** What a plan's steps are: updates, or consumed samples while the batch size grows. */
export interface Clock {
  readonly bySamples: boolean;
  /** A length in the run's own unit, as steps of the plan. */
  length(own: number): number;
  /** A sample; where an iteration is all that is told apart, one iteration. */
  readonly sample: number;
  /** How much an update consumes, as far as it is known. */
  readonly run: Run;
}

/** The clock of a schedule, or nothing where the batch size has to be known and is not. */
export function clockOf(
  settings: Settings,
  { bySamples, warmup }: Horizons,
  refuse: (name: string, expected: string) => void,
  context: Context,
): Clock | undefined {
  const { rampup_batch_size: ramp, lr_decay_style: style, step_batch_size_schedule: stepped } = settings;
  if (stepped !== null) return steppedClock(stepped, settings, bySamples, refuse, context);
  const size = settings.global_batch_size ?? given(context, "global_batch_size");
  const known = size !== undefined && size > 0;
  if (size !== undefined && !known) refuse("global_batch_size", "a number above 0");
  const fromFirst = style === "inverse-square-root" && warmup === 0;
  if (!known && (bySamples || ramp || fromFirst)) {
    context.need("global_batch_size", "the schedule counts samples");
    return undefined;
  }
  const run = known ? { samplesPerStep: size } : {};
  if (ramp && known) {
    const samplesPerStep = rampOf(ramp, size, settings, refuse, context);
    if (!samplesPerStep) return undefined;
    if (!bySamples) {
      context.note("Iterations of the schedule count as whole global batches, also while the batch size is ramped up.");
    }
    return { bySamples: true, length: (own) => (bySamples ? own : own * size), sample: 1, run: { samplesPerStep } };
  }
  const each = size ?? 1;
  return {
    bySamples: false,
    length: (own) => (bySamples ? own / each : own),
    sample: bySamples || fromFirst ? 1 / each : 1,
    run,
  };
}

function rampOf(
  ramp: readonly number[],
  size: number,
  { micro_batch_size, decrease_batch_size_if_needed: rounds }: Settings,
  refuse: (name: string, expected: string) => void,
  context: Context,
): ReturnType<typeof batchRamp> | undefined {
  const [start = 0, increment = 0, samples = 0] = ramp;
  if (ramp.length !== 3) {
    refuse("rampup_batch_size", "a start, an increment and samples");
    return undefined;
  }
  if (start === size) refuse("rampup_batch_size", `a start below the global batch size (${size})`);
  const processes = given(context, "data_parallel_size");
  if (rounds && (micro_batch_size === null || processes === undefined)) {
    const name = micro_batch_size === null ? "micro_batch_size" : "data_parallel_size";
    context.need(name, "batch sizes are rounded down to what the processes share");
    return undefined;
  }
  const shared = (micro_batch_size ?? 1) * (processes ?? 1);
  if (!rounds && processes !== undefined && start % shared !== 0) {
    refuse("rampup_batch_size", `batch sizes that are multiples of ${shared}`);
  }
  const build = () => batchRamp({ start, increment, samples, size, multiple: rounds ? shared : 1 });
  return context.build("rampup_batch_size", undefined, build);
}

function given(context: Context, name: string): number | undefined {
  const value = context.given(name);
  return typeof value === "number" ? value : undefined;
}
