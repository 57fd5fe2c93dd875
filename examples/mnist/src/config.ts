import type { Dataset } from "./data/dataset.ts";
import type { Options } from "./options.ts";

/** All that decides the numbers of a run, by the names of its flags. Runs of one config are the same to the last bit. */
export type Config = Readonly<Record<string, string | number>>;

/** The config of a run: everything but how far and how often it saves, and where to. */
export function configOf(options: Options, data: Dataset): Config {
  return {
    "--data": `${data.train.count} + ${data.test.count} images, SHA-256 ${data.digest}`,
    "--batch-size": options.batchSize,
    "--lr": options.lr,
    "--factor": options.factor,
    "--milestones": options.milestones.join(),
    "--warmup-epochs": options.warmupEpochs,
    "--warmup-lr": options.warmupLr,
    "--warmup-strategy": options.warmupStrategy,
    "--hidden": options.hidden.join(),
    "--optimizer": options.optimizer,
    ...(options.layerDecay !== undefined && { "--layer-decay": options.layerDecay }),
    "--seed": options.seed,
  };
}

/** What differs between two configs, in words; empty when they are the same. */
export function differences(there: Config, here: Config): string {
  const flags = new Set([...Object.keys(there), ...Object.keys(here)]);
  return [...flags]
    .filter((flag) => there[flag] !== here[flag])
    .map((flag) => `${flag} is ${show(there[flag])} there and ${show(here[flag])} here`)
    .join("; ");
}

function show(value: string | number | undefined): string {
  return value === undefined ? "absent" : value === "" ? "empty" : String(value);
}
