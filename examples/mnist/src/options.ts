import { type Issue, PlanError, type WarmupStrategy } from "anneal";
import { WarmupMultiFactorScheduler } from "anneal/torch";
import { createCommand } from "./command.ts";
import { FlagReader } from "./flagReader.ts";
import { type OptimizerName, optimizerNames } from "./optimizerNames.ts";

/** Everything that can be said on the command line. */
export interface Options {
  readonly epochs: number;
  readonly batchSize: number;
  /** The rate after warm-up and before the first milestone. */
  readonly lr: number;
  readonly factor: number;
  readonly milestones: readonly number[];
  readonly warmupEpochs: number;
  readonly warmupLr: number;
  readonly warmupStrategy: WarmupStrategy;
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
  readonly optimizer: OptimizerName;
  /** What the rate of each layer is of that of the next one; undefined for one rate for all. */
  readonly layerDecay: number | undefined;
  readonly seed: number;
  /** The folder with all that a run writes. */
  readonly out: string;
  readonly resume: boolean;
  /** A folder of IDX files; undefined for the digits that come with the program. */
  readonly data: string | undefined;
  /** Steps between two checkpoints within an epoch; undefined for none. */
  readonly checkpointEvery: number | undefined;
}

const MAX_UNITS = 16_384;
const MAX_SEED = 2 ** 31 - 1;

/**
 * Reads the command line (without the first two entries of `process.argv`). Every problem in it is in one PlanError,
 * each under the name of its flag. `--help` throws commander's own CommanderError after the text was printed.
 */
export function parseOptions(args: readonly string[]): Options {
  const command = createCommand().parse(args, { from: "user" });
  const read = new FlagReader(command.opts());
  for (const argument of command.args) read.refuse(argument, "flags only (see --help)", "a word without one");
  const options: Options = {
    epochs: read.whole("epochs", 1),
    batchSize: read.whole("batch-size", 1),
    lr: read.above("lr", 0),
    factor: read.number("factor"),
    milestones: read.numbers("milestones"),
    warmupEpochs: read.number("warmup-epochs"),
    warmupLr: read.number("warmup-lr"),
    // The scheduler checks the name, below.
    warmupStrategy: read.text("warmup-strategy") as WarmupStrategy,
    hidden: read.wholes("hidden", 1, MAX_UNITS),
    optimizer: read.choice("optimizer", optimizerNames),
    layerDecay: read.given("layer-decay") ? read.above("layer-decay", 0, 1) : undefined,
    seed: read.whole("seed", 0, MAX_SEED),
    out: read.path("out"),
    resume: command.opts().resume === true,
    data: read.given("data") ? read.path("data") : undefined,
    checkpointEvery: read.given("checkpoint-every") ? read.whole("checkpoint-every", 1) : undefined,
  };
  const issues = [...read.issues, ...(read.issues.length === 0 ? scheduleIssues(options) : [])];
  if (issues.length > 0) throw new PlanError(issues);
  return options;
}

/** What the scheduler itself says about its arguments, before data and model are made. */
function scheduleIssues(options: Options): Issue[] {
  const { lr, factor, milestones, warmupEpochs, warmupLr, warmupStrategy } = options;
  try {
    const arguments_ = { factor, milestones, warmupEpochs, warmupLr, warmupStrategy };
    new WarmupMultiFactorScheduler({ paramGroups: [{ lr }] }, arguments_);
    return [];
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.issues.map((issue) => {
      const expected = issue.expected.replace("warmupEpochs", "--warmup-epochs");
      return { ...issue, path: flagOf(issue.path), expected };
    });
  }
}

/** `warmupLr[0]` becomes `--warmup-lr[0]`. */
function flagOf(path: string): string {
  return `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
