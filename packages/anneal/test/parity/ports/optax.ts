import {
  constant,
  cosine,
  exponentialDecay,
  linear,
  oneCycle,
  type Plan,
  piecewise,
  piecewiseInterpolate,
  polynomial,
  sequence,
  warmup,
} from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { moreAccepted } from "./moreAccepted.ts";
import type { Cosine, Exponential, Knots, Linear, OneCycle, Warmup, WarmupCosine } from "./optaxOptions.ts";
import { losses, peakOf } from "./optaxRounding.ts";

interface Join {
  readonly schedules: readonly { readonly schedule: keyof typeof plans; readonly config: never }[];
  readonly boundaries: readonly number[];
}

/** A transition without steps never begins. */
function transition(init: number, begin: number, steps: number, ramp: Plan): Plan {
  return steps > 0 ? sequence(constant({ value: init, over: Math.max(begin, 0) }), ramp) : constant({ value: init });
}

/** The levels are products of all scales so far. */
function knots({ init_value, boundaries_and_scales }: Knots) {
  let level = init_value;
  const to = boundaries_and_scales.map(([, scale]) => (level *= scale));
  return { from: init_value, at: boundaries_and_scales.map(([at]) => at), to };
}

const plans = {
  constant_schedule: ({ value }: { readonly value: number }): Plan => constant({ value }),

  linear_schedule: ({ init_value: from, end_value: to, transition_steps: over, transition_begin }: Linear): Plan =>
    transition(from, transition_begin, over, linear({ from, to, over })),

  polynomial_schedule(config: Linear & { readonly power: number }): Plan {
    const { init_value: from, end_value: to, transition_steps: over, transition_begin, power } = config;
    return transition(from, transition_begin, over, polynomial({ from, to, over, power }));
  },

  piecewise_constant_schedule: (config: Knots): Plan => piecewise(knots(config)),

  piecewise_interpolate_schedule: (config: Knots & { readonly interpolate_type: "linear" | "cosine" }): Plan =>
    piecewiseInterpolate({ ...knots(config), curve: config.interpolate_type }),

  exponential_decay(config: Exponential): Plan {
    const { init_value: from, transition_steps: every, decay_rate: factor, staircase, end_value } = config;
    if (every <= 0) return constant({ value: from });
    const begin = Math.max(config.transition_begin, 0);
    return exponentialDecay({
      from,
      every,
      factor,
      begin,
      staircase,
      ...(end_value !== null && { [factor < 1 ? "min" : "max"]: end_value }),
    });
  },

  cosine_decay_schedule: ({ init_value, decay_steps, alpha, exponent }: Cosine): Plan =>
    cosine({ from: init_value, to: init_value * alpha, over: decay_steps, power: exponent }),

  warmup_constant_schedule: ({ init_value: from, peak_value: to, warmup_steps: over }: Warmup): Plan =>
    transition(from, 0, over, linear({ from, to, over })),

  warmup_cosine_decay_schedule(config: WarmupCosine): Plan {
    const { init_value, peak_value, warmup_steps, decay_steps, end_value, exponent } = config;
    const over = decay_steps - warmup_steps;
    const plan = cosine({ from: peak_value, to: peak_value && end_value, over, power: exponent });
    return warmup({ plan, over: warmup_steps, from: init_value, to: peak_value });
  },

  warmup_exponential_decay_schedule(config: Exponential & Warmup): Plan {
    const { init_value, peak_value, warmup_steps } = config;
    const plan = plans.exponential_decay({ ...config, init_value: peak_value });
    return warmup({ plan, over: warmup_steps, from: init_value, to: peak_value });
  },

  sgdr_schedule({ cosine_kwargs }: { readonly cosine_kwargs: readonly WarmupCosine[] }): Plan {
    let until = 0;
    const parts = cosine_kwargs.map((config) => {
      until += config.decay_steps;
      return { plan: plans.warmup_cosine_decay_schedule(config), until };
    });
    return sequence(...parts);
  },

  join_schedules({ schedules, boundaries }: Join): Plan {
    return sequence(
      ...schedules.map(({ schedule, config }, i) => {
        const plan: Plan = plans[schedule](config);
        const until = boundaries[i];
        return until === undefined ? plan : { plan, until };
      }),
    );
  },
};

function oneCycleOf(strategy: "cosine" | "linear"): Port<OneCycle> {
  return ({ config }) => {
    const { transition_steps: over, peak_value: peak, pct_start: pctStart, pct_final: pctFinal } = config;
    const { div_factor: divFactor, final_div_factor: finalDivFactor } = config;
    const three = pctFinal === undefined ? {} : { pctFinal };
    const { lr } = oneCycle({
      ...{ peak, over, pctStart, ...three, strategy, divFactor, finalDivFactor },
      ...{ inclusive: false, whole: true },
    });
    // optax keeps the knots in a dictionary, where of two at the same step only the later one is left.
    const first = [Math.floor(pctStart * over), divFactor] as const;
    const scales = new Map(
      pctFinal === undefined
        ? [first, [over, 1 / (divFactor * finalDivFactor)]]
        : [first, [Math.floor(pctFinal * over), 1 / divFactor], [over, 1 / finalDivFactor]],
    );
    const collapsed = scales.size < (pctFinal === undefined ? 2 : 3);
    const left = knots({ init_value: peak / divFactor, boundaries_and_scales: [...scales] });
    return { program: { values: collapsed ? piecewiseInterpolate({ ...left, curve: strategy }) : lr }, peak };
  };
}

/** The ports, for the precision in which 1 and 1 + `error` are neighbours. */
function ports(error: number): Ports {
  const all = Object.entries(plans).map(([name, plan]): [string, Port] => [
    name,
    ({ config, raises }) => {
      const loses = losses[name]?.(config, 2 * error);
      const ported = { program: { values: plan(config) }, peak: peakOf(config), ...(loses && { loses }) };
      return moreAccepted(raises, ported);
    },
  ]);
  return {
    ...Object.fromEntries(all),
    linear_onecycle_schedule: oneCycleOf("linear"),
    cosine_onecycle_schedule: oneCycleOf("cosine"),
    "contrib.reduce_on_plateau": { elsewhere: "controllers.test.ts" },
  };
}

export const optax: Ports = ports(2 ** -23);
export const optax64: Ports = ports(2 ** -52);
