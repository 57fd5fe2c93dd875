import { linear, noise, type Plan, type Plateau, plateau } from "../../../src/index.ts";
import type { Observed, Setup } from "./run.ts";

/** What PyTorch's plateau takes, and all that are built on it. */
export interface Torch extends Pick<Plateau, "mode" | "factor" | "patience" | "cooldown" | "eps"> {
  readonly threshold: number;
  readonly threshold_mode?: string;
  readonly min_lr?: number | readonly number[];
}

/** The threshold is one of the two tolerances. */
export function tolerances(threshold: number, mode = "rel") {
  if (mode === "abs") return { rtol: 0, atol: threshold };
  return { rtol: mode === "rel" ? threshold : Number.NaN };
}

function torch({ threshold, threshold_mode: mode, min_lr: minRate = 0, ...same }: Torch): Setup {
  return { controller: () => plateau({ ...same, ...tolerances(threshold, mode), minRate }) };
}

interface Mmengine extends Pick<Plateau, "factor" | "patience" | "cooldown" | "eps"> {
  readonly rule: string;
  readonly threshold: number;
  readonly threshold_rule: string;
  readonly min_value: number;
}

export function mmengine({ config, metrics }: Observed<Mmengine>): Setup {
  const { rule, threshold_rule, min_value: min_lr, ...same } = config;
  const mode = { less: "min", greater: "max" }[rule] ?? rule;
  const setup = torch({ ...same, mode: mode as "min", threshold_mode: threshold_rule, min_lr });
  const [first = 0] = metrics.filter((metric) => metric !== null);
  const huge = mode === "min" ? first > 0.8e9 : first < -0.8e9;
  return { ...setup, mayDiffer: huge ? "mmengineWorst" : undefined };
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
  readonly noise_range_t?: number | readonly [number, number];
  readonly noise_type?: "normal" | "uniform";
  readonly noise_pct?: number;
  readonly noise_std?: number;
  readonly noise_seed?: number;
}

export function timm({ config }: Observed<Timm>): Setup {
  const {
    mode,
    decay_rate: factor,
    patience_t: patience,
    threshold,
    cooldown_t: cooldown,
    lr_min: min_lr = 0,
  } = config;
  const { warmup_t: over = 0, warmup_lr_init: from = 0 } = config;
  const setup = { ...torch({ mode, factor, patience, threshold, cooldown, min_lr }), from: over + 1 };
  const plan: Plan = linear({ from, to: "1x", over });
  const { noise_range_t: range, noise_pct: limit = 0.67, noise_seed: seed = 42, noise_type: distribution } = config;
  const { noise_std: deviation = 1 } = config;
  if (range === undefined) return { ...setup, plan };
  const [first, until] = [range].flat();
  const noisy = noise({
    plan,
    from: Math.max(first as number, over + 1),
    ...(until === undefined ? {} : { until: Math.max(until, over + 1) }),
    limit,
    deviation,
    seed,
    distribution: distribution ?? "normal",
  });
  return { ...setup, plan: noisy, mayDiffer: "timmPlateauNoise" };
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

export function fairseq({ config, updatesPerEpoch }: Observed<Fairseq>): Setup {
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

interface Ignite extends Torch {
  readonly param_group_index?: number;
}

export function ignite({ config, base, bases = [base as number], fault }: Observed<Ignite>): Setup {
  const { param_group_index: only, min_lr: least = 0, ...same } = config;
  // A group whose rate may not go below the largest number is left alone.
  const min_lr = bases.map((_, i) => (only === undefined || only === i ? (least as number) : Number.MAX_VALUE));
  return { ...torch({ ...same, min_lr }), mayDiffer: fault ? "igniteMinLr" : undefined };
}

interface TorchCurrent {
  readonly schedulers: readonly [{ readonly options: Torch & { thresholdMode: string; minLr: number } }];
}

export function torchCurrent({ schedulers: [{ options }] }: Observed<never> & TorchCurrent): Setup {
  const { thresholdMode: threshold_mode, minLr: min_lr, ...same } = options;
  return torch({ ...same, threshold_mode, min_lr });
}
