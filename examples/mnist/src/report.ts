import { format } from "anneal";
import { readCheckpoint } from "./checkpoint.ts";
import { configOf } from "./config.ts";
import type { Dataset } from "./data/dataset.ts";
import { duration } from "./duration.ts";
import { writeFileAtomic } from "./files/atomicFile.ts";
import { sha256 } from "./floatArray.ts";
import type { Options } from "./options.ts";
import { drawTraining } from "./picture/trainingPicture.ts";
import type { EpochRecord, TimingRecord } from "./records.ts";
import type { RunFolder } from "./runFolder.ts";

/** What `summary.json` holds. */
export interface Summary {
  readonly config: ReturnType<typeof configOf>;
  readonly epochs: number;
  readonly steps: number;
  readonly finalAccuracy: number;
  readonly bestAccuracy: number;
  readonly bestEpoch: number;
  readonly finalLoss: number | null;
  /** Time of all epochs together: training, testing and saving, but not loading. */
  readonly seconds: number;
  readonly stepsPerSecond: number;
  /** The most memory that a process of this run was seen with, in megabytes. */
  readonly peakRssMb: number;
  /** SHA-256 of the final weights: two runs are the same to the last bit, or these differ. */
  readonly weights: string;
}

/** Writes the summary and the picture of a run that is over, and gives the lines to print about it. */
export function writeReport(options: Options, data: Dataset, folder: RunFolder): string[] {
  const records = folder.log.read() as EpochRecord[];
  const last = records.at(-1);
  if (last === undefined) return [];
  const best = records.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  const timings = folder.timings.read() as TimingRecord[];
  const seconds = timings.reduce((sum, timing) => sum + timing.seconds, 0);
  const rssMb = [process.resourceUsage().maxRSS / 1024, ...timings.map((timing) => timing.rssMb)];
  const summary: Summary = {
    config: configOf(options, data),
    epochs: records.length,
    steps: last.step,
    finalAccuracy: last.accuracy,
    bestAccuracy: best.accuracy,
    bestEpoch: best.epoch,
    finalLoss: last.loss,
    seconds: Number(seconds.toFixed(3)),
    stepsPerSecond: Number((last.step / seconds).toFixed(1)),
    peakRssMb: Number(Math.max(...rssMb).toFixed(1)),
    weights: sha256(readCheckpoint(folder.checkpoint)?.weights ?? []),
  };
  writeFileAtomic(folder.summary, `${JSON.stringify(summary, null, 2)}\n`);
  writeFileAtomic(folder.picture, drawTraining(pictureOf(options, data, records, summary)));
  return describe(summary, folder);
}

function pictureOf(options: Options, data: Dataset, records: readonly EpochRecord[], summary: Summary) {
  const { factor, milestones, warmupEpochs, warmupLr, warmupStrategy, optimizer, batchSize } = options;
  const layers = [data.pixels, ...options.hidden, data.classes].join("-");
  const images = data.train.count.toLocaleString("en");
  const warmup = `${warmupStrategy} warm-up from ${format(warmupLr)} over ${count(warmupEpochs, "epoch")}`;
  const decay = `then × ${format(factor)} at ${milestones.join(", ")}`;
  const notes = [
    `${layers} network, ${optimizer}, batch size ${batchSize}`,
    [
      `Learning rate ${format(options.lr)}`,
      ...(warmupEpochs > 0 ? [warmup] : []),
      ...(milestones.length > 0 ? [decay] : []),
    ].join(", "),
  ];
  return {
    title: `${count(summary.epochs, "epoch")} on ${images} images: test accuracy ${percent(summary.finalAccuracy)}`,
    notes,
    records,
    warmupEpochs,
    milestones,
    mark: `× ${format(factor)}`,
  };
}

function describe(summary: Summary, folder: RunFolder): string[] {
  const { epochs, seconds, stepsPerSecond, peakRssMb } = summary;
  const width = folder.checkpoint.length;
  const file = (path: string, content: string) => `  ${path.padEnd(width)}  ${content}`;
  return [
    "",
    `Test accuracy: ${percent(summary.finalAccuracy)} (best: ${percent(summary.bestAccuracy)} after epoch ${summary.bestEpoch})`,
    `Time: ${duration(seconds)} for ${count(epochs, "epoch")} (${stepsPerSecond} steps/s, at most ${Math.round(peakRssMb)} MB)`,
    file(folder.picture, "learning rate, loss and accuracy as a picture"),
    file(folder.log.path, "the same as JSON lines"),
    file(folder.timings.path, "seconds and memory of each epoch"),
    file(folder.summary, "settings and results"),
    file(folder.checkpoint, "weights and all state"),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
