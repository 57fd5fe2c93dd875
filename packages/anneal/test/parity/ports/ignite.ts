import {
  cosine,
  exponential,
  type Level,
  linear,
  type Plan,
  piecewise,
  piecewiseInterpolate,
  schedule,
  sequence,
  shift,
  step,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";
import { type Cyclical, sawtooth, triangles } from "./igniteCycles.ts";
import { moreAccepted } from "./moreAccepted.ts";
import { type TorchSpec, torchFunctions, torchPlan } from "./torchPlan.ts";

interface Knots {
  readonly milestones_values: readonly (readonly [at: number, value: number])[];
}

/** A scheduler inside another. */
interface Child {
  readonly class: "LinearCyclicalScheduler" | "CosineAnnealingScheduler" | "PiecewiseLinear";
  readonly config: never;
}

interface Warmed {
  readonly lr_scheduler: Child | TorchSpec;
  readonly warmup_start_value: number;
  readonly warmup_duration: number;
  readonly warmup_end_value?: number;
}

interface State {
  readonly initial_value: number;
  readonly gamma: number;
  readonly step_size: number;
  readonly milestones: readonly number[];
}

const PLANS = {
  CosineAnnealingScheduler: (config: Cyclical, events: number): Plan => sawtooth(cosine, config, events),

  LinearCyclicalScheduler: (config: Cyclical, events: number): Plan =>
    config.monotonic ? sawtooth(linear, config, events) : triangles(config, events),

  PiecewiseLinear({ milestones_values }: Knots): Plan {
    const to = milestones_values.map(([, value]) => value);
    return piecewiseInterpolate({ from: to[0] ?? Number.NaN, at: milestones_values.map(([at]) => at), to });
  },
};

const last = ({ at }: Pick<Case<never>, "at">): number => Math.max(...at);

function alone(name: Child["class"]): Port {
  return (one) => {
    const { config, raises } = one;
    // Ignite refuses a warm-up inside triangles.
    if (raises?.includes("combination")) return { differs: { as: "otherOptions" } };
    const plan: Plan = PLANS[name](config, last(one));
    return moreAccepted(raises, { program: { values: plan } });
  };
}

const concat: Port<{ readonly schedulers: readonly Child[]; readonly durations: readonly number[] }> = (one) => {
  const { schedulers, durations } = one.config;
  if (durations.length !== schedulers.length - 1) return { differs: { as: "otherOptions" } };
  let until = 0;
  const parts = schedulers.map((child, i) => {
    const plan: Plan = PLANS[child.class](child.config, durations[i] ?? last(one));
    until += durations[i] ?? 0;
    return i < durations.length ? { plan, until } : plan;
  });
  return moreAccepted(one.raises, { program: { values: sequence(...parts) } });
};

const perGroup: Port<{ readonly schedulers: readonly Child[] }> = (one) => {
  const plans = one.config.schedulers.map((child): Plan => PLANS[child.class](child.config, last(one)));
  return moreAccepted(one.raises, { program: { values: plans } });
};

/** PyTorch's schedulers on their own, which Ignite's wrapper asks once more for their first value. */
const wrapped: Port<{ readonly lr_scheduler: TorchSpec }> = (one) => {
  const { config, base = 0, bases = [base] } = one;
  const plans = bases.map((_, group) => torchPlan(config.lr_scheduler, group));
  const ported: Ported = { program: { values: plans }, functions: torchFunctions, peak: Math.max(...bases) };
  return one.fault ? { ...ported, differs: { as: "igniteFirstValue" } } : ported;
};

/** A line to the first value or to a given one, then the scheduler. */
const warmed: Port<Warmed> = (one) => {
  const { base = 0, bases = [base] } = one;
  const { lr_scheduler: child, warmup_start_value: from, warmup_duration: events, warmup_end_value } = one.config;
  const isTorch = "options" in child;
  let jumps = false;
  const plans = bases.map((base, group): Plan => {
    const plan: Plan = isTorch ? torchPlan(child, group) : PLANS[child.class](child.config, last(one));
    const first = schedule(plan, { base }, { functions: torchFunctions })(0);
    const to = warmup_end_value ?? (isTorch ? first : base);
    const line = linear({ from, to, over: events - 1 });
    // A first value that is the line's end comes once; any other has an event of its own.
    if (first === to) return sequence(line, plan);
    jumps = true;
    return sequence({ plan: line, until: events }, plan);
  });
  const ported: Ported = { program: { values: plans }, functions: torchFunctions };
  const differs = isTorch && jumps && bases.length > 1;
  if (differs) return { ...ported, differs: { as: "igniteWarmupEnd", at: (t) => t >= events } };
  return moreAccepted(one.raises, ported);
};

/** The attribute after an event: Ignite counts events from 1. */
const state =
  (plan: (config: never) => Plan): Port =>
  (one) => ({
    program: { values: shift({ plan: plan(one.config), by: 1 }) },
    run: { base: (one.config as State).initial_value },
  });

export const ignite: Ports = {
  LinearCyclicalScheduler: alone("LinearCyclicalScheduler"),
  CosineAnnealingScheduler: alone("CosineAnnealingScheduler"),
  PiecewiseLinear: alone("PiecewiseLinear"),
  ConcatScheduler: concat,
  ParamGroupScheduler: perGroup,
  LRScheduler: wrapped,
  create_lr_scheduler_with_warmup: warmed,
  PiecewiseLinearStateScheduler: state(PLANS.PiecewiseLinear),
  ExpStateScheduler: state(({ gamma }: State) => exponential({ from: "1x", factor: gamma, every: 1 })),
  StepStateScheduler: state(({ gamma, step_size }: State) => step({ every: step_size, factor: gamma })),
  MultiStepStateScheduler: state(({ gamma, milestones }: State) => {
    // One at 0 is before all that is read.
    const seen = milestones.filter((milestone) => milestone > 0);
    const level = (drops: number): Level => `${gamma ** (milestones.length - seen.length + drops)}x`;
    return piecewise({ from: level(0), at: seen, to: seen.map((_, i) => level(i + 1)) });
  }),
  ReduceLROnPlateauScheduler: { elsewhere: "controllers.test.ts" },
};
