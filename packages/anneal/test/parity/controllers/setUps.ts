import { greedy, kerasPlateau, linear, optaxPlateau, type Plan, type Plateau, plateau } from "../../../src/index.ts";
import type { SetUp } from "./compare.ts";
import type { Observed, Setup } from "./run.ts";

/** What PyTorch's plateau takes, and all that are built on it. */
interface Torch extends Pick<Plateau, "mode" | "factor" | "patience" | "cooldown" | "eps"> {
  readonly threshold: number;
  readonly threshold_mode?: string;
  readonly min_lr?: number | readonly number[];
}

/** The threshold is one of the two tolerances. */
function tolerances(threshold: number, mode = "rel") {
  if (mode === "abs") return { rtol: 0, atol: threshold };
  return { rtol: mode === "rel" ? threshold : Number.NaN };
}

function torch({ threshold, threshold_mode: mode, min_lr: minRate = 0, ...same }: Torch, differs?: string): Setup {
  return { controller: () => plateau({ ...same, ...tolerances(threshold, mode), minRate }), differs };
}

interface Greedy extends Torch {
  readonly warmup: number;
  readonly max_lr?: number | readonly number[];
  readonly smooth?: boolean;
  readonly window_size?: number;
  readonly reset_start?: number;
}

function transformers({ config }: Observed<Greedy>): Setup {
  const { threshold, threshold_mode: mode, min_lr: minRate = 1e-3, max_lr: maxRate = 1, ...rest } = config;
  const { smooth, window_size: size = 50, reset_start: resetStart = 500, ...same } = rest;
  const fields = { ...same, ...tolerances(threshold, mode), minRate, maxRate, window: smooth ? size : 0, resetStart };
  const limits = [minRate, maxRate].map((limit) => [limit].flat());
  const crossed = limits[0]?.some((least, i) => least > (limits[1]?.[i] ?? limits[1]?.[0] ?? least));
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
  const refusedByBoth = raises !== undefined && (config.factor >= 1 || config.rtol > 1);
  const inverted = config.patience === 0 && !refusedByBoth && raises === undefined;
  const bare = raises !== undefined && !refusedByBoth && config.patience > 0;
  return {
    controller: () => optaxPlateau({ ...same, accumulationSize, minScale }),
    differs: inverted ? "optaxPatience" : bare ? "optaxTolerance" : undefined,
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
  const poisoned = metrics[0] === null && metrics.length > 1;
  return {
    controller: () => kerasPlateau({ ...same, minDelta, minLr }),
    differs: poisoned ? "kerasFirstNaN" : undefined,
  };
}

interface Mmengine extends Pick<Plateau, "factor" | "patience" | "cooldown" | "eps"> {
  readonly rule: string;
  readonly threshold: number;
  readonly threshold_rule: string;
  readonly min_value: number;
}

function mmengine({ config, metrics }: Observed<Mmengine>): Setup {
  const { rule, threshold_rule, min_value: min_lr, ...same } = config;
  const mode = { less: "min", greater: "max" }[rule] ?? rule;
  const huge = metrics.some((metric) => Math.abs(metric ?? 0) >= 1e9);
  return torch(
    { ...same, mode: mode as "min", threshold_mode: threshold_rule, min_lr },
    huge ? "mmengineWorst" : undefined,
  );
}

interface Timm {
  readonly mode: "min" | "max";
  readonly decay_rate: number;
  readonly patience_t: number;
  readonly threshold: number;
  readonly cooldown_t: number;
  readonly lr_min?: number;
  readonly warmup_t?: number;
  readonly warmup_lr_init?: number;
}

function timm({ config }: Observed<Timm>): Setup {
  const {
    mode,
    decay_rate: factor,
    patience_t: patience,
    threshold,
    cooldown_t: cooldown,
    lr_min: min_lr = 0,
  } = config;
  const { warmup_t: over = 0, warmup_lr_init: from = 0 } = config;
  const plan: Plan = linear({ from, to: "1x", over });
  return { ...torch({ mode, factor, patience, threshold, cooldown, min_lr }), plan, from: over + 1 };
}

interface Fairseq {
  readonly lr: readonly [number];
  readonly lr_shrink: number;
  readonly lr_threshold: number;
  readonly lr_patience: number;
  readonly warmup_updates: number;
  readonly warmup_init_lr: number;
  readonly maximize_best_checkpoint_metric: boolean;
}

function fairseq({ config, updatesPerEpoch }: Observed<Fairseq>): Setup {
  const { lr_shrink: factor, lr_threshold: threshold, lr_patience: patience, warmup_updates: over } = config;
  const mode = config.maximize_best_checkpoint_metric ? "max" : "min";
  const plan = linear({ from: Math.max(config.warmup_init_lr, 0), to: "1x", over });
  return {
    ...torch({ mode, factor, threshold, patience }),
    plan,
    every: Number(updatesPerEpoch),
    from: over && over + 1,
  };
}

/** The schedules of the tables, and what a user of the framework writes here for each of their cases. */
export const SET_UPS: readonly (readonly [table: string, schedule: string, setUp: SetUp])[] = [
  ["transformers", "greedy", transformers],
  ["optax", "contrib.reduce_on_plateau", optax],
  ["optax64", "contrib.reduce_on_plateau", optax],
  ["keras", "ReduceLROnPlateau", keras],
  ["mmengine", "ReduceOnPlateauLR", mmengine],
  [
    "ignite",
    "ReduceLROnPlateauScheduler",
    ({ config, fault }: Observed<Torch>) => torch(config, fault ? "igniteMinLr" : undefined),
  ],
  ["timm", "PlateauLRScheduler", timm],
  ["fairseq", "reduce_lr_on_plateau", fairseq],
];
