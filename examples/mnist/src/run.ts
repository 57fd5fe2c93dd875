import { setImmediate } from "node:timers/promises";
import { memory, tidy } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import { format } from "anneal";
import type { WarmupMultiFactorScheduler } from "anneal/torch";
import { Batches } from "./batches.ts";
import { type Checkpoint, type Place, restoreCheckpoint, saveCheckpoint } from "./checkpoint.ts";
import { configOf } from "./config.ts";
import type { Dataset } from "./data/dataset.ts";
import { type Interrupt, Interrupted } from "./interrupt.ts";
import type { Optimizer } from "./optimizer.ts";
import type { Options } from "./options.ts";
import { createProgress, type Progress } from "./progress.ts";
import { type Random, randomFromState, seededRandom, shuffledOrder } from "./random.ts";
import type { EpochRecord, TimingRecord } from "./records.ts";
import type { RunFolder } from "./runFolder.ts";
import { TestSet } from "./testSet.ts";
import { trainStep } from "./trainStep.ts";

/** How often training gives signals and the progress bar a moment. */
const BREATH_MS = 50;

/** The order of the images is drawn from another stream of the seed than the first weights. */
const ORDER_STREAM = 1;

/** What a run is made from. */
export interface RunParts {
  readonly options: Options;
  readonly data: Dataset;
  readonly folder: RunFolder;
  readonly interrupt: Interrupt;
  /** Where to go on, or undefined to start from the beginning. */
  readonly checkpoint: Checkpoint | undefined;
}

/** What one epoch brought. */
export interface EpochResult {
  /** Mean loss of the training images. */
  readonly loss: number;
  /** Share of the test images that are told right. */
  readonly accuracy: number;
  readonly seconds: number;
}

/** The three things that training changes. */
type Live = [model: Sequential, optimizer: Optimizer, scheduler: WarmupMultiFactorScheduler];

/** Everything around the training loop that keeps a run safe: its place, checkpoints, log, progress and signals. */
export class Run {
  readonly #parts: RunParts;
  readonly #batches: Batches;
  readonly #testSet: TestSet;
  readonly #random: Random;
  readonly #progress: Progress;
  #place: Place;
  /** When the epoch would have begun if this process had done all of it. */
  #epochBegun: number;
  #lastBreath = performance.now();

  constructor(parts: RunParts) {
    const { options, data, checkpoint } = parts;
    this.#parts = parts;
    this.#batches = new Batches(data, options.batchSize);
    this.#testSet = new TestSet(data);
    this.#random = checkpoint ? randomFromState(checkpoint.place.random) : seededRandom(options.seed, ORDER_STREAM);
    this.#place = checkpoint?.place ?? this.#startOf(0);
    this.#epochBegun = performance.now() - 1000 * this.#place.seconds;
    this.#progress = createProgress(options.epochs, options.epochs * this.#batches.count, this.#steps);
  }

  /** Restores what the checkpoint holds. Gives the epoch to begin with. */
  async begin(model: Sequential, optimizer: Optimizer, scheduler: WarmupMultiFactorScheduler): Promise<number> {
    const { folder, checkpoint, options } = this.#parts;
    const optimizerName = options.optimizer;
    if (checkpoint) await restoreCheckpoint(checkpoint, { model, optimizer, optimizerName, scheduler });
    folder.log.cutBack(checkpoint?.logLength ?? 0);
    folder.timings.cutBack(Math.min(checkpoint?.timingsLength ?? 0, folder.timings.length));
    // From here on the folder shows whose it is, even if the process is killed before the first epoch is over.
    if (!checkpoint) await this.#save(model, optimizer, scheduler);
    this.#epochBegun = performance.now() - 1000 * this.#place.seconds;
    return this.#place.epoch;
  }

  /** Trains for what is left of the epoch, tests, writes the log and saves. */
  readonly train = async (
    model: Sequential,
    optimizer: Optimizer,
    scheduler: WarmupMultiFactorScheduler,
    epoch: number,
  ): Promise<EpochResult> => {
    const { data, options } = this.#parts;
    const order = shuffledOrder(this.#random, data.train.count);
    while (this.#place.step < this.#batches.count) {
      this.#place.lossSum += tidy(() => {
        const batch = this.#batches.take(order, this.#place.step);
        return batch.size * trainStep(model, optimizer, batch);
      });
      this.#place.step++;
      if (this.#steps % (options.checkpointEvery ?? Number.POSITIVE_INFINITY) === 0)
        await this.#save(model, optimizer, scheduler);
      if (performance.now() - this.#lastBreath > BREATH_MS) await this.#breathe(model, optimizer, scheduler);
    }
    const loss = this.#place.lossSum / data.train.count;
    const accuracy = this.#testSet.accuracy(model);
    const seconds = this.#seconds;
    this.#writeLog(epoch, optimizer.paramGroups[0].lr, { loss, accuracy, seconds });
    this.#place = this.#startOf(epoch + 1);
    this.#epochBegun = performance.now();
    await this.#save(model, optimizer, scheduler);
    return { loss, accuracy, seconds };
  };

  /** Prints a line, above the progress bar if there is one. */
  readonly print = (line: string): void => this.#progress.print(line);

  /** Takes the progress bar off the screen. */
  end(): void {
    this.#progress.stop();
  }

  get #steps(): number {
    return this.#place.epoch * this.#batches.count + this.#place.step;
  }

  get #seconds(): number {
    return (performance.now() - this.#epochBegun) / 1000;
  }

  #startOf(epoch: number): Place {
    return { epoch, step: 0, lossSum: 0, seconds: 0, random: this.#random.getState() };
  }

  async #save(...[model, optimizer, scheduler]: Live): Promise<void> {
    const { options, data, folder } = this.#parts;
    this.#place.seconds = this.#seconds;
    const state = {
      config: configOf(options, data),
      epochs: options.epochs,
      place: this.#place,
      logLength: folder.log.length,
      timingsLength: folder.timings.length,
    };
    await saveCheckpoint(folder.checkpoint, state, { model, optimizer, optimizerName: options.optimizer, scheduler });
  }

  /** Lets waiting signals arrive, and stops if there was one. */
  async #breathe(...live: Live): Promise<void> {
    const { folder, interrupt } = this.#parts;
    const { epoch, step } = this.#place;
    this.#progress.update({ epoch, lr: format(live[1].paramGroups[0].lr), step: this.#steps });
    await setImmediate();
    this.#lastBreath = performance.now();
    if (interrupt.signal === undefined) return;
    await this.#save(...live);
    throw new Interrupted(interrupt.signal, `epoch ${epoch}, step ${step} of ${this.#batches.count}`, folder.path);
  }

  #writeLog(epoch: number, rate: number, { loss, accuracy, seconds }: EpochResult): void {
    const { folder } = this.#parts;
    const learned: EpochRecord = {
      epoch,
      step: this.#steps,
      learningRate: Number(format(rate)),
      loss: Number.isFinite(loss) ? loss : null,
      accuracy,
      tensors: memory().numTensors,
    };
    const cost: TimingRecord = {
      epoch,
      seconds: round(seconds, 3),
      stepsPerSecond: round(this.#batches.count / seconds, 1),
      rssMb: round(process.memoryUsage.rss() / 2 ** 20, 1),
    };
    folder.timings.append(cost);
    folder.log.append(learned);
    folder.log.flush();
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
