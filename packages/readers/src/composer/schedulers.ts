import { constant, cosine, exponential, type Level, linear, type Plan, polynomial, sequence, type Time } from "anneal";
import { flag, limited, list, number, optional, type Parameter, text } from "../parameter.ts";
import { inverseSqrt, inverseSqrtParameters } from "./inverseSqrt.ts";
import { milestones } from "./milestones.ts";
import { restarting } from "./restarting.ts";
import { areAlike, type Times, timeOf } from "./times.ts";

/** One of Composer's schedulers: its arguments, and the multiple of the base rate that it says. */
export interface ComposerScheduler {
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  plan(given: Readonly<Record<string, unknown>>, times: Times): Plan | undefined;
}

type Arguments<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

function scheduler<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  plan: (given: Arguments<P>, times: Times) => Plan | undefined,
): ComposerScheduler {
  return { parameters, plan: (given, times) => plan(given as Arguments<P>, times) };
}

const x = (factor: number): Level => `${factor}x`;
const from0 = limited(number, "a number from 0", (value) => value >= 0);
const T_MAX = { t_max: optional(text, "1dur") };
const ALPHA_F = { alpha_f: optional(from0, 0) };
const SCALE = { scale_warmup: optional(flag, false) };

interface Warmed {
  readonly t_warmup: string;
  readonly t_max: string;
  readonly scale_warmup: boolean;
}

/** The ramp from 0, which is scaled when asked, and the moment at which it is left, which never is. */
function ramp({ t_warmup, scale_warmup }: Omit<Warmed, "t_max">, peak: number, times: Times): Plan {
  const over = times.read("t_warmup", t_warmup, scale_warmup);
  return linear({ from: 0, to: x(peak), over: timeOf(over) });
}

/** A ramp from 0, and the curve for the time from its end to t_max. */
function warmed(options: Warmed, times: Times, peak: number, curve: (over: Time) => Plan): Plan | undefined {
  const gate = times.read("t_warmup", options.t_warmup, false);
  const end = times.read("t_max", options.t_max);
  if (!areAlike(gate, end)) {
    times.refuse("t_warmup", `a time in the unit of t_max, ${options.t_max}`, options.t_warmup);
    return undefined;
  }
  const { duration } = times;
  if (duration && duration.unit === end.unit && end.count < duration.count) {
    times.refuse("t_max", "a time of at least max_duration", options.t_max);
    return undefined;
  }
  const isSame = gate.unit === end.unit;
  const after = (): Plan => {
    if (!isSame) return curve("rest");
    return end.count > gate.count
      ? curve(timeOf({ ...end, count: end.count - gate.count }))
      : constant({ value: x(peak) });
  };
  if (gate.count === 0) return isSame ? after() : curve(timeOf(end));
  const first = { plan: ramp(options, peak, times), until: timeOf(gate) };
  return isSame ? sequence(first, after()) : sequence(first, { plan: after(), until: timeOf(end) });
}

/** Composer's schedulers by their names, with their arguments in the order of the real ones. */
export const SCHEDULERS = {
  StepScheduler: scheduler({ step_size: text, gamma: optional(from0, 0.1) }, ({ step_size, gamma }, times) =>
    exponential({
      ...{ from: "1x", factor: gamma, staircase: true },
      every: timeOf(times.readPositive("step_size", step_size)),
    }),
  ),

  MultiStepScheduler: scheduler({ milestones: list(text), gamma: optional(from0, 0.1) }, (given, times) =>
    milestones(given.milestones, given.gamma, times),
  ),

  ConstantScheduler: scheduler({ alpha: optional(from0, 1), ...T_MAX }, ({ alpha, t_max }, times) => {
    const over = timeOf(times.read("t_max", t_max));
    return alpha === 1
      ? constant({ value: "1x" })
      : sequence(constant({ value: x(alpha), over }), constant({ value: "1x" }));
  }),

  LinearScheduler: scheduler(
    { alpha_i: optional(from0, 1), ...ALPHA_F, ...T_MAX },
    ({ alpha_i, alpha_f, t_max }, times) =>
      linear({ from: x(alpha_i), to: x(alpha_f), over: timeOf(times.readPositive("t_max", t_max)) }),
  ),

  ExponentialScheduler: scheduler(
    { gamma: from0, decay_period: optional(text, "1ep") },
    ({ gamma, decay_period }, times) =>
      exponential({ from: "1x", factor: gamma, every: timeOf(times.readPositive("decay_period", decay_period)) }),
  ),

  CosineAnnealingScheduler: scheduler({ ...T_MAX, ...ALPHA_F }, ({ t_max, alpha_f }, times) =>
    cosine({ from: "1x", to: x(alpha_f), over: timeOf(times.readPositive("t_max", t_max)) }),
  ),

  CosineAnnealingWarmRestartsScheduler: scheduler(
    { t_0: text, t_mult: optional(from0, 1), ...ALPHA_F },
    ({ t_0, t_mult, alpha_f }, times) => restarting(times.readPositive("t_0", t_0), t_mult, alpha_f, times),
  ),

  PolynomialScheduler: scheduler({ power: from0, ...T_MAX, ...ALPHA_F }, ({ power, t_max, alpha_f }, times) =>
    polynomial({ from: "1x", to: x(alpha_f), over: timeOf(times.readPositive("t_max", t_max)), power }),
  ),

  MultiStepWithWarmupScheduler: scheduler(
    { t_warmup: text, milestones: list(text), gamma: optional(from0, 0.1), ...SCALE },
    (given, times) => {
      const gate = times.read("t_warmup", given.t_warmup, false);
      const plan = milestones(given.milestones, given.gamma, times, gate);
      if (gate.count === 0) return plan;
      const first = ramp(given, 1, times);
      return sequence({ plan: first, until: timeOf(gate) }, { plan, clock: "global" });
    },
  ),

  ConstantWithWarmupScheduler: scheduler(
    { t_warmup: text, alpha: optional(from0, 1), ...T_MAX, ...SCALE },
    (given, times) => warmed(given, times, given.alpha, () => constant({ value: x(given.alpha) })),
  ),

  LinearWithWarmupScheduler: scheduler(
    { t_warmup: text, alpha_i: optional(from0, 1), ...ALPHA_F, ...T_MAX, ...SCALE },
    (given, times) =>
      warmed(given, times, given.alpha_i, (over) => linear({ from: x(given.alpha_i), to: x(given.alpha_f), over })),
  ),

  CosineAnnealingWithWarmupScheduler: scheduler({ t_warmup: text, ...T_MAX, ...ALPHA_F, ...SCALE }, (given, times) =>
    warmed(given, times, 1, (over) => cosine({ from: "1x", to: x(given.alpha_f), over })),
  ),

  PolynomialWithWarmupScheduler: scheduler(
    { t_warmup: text, power: optional(from0, 2), ...T_MAX, ...ALPHA_F, ...SCALE },
    (given, times) =>
      warmed(given, times, 1, (over) => polynomial({ from: "1x", to: x(given.alpha_f), over, power: given.power })),
  ),

  InverseSquareRootWithWarmupScheduler: scheduler(inverseSqrtParameters, inverseSqrt),
} satisfies Readonly<Record<string, ComposerScheduler>>;
