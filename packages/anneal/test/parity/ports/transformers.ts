import {
  constant,
  inverseSqrt,
  type Level,
  type Plan,
  schedule,
  sequence,
  shift,
  type WarmupCurve,
  type WsdDecay,
  warmup,
  warmupConstant,
  warmupCosine,
  warmupCosineRestarts,
  warmupLinear,
  warmupPolynomial,
  wsd,
} from "../../../src/index.ts";
import type { Port, Ported, Ports } from "../port.ts";

interface Counts {
  readonly num_warmup_steps: number;
  readonly num_training_steps: number;
}

interface Floor extends Counts {
  readonly num_cycles?: number;
  readonly min_lr?: number;
  readonly min_lr_rate?: number;
  readonly warmup_lr_rate?: number;
}

interface Wsd extends Counts {
  readonly num_decay_steps: number;
  readonly num_stable_steps?: number;
  readonly warmup_type: keyof typeof CURVES;
  readonly decay_type: keyof typeof CURVES;
  readonly min_lr_ratio?: number;
  readonly num_cycles?: number;
}

const CURVES = { linear: "linear", cosine: "cosine", "1-sqrt": "sqrt" } as const satisfies Record<
  string,
  WarmupCurve & WsdDecay
>;

const rates = (values: Plan): Ported => ({ program: { values } });

/** How long the rate falls; Transformers never takes less than one step. */
const fallOf = ({ num_warmup_steps, num_training_steps }: Counts): number =>
  Math.max(1, num_training_steps - num_warmup_steps);

/** The floor is a share of the optimizer's own rate. */
const floorOf = ({ min_lr, min_lr_rate }: Floor, defaultLr: number): Level =>
  `${min_lr_rate ?? (min_lr as number) / defaultLr}x`;

const polynomial: Port<Counts & { readonly lr_end?: number; readonly power?: number }> = ({
  config,
  raises,
  ...one
}) => {
  const { num_warmup_steps, num_training_steps, lr_end = 1e-7, power = 1 } = config;
  const ported = rates(
    warmupPolynomial({
      warmup: num_warmup_steps,
      over: Math.max(0, num_training_steps - num_warmup_steps),
      to: `${lr_end / (one.defaultLr as number)}x`,
      power,
    }),
  );
  return raises ? { ...ported, differs: { as: raises.startsWith("Zero") ? "zeroLength" : "moreAccepted" } } : ported;
};

const stable: Port<Wsd> = ({ config, raises }) => {
  const { num_warmup_steps, num_training_steps, num_decay_steps, warmup_type, decay_type } = config;
  const { min_lr_ratio = 0, num_cycles = 0.5 } = config;
  const to: Level = `${min_lr_ratio}x`;
  const held = config.num_stable_steps ?? num_training_steps - num_warmup_steps - num_decay_steps;
  const climb = { from: to, curve: CURVES[warmup_type] } as const;
  if (raises)
    return {
      ...rates(
        wsd({ warmup: num_warmup_steps, ...climb, stable: 0, decay: num_decay_steps, decayCurve: "exponential" }),
      ),
      differs: { as: "moreAccepted" },
    };
  if (held >= 0 && num_cycles === 0.5) {
    const decay = { decay: Math.max(0, num_decay_steps), decayCurve: CURVES[decay_type], to } as const;
    return rates(wsd({ warmup: num_warmup_steps, ...climb, stable: held, ...decay }));
  }
  const fall =
    decay_type === "cosine"
      ? warmupCosine({ warmup: 0, over: Math.max(1, num_decay_steps), to, cycles: num_cycles })
      : wsd({ warmup: 0, stable: 0, decay: Math.max(1, num_decay_steps), decayCurve: CURVES[decay_type], to });
  const end = constant({ value: to });
  // With fewer steps than the stages need it enters the decay on its way.
  const after =
    held < 0
      ? shift({ plan: sequence({ plan: fall, until: num_decay_steps }, end), by: -held })
      : sequence(constant({ value: "1x", over: held }), { plan: fall, until: held + num_decay_steps }, end);
  return rates(warmup({ plan: after, over: num_warmup_steps, ...climb }));
};

/** How many updates a warm-up has, when it is a share of the run or, from 1 on, whole steps: as the Trainer counts. */
const warmupSteps: Port<{ readonly warmup_steps: number; readonly num_training_steps: number }> = ({ config }) => {
  const { warmup_steps: share, num_training_steps: steps } = config;
  const over = share < 1 ? (`${100 * share}%` as const) : Math.trunc(share);
  const after = schedule(sequence(constant({ value: 0, over }), constant({ value: 1 })), { steps });
  let [low, high] = [0, Math.max(steps, share) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (after(middle) === 1) high = middle;
    else low = middle + 1;
  }
  return rates(constant({ value: low }));
};

/** What a user of Transformers writes for get_scheduler's names, and for the Trainer's warm-up. */
export const transformers: Ports = {
  constant: () => rates(constant({ value: "1x" })),
  constant_with_warmup: ({ config }: { readonly config: Counts }) =>
    rates(warmupConstant({ warmup: config.num_warmup_steps })),
  linear: (({ config }) => {
    const { num_warmup_steps: warm, num_training_steps: total } = config;
    return rates(warmupLinear({ warmup: warm, over: Math.max(0, total - warm) }));
  }) as Port<Counts>,
  cosine: (({ config }) =>
    rates(
      warmupCosine({ warmup: config.num_warmup_steps, over: fallOf(config), cycles: config.num_cycles ?? 0.5 }),
    )) as Port<Floor>,
  cosine_with_restarts: (({ config }) =>
    rates(
      warmupCosineRestarts({ warmup: config.num_warmup_steps, over: fallOf(config), cycles: config.num_cycles ?? 1 }),
    )) as Port<Floor>,
  polynomial,
  inverse_sqrt: (({ config: { num_warmup_steps: warm, timescale } }) =>
    rates(inverseSqrt({ warmup: warm, timescale: timescale ?? (warm || 10_000) }))) as Port<
    Counts & { timescale?: number }
  >,
  cosine_with_min_lr: (({ config, raises, ...one }) => {
    if (raises) return { differs: { as: "otherOptions" } };
    const to = floorOf(config, one.defaultLr as number);
    return rates(
      warmupCosine({ warmup: config.num_warmup_steps, over: fallOf(config), to, cycles: config.num_cycles ?? 0.5 }),
    );
  }) as Port<Floor>,
  cosine_warmup_with_min_lr: (({ config, raises, ...one }) => {
    if (raises) return { differs: { as: "otherOptions" } };
    const { num_warmup_steps: warm, warmup_lr_rate: start } = config;
    const to = floorOf(config, one.defaultLr as number);
    const fall = { over: fallOf(config), to, cycles: config.num_cycles ?? 0.5 };
    // Updates count from 1: the whole is read one step ahead, or only the decay where the ramp has its own start.
    if (start === undefined) return rates(shift({ plan: warmupCosine({ warmup: warm, ...fall }), by: 1 }));
    const plan = shift({ plan: warmupCosine({ warmup: 0, ...fall }), by: 1 });
    return rates(warmup({ plan, over: warm, from: `${start}x`, inclusive: warm > 1 }));
  }) as Port<Floor>,
  warmup_stable_decay: stable,
  greedy: { elsewhere: "controllers.test.ts" },
  get_warmup_steps: warmupSteps,
};
