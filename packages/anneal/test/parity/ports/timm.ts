import { constant, cosine, multiStep, piecewise, polynomial, restarts, step, tanh } from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { cycleOf, isRestart } from "./cycles.ts";
import { type Common, ported } from "./timmCommon.ts";
import { timmWsd } from "./timmWsd.ts";

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
    if (one.raises) return { ...made, differs: { as: "moreAccepted" } };
    const loses = name === "poly" ? (at: number) => lossOf(one.config, at) : () => 0;
    const wrong = (at: number): boolean => isRestart(timeOf(one.config, at), over, cycle_mul);
    return {
      ...made,
      loses,
      ...(one.fault !== undefined && { differs: { as: "cycleByLogarithm", at: wrong } as const }),
    };
  };
}

const timeOf = ({ warmup_prefix, warmup_t = 0 }: Cycles, at: number): number => at - (warmup_prefix ? warmup_t : 0);

/** What (1 - x ** k) ** power loses where x is nearly 1. */
function lossOf(config: Cycles, at: number): number {
  const { t_initial, k_decay: k = 1, power = 0.5, cycle_limit = 1, cycle_mul = 1 } = config;
  const time = timeOf(config, at);
  const { index, start, length } = cycleOf(time, t_initial, cycle_mul);
  if (k === 1 || index >= cycle_limit) return 0;
  const left = 1 - ((time - start) / length) ** k;
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

/** What a user of timm writes. */
export const timm: Ports = {
  CosineLRScheduler: cycles("cosine"),
  TanhLRScheduler: cycles("tanh"),
  PolyLRScheduler: cycles("poly"),
  StepLRScheduler: stepped,
  MultiStepLRScheduler: multistepped,
  WSDLRScheduler: timmWsd,
  PlateauLRScheduler: { elsewhere: "controllers.test.ts" },
};
