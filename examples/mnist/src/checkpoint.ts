import type { Variable } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import type { WarmupMultiFactorScheduler } from "anneal/torch";
import type { Config } from "./config.ts";
import { readCheckpointFile, writeCheckpointFile } from "./files/checkpointFile.ts";
import { type FloatArray, readArray, writeArray } from "./floatArray.ts";
import { parameters } from "./model.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerName } from "./optimizerNames.ts";
import { optimizerState, restoreOptimizerState } from "./optimizerState.ts";

/** Where in its training a run stands. */
export interface Place {
  /** The epoch to go on with. */
  readonly epoch: number;
  /** Steps already done in that epoch. */
  step: number;
  /** Sum of the losses of that epoch's images so far. */
  lossSum: number;
  /** Time already spent on that epoch. */
  seconds: number;
  /** The random generator as it was when that epoch began. */
  readonly random: readonly number[];
}

/** The state of a run, apart from what model, optimizer and scheduler hold. */
export interface RunState {
  readonly config: Config;
  /** Epochs that the run was to have. */
  readonly epochs: number;
  readonly place: Place;
  /** Bytes in the log and in the timings: what comes after them belongs to a time that is going to be lived again. */
  readonly logLength: number;
  readonly timingsLength: number;
}

/** All that a run consists of while it trains. */
export interface Trained {
  readonly model: Sequential;
  readonly optimizer: Optimizer;
  readonly optimizerName: OptimizerName;
  readonly scheduler: WarmupMultiFactorScheduler;
}

/** A saved run. */
export interface Checkpoint extends RunState {
  readonly scheduler: ReturnType<WarmupMultiFactorScheduler["stateDict"]>;
  /** Updates that the optimizer has done. */
  readonly iterations: number;
  readonly weights: readonly FloatArray[];
  /** The optimizer's memory. */
  readonly memory: ReadonlyMap<string, FloatArray>;
  /** What the groups of a grouped optimizer remember besides. */
  readonly ledger?: readonly number[] | undefined;
}

/** Saves the whole run, bit for bit. */
export async function saveCheckpoint(path: string, state: RunState, trained: Trained): Promise<void> {
  const { iterations, ledger, arrays } = await optimizerState(trained.optimizerName, trained.optimizer);
  const weights = parameters(trained.model).map((weight, index) => [`${WEIGHTS}${index}`, readArray(weight)] as const);
  const memory = Array.from(arrays, ([name, array]) => [`${MEMORY}${name}`, array] as const);
  // As text, because JSON has no NaN for the loss of a run that diverged.
  const place = { ...state.place, lossSum: String(state.place.lossSum) };
  writeCheckpointFile(path, {
    header: { ...state, place, scheduler: trained.scheduler.stateDict(), iterations, ledger },
    arrays: new Map([...weights, ...memory]),
  });
}

/** The run that `path` holds, or undefined when there is no such file. */
export function readCheckpoint(path: string): Checkpoint | undefined {
  const content = readCheckpointFile(path);
  if (content === undefined) return undefined;
  const header = content.header as Checkpoint;
  const below = (folder: string) => {
    const names = [...content.arrays.keys()].filter((name) => name.startsWith(folder));
    return new Map(names.map((name) => [name.slice(folder.length), content.arrays.get(name) as FloatArray]));
  };
  return {
    ...header,
    place: { ...header.place, lossSum: Number(header.place.lossSum) },
    weights: [...below(WEIGHTS).values()],
    memory: below(MEMORY),
  };
}

/** Brings a fresh model, optimizer and scheduler to where the checkpoint was saved. */
export async function restoreCheckpoint(checkpoint: Checkpoint, trained: Trained): Promise<void> {
  const { iterations, ledger, memory: arrays, weights, scheduler } = checkpoint;
  const variables = parameters(trained.model);
  for (const [index, array] of weights.entries()) writeArray(variables[index] as Variable, array);
  await restoreOptimizerState(trained.optimizerName, trained.optimizer, { iterations, ledger, arrays });
  trained.scheduler.loadStateDict(scheduler);
}

const WEIGHTS = "weight/";
const MEMORY = "optimizer/";
