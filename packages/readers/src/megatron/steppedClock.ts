import type { Context } from "../context.ts";
import { batchSteps } from "./batchSteps.ts";
import type { Clock } from "./clockOf.ts";
import type { Settings } from "./settings.ts";

/** The clock of a run whose batch size changes from so many tokens on: consumed samples, whatever the run counts. */
export function steppedClock(
  written: string,
  settings: Settings,
  bySamples: boolean,
  refuse: (name: string, expected: string) => void,
  context: Context,
): Clock | undefined {
  const name = "step_batch_size_schedule";
  if (settings.global_batch_size !== null) refuse(name, "none beside --global-batch-size");
  if (settings.decrease_batch_size_if_needed) refuse(name, "none with --decrease-batch-size-if-needed");
  if (settings.rampup_batch_size) context.note("--rampup-batch-size does not count beside --step-batch-size-schedule.");
  const fact = (own: string, told: number | null, why: string): number | undefined => {
    const value = told ?? context.given(own);
    if (typeof value === "number") return value;
    context.need(own, why);
    return undefined;
  };
  const length = fact("seq_length", settings.seq_length, "the batch size changes from so many tokens on");
  const why = "an iteration of the schedule counts the samples of one micro batch of each process";
  const micro = bySamples ? 1 : fact("micro_batch_size", settings.micro_batch_size, why);
  const processes = bySamples ? 1 : fact("data_parallel_size", null, why);
  if (length === undefined || micro === undefined || processes === undefined) return undefined;
  const samplesPerStep = batchSteps(written, length);
  if (typeof samplesPerStep === "string") {
    refuse(name, samplesPerStep);
    return undefined;
  }
  const each = micro * processes;
  if (!bySamples) context.note(`Iterations of the schedule count as ${each} samples each, whatever the batch size is.`);
  return { bySamples: true, length: (own) => own * each, sample: 1, run: { samplesPerStep } };
}
