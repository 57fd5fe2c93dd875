import { greedy, kerasPlateau, optaxPlateau } from "../../../src/index.ts";
import type { SetUp } from "./compare.ts";
import type { Observed, Setup } from "./run.ts";
import { fairseq, ignite, mmengine, type Torch, timm, tolerances, torchCurrent } from "./torch.ts";

interface Greedy extends Torch {
  readonly warmup: number;
  readonly max_lr?: number | readonly number[];
  readonly smooth?: boolean;
  readonly window_size?: number;
  readonly reset_start?: number;
}

function transformers({ config, base, bases = [base as number] }: Observed<Greedy>): Setup {
  const { threshold, threshold_mode: mode, min_lr: minRate = 1e-3, max_lr: maxRate = 1, ...rest } = config;
  const { smooth, window_size: size = 50, reset_start: resetStart = 500, ...same } = rest;
  const fields = { ...same, ...tolerances(threshold, mode), minRate, maxRate, window: smooth ? size : 0, resetStart };
  const of = (limit: number | readonly number[], i: number) =>
    typeof limit === "number" ? limit : (limit[i] as number);
  const crossed = bases.some((_, i) => of(minRate, i) > of(maxRate, i));
  return { controller: () => greedy(fields), differs: crossed ? "greedyLimits" : undefined };
}

interface Optax {
  readonly factor: number;
  readonly patience: number;
  readonly rtol: number;
  readonly atol: number;
  readonly cooldown: number;
  readonly accumulation_size: number;
  readonly min_scale: number;
}

function optax({ config, raises }: Observed<Optax>): Setup {
  const { accumulation_size: accumulationSize, min_scale: minScale, ...same } = config;
  const bare = raises?.startsWith("ValueError: At least one of rtol or atol") && config.patience > 0;
  return {
    controller: () => optaxPlateau({ ...same, accumulationSize, minScale }),
    differs: raises === undefined && config.patience === 0 ? "optaxPatience" : bare ? "moreAccepted" : undefined,
  };
}

interface Keras {
  readonly mode: "min" | "max";
  readonly factor: number;
  readonly patience: number;
  readonly min_delta: number;
  readonly cooldown: number;
  readonly min_lr: number;
}

function keras({ config, metrics }: Observed<Keras>): Setup {
  const { min_delta: minDelta, min_lr: minLr, ...same } = config;
  return {
    controller: () => kerasPlateau({ ...same, minDelta, minLr }),
    mayDiffer: metrics[0] === null ? "kerasFirstNaN" : undefined,
  };
}

/** The schedules of the tables, and what a user of the framework writes here for each of their cases. */
export const SET_UPS: readonly (readonly [table: string, schedule: string, setUp: SetUp])[] = [
  ["torchCurrent", "ReduceLROnPlateau", torchCurrent as SetUp],
  ["transformers", "greedy", transformers],
  ["optax", "contrib.reduce_on_plateau", optax],
  ["optax64", "contrib.reduce_on_plateau", optax],
  ["keras", "ReduceLROnPlateau", keras],
  ["mmengine", "ReduceOnPlateauLR", mmengine],
  ["ignite", "ReduceLROnPlateauScheduler", ignite],
  ["timm", "PlateauLRScheduler", timm],
  ["fairseq", "reduce_lr_on_plateau", fairseq],
];
