import {
  batchRamp,
  clamp,
  clock,
  constant,
  linear,
  type Plan,
  piecewise,
  powerLaw,
  product,
  type Run,
  sequence,
  type WsdDecay,
  warmup,
  warmupConstant,
  warmupCosine,
  warmupLinear,
  weightDecayRamp,
  wsd,
} from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Rates {
  readonly init_lr: number;
  readonly max_lr: number;
  readonly min_lr: number;
  readonly lr_warmup_steps: number;
  readonly lr_decay_steps: number;
  readonly lr_decay_style: "constant" | "linear" | "cosine" | "inverse-square-root" | "WSD";
  readonly wsd_decay_steps?: number;
  readonly lr_wsd_decay_style?: keyof typeof ANNEALING | null;
  readonly groups?: readonly { readonly max_lr?: number; readonly min_lr?: number }[];
}

interface WeightDecay {
  readonly start_wd: number;
  readonly end_wd: number;
  readonly wd_incr_steps: number;
  readonly wd_incr_style: "constant" | "linear" | "cosine";
  readonly groups?: readonly { readonly start_wd?: number; readonly end_wd?: number; readonly wd_mult?: number }[];
}

interface Ramp {
  readonly rampup_batch_size: readonly [start: number, increment: number, samples: number];
  readonly global_batch_size: number;
  readonly micro_batch_size: number;
  readonly data_parallel_size: number;
  readonly decrease_batch_size_if_needed: boolean;
  readonly lr: Rates;
}

const ANNEALING = {
  linear: "linear",
  cosine: "cosine",
  exponential: "exponential",
  minus_sqrt: "sqrt",
} as const satisfies Record<string, WsdDecay>;

/** A group's plan by the decay style; the group's base rate is its max_lr. */
const STYLES = {
  constant: ({ init_lr, lr_warmup_steps }: Rates) => warmupConstant({ warmup: lr_warmup_steps, from: init_lr }),
  linear: (config: Rates) => warmupLinear(fall(config)),
  cosine: (config: Rates) => warmupCosine(fall(config)),
  "inverse-square-root": ({ init_lr: from, min_lr: min, lr_warmup_steps: over, lr_decay_steps }: Rates) => {
    // Without a warm-up it counts from update 1.
    const curve = powerLaw({ from: "1x", every: Math.max(over, 1), power: -0.5 });
    const plan = clamp({ plan: over ? curve : sequence(constant({ value: "1x", over: 1 }), curve), min });
    // The sample of the horizon itself is still on the curve.
    return sequence({ plan: warmup({ plan, over, from }), until: lr_decay_steps + 1 }, constant({ value: min }));
  },
  WSD: ({ init_lr: from, min_lr: to, lr_warmup_steps: over, lr_decay_steps, ...config }: Rates) => {
    const decay = config.wsd_decay_steps ?? 0;
    const decayCurve = ANNEALING[config.lr_wsd_decay_style ?? "exponential"];
    const stable = lr_decay_steps - decay + (decay === 0 ? 1 : 0);
    if (over <= stable) return wsd({ warmup: over, from, stable: stable - over, decay, decayCurve, to });
    // A warm-up that reaches into the decay hides its beginning.
    const plan = wsd({ warmup: 0, stable, decay, decayCurve, to });
    return sequence({ plan: linear({ from, to: "1x", over }), until: over + 1 }, { plan, clock: "global" });
  },
} satisfies Record<Rates["lr_decay_style"], (config: Rates) => Plan>;

const fall = ({ init_lr: from, min_lr: to, lr_warmup_steps: warmup, lr_decay_steps }: Rates) =>
  ({ warmup, from, to, over: lr_decay_steps - warmup }) as const;

const rates: Port<Rates> = ({ config, raises }) => {
  if (config.lr_wsd_decay_style === null && raises) return { differs: { as: "otherOptions" } };
  const groups = (config.groups ?? [{}]).map((group) => ({ ...config, ...group }));
  const values = groups.map((group) => STYLES[group.lr_decay_style](group));
  const differs = raises ? { differs: { as: "moreAccepted" } as const } : {};
  return { program: { values }, bases: groups.map((group) => group.max_lr), ...differs };
};

const weightDecay: Port<WeightDecay> = ({ config, raises }) => {
  const values = (config.groups ?? [{}]).map((group) => {
    const { start_wd: from, end_wd: to, wd_incr_steps: over, wd_incr_style: curve } = { ...config, ...group };
    const plan = curve === "constant" ? constant({ value: to }) : weightDecayRamp({ from, to, over, curve });
    return product(plan, constant({ value: group.wd_mult ?? 1 }));
  });
  if (!raises) return { program: { values } };
  return { program: { values }, differs: { as: raises.startsWith("Zero") ? "zeroLength" : "moreAccepted" } };
};

/** Its clock is the consumed samples, exact up to this many. */
const SAMPLES = 2 ** 40;

const rampup: Port<Ramp> = ({ config, raises }) => {
  const { global_batch_size: size, micro_batch_size, data_parallel_size, decrease_batch_size_if_needed } = config;
  const [start, increment, samples] = config.rampup_batch_size;
  const multiple = decrease_batch_size_if_needed ? micro_batch_size * data_parallel_size : 1;
  const ramp = batchRamp({ start, increment, samples, size, multiple });
  const run: Run = { samplesPerStep: ramp, base: config.lr.max_lr };
  const ported = {
    program: {
      values: piecewise(ramp),
      consumed: clock({ unit: "samples", plan: linear({ from: 0, to: SAMPLES, over: SAMPLES }) }),
      rates: clock({ unit: "samples", plan: STYLES[config.lr.lr_decay_style](config.lr) }),
    },
    run,
  };
  return moreAccepted(raises, ported, raises?.startsWith("Zero") ? "zeroLength" : "moreAccepted");
};

/** What a user of Megatron-LM writes; all but the last count samples. */
export const megatron: Ports = {
  constant: rates,
  linear: rates,
  cosine: rates,
  "inverse-square-root": rates,
  WSD: rates,
  weight_decay: weightDecay,
  rampup_batch_size: rampup,
};
