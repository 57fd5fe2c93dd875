import { startBackend } from "./backend.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { configOf } from "./config.ts";
import type { Dataset } from "./data/dataset.ts";
import { loadDigits } from "./data/digits.ts";
import { readIdxFolder } from "./data/idxFolder.ts";
import { Interrupt } from "./interrupt.ts";
import type { Options } from "./options.ts";
import { writeReport } from "./report.ts";
import { Run } from "./run.ts";
import { RunFolder } from "./runFolder.ts";
import { trainModel } from "./trainModel.ts";

/** Prepares a run, trains, and writes the report. */
export async function startRun(options: Options): Promise<void> {
  const interrupt = new Interrupt();
  interrupt.listen();
  const folder = new RunFolder(options.out);
  try {
    const data = options.data === undefined ? loadDigits() : readIdxFolder(options.data);
    const checkpoint = folder.open(options.resume, configOf(options, data));
    await startBackend();
    for (const line of introduction(options, data, checkpoint)) console.log(line);

    const run = new Run({ options, data, folder, interrupt, checkpoint });
    try {
      await trainModel(options, data, run);
    } finally {
      run.end();
    }
    for (const line of writeReport(options, data, folder)) console.log(line);
  } finally {
    interrupt.ignore();
    folder.close();
  }
}

function introduction(options: Options, data: Dataset, checkpoint: Checkpoint | undefined): string[] {
  const layers = [data.pixels, ...options.hidden, data.classes].join("-");
  const task = `${layers} network, ${options.optimizer}, ${data.train.count} images to learn from, ${data.test.count} to test with`;
  if (checkpoint) {
    const { epoch, step } = checkpoint.place;
    if (epoch >= options.epochs)
      return [task, `The run in ${options.out} is finished: all ${options.epochs} epochs are done.`];
    return [task, `Going on with the run in ${options.out} at epoch ${epoch}, step ${step}.`];
  }
  return options.resume ? [task, `No checkpoint in ${options.out} yet: starting from the beginning.`] : [task];
}
