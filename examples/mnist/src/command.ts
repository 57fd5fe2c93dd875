import { Command, type CommanderError } from "commander";
import { optimizerNames } from "./optimizerNames.ts";

/** The flags with their help and their defaults, all still text. */
export function createCommand(): Command {
  return new Command("npm start --")
    .description(
      "Trains a network of fully connected layers on handwritten digits, with a learning rate that warms up and then " +
        "falls at each milestone. The run can be killed at any instant and continued with --resume.",
    )
    .option("--epochs <n>", "how often to go through all training images", "100")
    .option("--batch-size <n>", "images per step", "32")
    .option("--lr <rate>", "learning rate after warm-up", "0.01")
    .option("--factor <x>", "what each milestone multiplies the rate by", "0.1")
    .option("--milestones <list>", "epochs at which it does, separated by commas", "30,60,90")
    .option("--warmup-epochs <n>", "epochs over which the rate climbs to --lr", "5")
    .option("--warmup-lr <rate>", "rate of the first epoch", "0.001")
    .option("--warmup-strategy <name>", "linear, constant, exponential or cosine", "linear")
    .option("--hidden <list>", "units of each hidden layer, separated by commas", "128,64")
    .option("--optimizer <name>", optimizerNames.join(", "), "sgd")
    .option("--layer-decay <x>", "every layer learns at x times the rate of the next (default: all at --lr)")
    .option("--seed <n>", "the same seed gives the same run, to the last bit", "0")
    .option("--out <folder>", "where to write checkpoint, log, summary and picture", "runs/mnist")
    .option("--resume", "go on with the run in --out: give the same flags again, and add this one")
    .option("--data <folder>", "IDX files of MNIST, Fashion-MNIST …, gzipped or not (default: 10,000 MNIST digits)")
    .option("--checkpoint-every <steps>", "checkpoint within an epoch, too (default: only after each epoch)")
    .allowExcessArguments()
    .helpOption("-h, --help", "print this text")
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .exitOverride(refuse);
}

/** Turns commander's two-line messages into an error like all others; the help text is no error and passes. */
function refuse(error: CommanderError): never {
  if (error.exitCode === 0) throw error;
  throw new UsageError(error.message.replace(/^error: /, "").replaceAll("\n", " "));
}

/** A command line that could not be taken apart: an unknown flag, or a flag without its value. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
