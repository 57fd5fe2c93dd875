import type { Count, Loop } from "./count.ts";

/** Tells in a few lines how a loop comes to its updates. */
export function summary(loop: Loop, counted: Count): string {
  const { samples, batchSize, accumulate, processes, uneven, dropLast, lastAccumulation, epochs } = loop;
  const { perProcess, batches, lastBatch, leftOver, stepsPerEpoch, steps } = counted;
  const spare = Math.abs(perProcess * processes - samples);
  const shared = spare && (uneven === "drop" ? `, ${of(spare, "sample")} left out` : `, ${spare} of them repeated`);
  const last = lastBatch && (dropLast ? `, ${of(lastBatch, "sample")} left out` : `, the last of ${lastBatch}`);
  const ends = {
    update: `, the last of ${of(leftOver, "batch", "batches")}`,
    carry: ", what is left over carried into the next",
    drop: `, ${of(leftOver, "batch", "batches")} left over and dropped`,
  };
  return [
    `${of(samples, "sample")} on ${of(processes, "process", "processes")}: ${of(perProcess, "sample")} each${shared || ""}`,
    `${of(perProcess, "sample")} by ${number(batchSize)}: ${of(batches, "batch", "batches")} per epoch${last || ""}`,
    `${of(batches, "batch", "batches")} by ${number(accumulate)}: ${of(stepsPerEpoch, "update")} per epoch${leftOver ? ends[lastAccumulation] : ""}`,
    `${of(epochs, "epoch")}: ${of(steps, "update")}, a full one of ${of(batchSize * accumulate * processes, "sample")}`,
  ].join("\n");
}

/** So many of something, in words. */
function of(many: number, one: string, more = `${one}s`): string {
  return `${number(many)} ${many === 1 ? one : more}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
