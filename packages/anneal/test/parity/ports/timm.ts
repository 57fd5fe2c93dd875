import {
  clamp,
  constant,
  cosine,
  functions,
  multiStep,
  noise,
  type Plan,
  piecewise,
  polynomial,
  powerLaw,
  product,
  restarts,
  schedule,
  sequence,
  step,
  sum,
  tanh,
  warmup,
  wsd,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";

/** What all of timm's schedulers take. */
interface Common {
  readonly warmup_t?: number;
  readonly warmup_lr_init?: number;
  readonly warmup_prefix?: boolean;
  readonly noise_range_t?: number | readonly [number, number];
  readonly noise_pct?: number;
  readonly noise_seed?: number;
  readonly lr_min?: number;
}

interface Cycles extends Common {
  readonly t_initial: number;
  readonly cycle_limit?: number;
  readonly cycle_mul?: number;
  readonly cycle_decay?: number;
  readonly k_decay?: number;
  readonly power?: number;
  readonly lb?: number;
  readonly ub?: number;
}

interface Steps extends Common {
  readonly decay_t: number;
  readonly decay_rate?: number;
}

interface Milestones extends Common {
  readonly decay_t: readonly number[];
  readonly decay_rate?: number;
}

interface Wsd extends Common {
  readonly t_initial: number;
  readonly decay_t: number;
  readonly stable_fn?: "constant" | "rsqrt" | "power";
  readonly stable_timescale?: number;
  readonly stable_power?: number;
  readonly decay_fn?: "linear" | "1-sqrt" | "cosine" | "power" | "exp";
  readonly decay_power?: number;
  readonly decay_ratio?: number;
}

/** A group's plan, from its rate after warm-up: the same for all groups, or by the group's base rate. */
type Decay = Plan | ((base: number) => Plan);

/** The warm-up before it, the noise over it, and the group's own scale. */
function ported<C extends Common>(
  one: Case<C>,
  after: Decay,
  { to = "1x" as "1x" | "curve", prefix = false } = {},
): Ported {
  const { warmup_t: over = 0, warmup_lr_init: from = 0, warmup_prefix = prefix } = one.config;
  const { noise_range_t: range, noise_pct: limit = 0.67, noise_seed: seed = 42 } = one.config;
  const [begin, until] = typeof range === "number" ? [range] : (range ?? [0, 0]);
  const clock = warmup_prefix ? "local" : "global";
  const bases = one.bases ?? [one.base as number];
  const values = bases.map((base, group) => {
    const plan = typeof after === "function" ? after(base) : after;
    const target = to === "curve" && !warmup_prefix ? schedule(plan, { base })(over) : "1x";
    // What the constructor sets is what the first epoch has: neither the curve nor noise is asked for it.
    const warm = over > 0 ? warmup({ plan, over, from, to: target, clock }) : asBuilt(plan);
    const start = Math.max(1, begin);
    const end = until === undefined ? {} : { until };
    const noisy =
      until !== undefined && until <= start ? warm : noise({ plan: warm, from: start, ...end, limit, seed });
    return product(noisy, constant({ value: (one.lrScale as number[] | undefined)?.[group] ?? 1 }));
  });
  return { program: { values }, functions };
}

const asBuilt = (plan: Plan): Plan => sequence(constant({ value: "1x", over: 1 }), { plan, clock: "global" });

const CURVES = {
  cosine: ({ k_decay: k = 1 }) => ({ make: cosine, own: { k } }),
  tanh: ({ lb: lower = -7, ub: upper = 3 }) => ({ make: tanh, own: { lower, upper } }),
  poly: ({ k_decay: k = 1, power = 0.5 }) => ({ make: polynomial, own: { k, power } }),
} satisfies Record<string, (config: Cycles) => unknown>;

/** Cosine, tanh and poly: cycles whose peak decays and whose floor stays. */
function cycles(name: keyof typeof CURVES): Port<Cycles> {
  return (one) => {
    const { t_initial: over, lr_min: to = 0, cycle_limit = 1, cycle_mul = 1, cycle_decay = 1 } = one.config;
    const { make, own } = CURVES[name](one.config);
    const first = (make as typeof polynomial)({ from: "1x", to, over, ...(own as { power: number }) });
    const cycled = restarts({ plan: first, growth: cycle_mul, factor: cycle_decay, cycles: Math.max(1, cycle_limit) });
    const plan = cycle_limit === 0 ? constant({ value: to }) : cycled;
    const made = ported(one, plan, { to: name === "tanh" ? "curve" : "1x" });
    if (one.raises?.includes("math domain")) return { ...made, differs: { as: "moreAccepted" } };
    if (one.config.lb !== undefined && one.raises) return to < 0 ? made : { ...made, differs: { as: "moreAccepted" } };
    const loses = name === "poly" ? (at: number) => lossOf(one.config, at) : () => 0;
    const wrong = (at: number): boolean => cycleOf(one.config, at).index !== loggedCycle(one.config, at);
    return {
      ...made,
      loses,
      ...(one.fault !== undefined && { differs: { as: "cycleByLogarithm", at: wrong } as const }),
    };
  };
}

const timeOf = ({ warmup_prefix, warmup_t = 0 }: Cycles, at: number): number => at - (warmup_prefix ? warmup_t : 0);

/** The cycle that a position is in, by adding up their lengths. */
function cycleOf(config: Cycles, at: number): { index: number; start: number; length: number } {
  const { t_initial, cycle_mul = 1 } = config;
  let [index, start, length] = [0, 0, t_initial];
  while (timeOf(config, at) >= start + length) [index, start, length] = [index + 1, start + length, length * cycle_mul];
  return { index, start, length };
}

/** The same, as timm finds it. */
function loggedCycle(config: Cycles, at: number): number {
  const { t_initial, cycle_mul = 1 } = config;
  return Math.floor(Math.log(1 - (timeOf(config, at) / t_initial) * (1 - cycle_mul)) / Math.log(cycle_mul));
}

/** What (1 - x ** k) ** power loses where x is nearly 1. */
function lossOf(config: Cycles, at: number): number {
  const { k_decay: k = 1, power = 0.5, cycle_limit = 1 } = config;
  const { index, start, length } = cycleOf(config, at);
  if (k === 1 || index >= cycle_limit) return 0;
  const left = 1 - ((timeOf(config, at) - start) / length) ** k;
  return power * left ** (power - 1) * 2 ** -51;
}

const stepped: Port<Steps> = (one) => {
  const plan = step({ every: one.config.decay_t, factor: one.config.decay_rate ?? 1 });
  return ported(one, plan, { prefix: true });
};

const multistepped: Port<Milestones> = (one) => {
  const { decay_t, decay_rate: factor = 1, warmup_t = 0, warmup_prefix = true } = one.config;
  const visible = warmup_t > 0 ? (warmup_prefix ? 0 : warmup_t) : 1;
  const isPlain = decay_t.every((milestone, i) => milestone > Math.max(visible + 1, decay_t[i - 1] ?? 0));
  if (isPlain) return ported(one, multiStep({ milestones: decay_t, factor, first: 1 }), { prefix: true });
  // Repeated milestones, and some that have passed before the plan is first read.
  const passed = (t: number): number => decay_t.filter((milestone) => milestone <= t + 1).length;
  const at = [...new Set(decay_t.map((milestone) => milestone - 1))].filter((t) => t > visible);
  const plan = piecewise({
    from: `${factor ** passed(visible)}x`,
    at,
    to: at.map((t) => `${factor ** passed(t)}x` as const),
  });
  return ported(one, plan, { prefix: true });
};

const wsds: Port<Wsd> = (one) => {
  const { t_initial, decay_t: over, lr_min: min = 0, stable_fn = "constant", warmup_t = 0 } = one.config;
  const { decay_fn = "1-sqrt", decay_power = 0.5, decay_ratio = 0.1, stable_power = 0.5 } = one.config;
  if (one.raises?.includes("t_initial]")) return { differs: { as: "otherOptions" } };
  const flat = t_initial - over;
  const curve = { linear: "linear", cosine: "cosine", "1-sqrt": "sqrt", power: "", exp: "" } as const;
  const decayCurve = curve[decay_fn];
  if (stable_fn === "constant" && decayCurve) {
    const plan = wsd({ warmup: 0, stable: flat, decay: over, decayCurve, to: min });
    return ported(one, clamp({ plan, min }), { prefix: true });
  }
  const every = one.config.stable_timescale ?? warmup_t;
  const power = stable_fn === "constant" ? 0 : stable_fn === "rsqrt" ? -0.5 : -stable_power;
  const stable = clamp({ plan: powerLaw({ from: "1x", every: power ? every : 1, power }), min });
  const fall = (from: number, to: number): Plan => {
    const ends = { from, to, over };
    if (decayCurve) return wsdPart(decayCurve, ends);
    if (decay_fn === "power") return polynomial({ ...ends, power: 1, k: decay_power });
    return { kind: "geometric", ...ends, ratio: decay_ratio };
  };
  const staged = (from: number, to: number): Plan => sequence(constant({ value: from, over: flat }), fall(from, to));
  return ported(one, sum(product(stable, staged(1, 0)), product(constant({ value: min }), staged(0, 1))), {
    prefix: true,
  });
};

function wsdPart(curve: "linear" | "cosine" | "sqrt", ends: { from: number; to: number; over: number }): Plan {
  return curve === "sqrt" ? polynomial({ ...ends, power: 1, k: 0.5 }) : { kind: curve, ...ends };
}

/** What a user of timm writes. */
export const timm: Ports = {
  CosineLRScheduler: cycles("cosine"),
  TanhLRScheduler: cycles("tanh"),
  PolyLRScheduler: cycles("poly"),
  StepLRScheduler: stepped,
  MultiStepLRScheduler: multistepped,
  WSDLRScheduler: wsds,
  PlateauLRScheduler: { elsewhere: "controllers.test.ts" },
};
