import type { Value } from "../value.ts";
import type { Given } from "./factory.ts";

/** What is told of an argument that cannot be right. */
type Refuse = (path: keyof Given, expected: string, received: string) => void;

/** A class and its arguments. */
export interface Made {
  readonly name: string;
  readonly named: Readonly<Record<string, Value>>;
}

/** What the factory hands over to the class that it takes. */
export function classArguments(sched: string, given: Given, refuse: Refuse): Made | undefined {
  const { step_on_epochs: t_in_epochs, decay_rate, min_lr: lr_min, k_decay, warmup_prefix } = given;
  const times = t_in_epochs ? 1 : given.updates_per_epoch;
  const t_initial = given.num_epochs * times;
  const warmup = { warmup_t: given.warmup_epochs * times, warmup_lr_init: given.warmup_lr };
  const { noise_pct, noise_std, noise_seed } = given;
  const noise = { noise_range_t: noiseOf(given.noise, t_initial), noise_pct, noise_std, noise_seed };
  const steady = { ...warmup, warmup_prefix, ...noise, t_in_epochs };
  const { cycle_mul, cycle_decay, cycle_limit } = given;
  const cycles = { t_initial, lr_min, cycle_mul, cycle_decay, cycle_limit, ...steady };
  const decay_t = (given.decay_epochs ?? 90) * times;
  switch (sched) {
    case "cosine":
      return { name: "CosineLRScheduler", named: { ...cycles, k_decay } };
    case "tanh":
      return { name: "TanhLRScheduler", named: cycles };
    case "poly":
      return { name: "PolyLRScheduler", named: { ...cycles, k_decay, power: decay_rate } };
    case "step":
      return { name: "StepLRScheduler", named: { ...steady, decay_t, decay_rate } };
    case "constant":
      return { name: "StepLRScheduler", named: { ...steady, decay_t: 1, decay_rate: 1 } };
    case "multistep": {
      const milestones = given.decay_milestones.map((milestone) => milestone * times);
      return { name: "MultiStepLRScheduler", named: { ...steady, decay_t: milestones, decay_rate } };
    }
    case "plateau": {
      const watch = { patience_t: given.patience_epochs, cooldown_t: 0, mode: given.plateau_mode };
      return { name: "PlateauLRScheduler", named: { decay_rate, ...watch, lr_min, ...warmup, ...noise } };
    }
    default: {
      const own = stages(sched, given, { times, t_initial, warmup: warmup.warmup_t }, refuse);
      return own && { name: "WSDLRScheduler", named: { ...own, lr_min, ...warmup, ...noise, t_in_epochs } };
    }
  }
}

/** The range of noise, which is written in shares of the run. */
function noiseOf(noise: number | readonly number[] | null, t_initial: number): number | readonly number[] | null {
  if (noise === null) return null;
  const range = [noise].flat().map((share) => share * t_initial);
  return range.length === 1 ? (range[0] as number) : range;
}

interface Times {
  readonly times: number;
  readonly t_initial: number;
  readonly warmup: number;
}

/** The stable stage and the decay, which without a prefix fit into the epochs together with the warm-up. */
function stages(sched: string, given: Given, { times, t_initial, warmup }: Times, refuse: Refuse) {
  const length = given.warmup_prefix ? t_initial : t_initial - warmup;
  const decay = given.decay_epochs ?? 0.2;
  const decay_t = roundHalfEven(decay > 0 && decay < 1 ? decay * length : decay * times);
  if (!(decay_t > 0 && decay_t <= length)) {
    refuse("decay_epochs", `from 1 to the ${length} after the warm-up`, String(decay_t));
    return undefined;
  }
  const isRsqrt = sched === "rsqrt";
  const stable_timescale = given.stable_timescale === null ? null : given.stable_timescale * times;
  const decay_fn = given.decay_fn || (isRsqrt ? "linear" : "1-sqrt");
  return { t_initial: length, decay_t, stable_fn: isRsqrt ? "rsqrt" : "constant", stable_timescale, decay_fn };
}

/** As Python rounds. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const isHalf = value - below === 0.5;
  return isHalf ? below + (below % 2) : Math.round(value);
}
