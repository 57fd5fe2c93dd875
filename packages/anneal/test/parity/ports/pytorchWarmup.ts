import {
  constant,
  cosineWave,
  exponential,
  exponentialWarmup,
  functions,
  linear,
  linearWarmup,
  type Plan,
  radamWarmup,
  step,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";

/** PyTorch's own schedule under the warm-up, by its class with camelCase options. */
interface Scheduled {
  readonly schedule?: { readonly class: keyof typeof SCHEDULES; readonly options: Readonly<Record<string, number>> };
}

const SCHEDULES = {
  CosineAnnealingLR: ({ tMax = 0, etaMin = 0 }) => cosineWave({ from: "1x", to: etaMin, over: tMax }),
  StepLR: ({ stepSize = 0, gamma = 0.1 }) => step({ every: stepSize, factor: gamma }),
  LinearLR: ({ startFactor = 1 / 3, endFactor = 1, totalIters = 5 }) =>
    linear({ from: `${startFactor}x`, to: `${endFactor}x`, over: totalIters }),
  ExponentialLR: ({ gamma = 0 }) => exponential({ from: "1x", factor: gamma, every: 1 }),
} satisfies Record<string, (options: Readonly<Record<string, number>>) => Plan>;

const scheduleOf = ({ schedule }: Scheduled): Plan =>
  schedule ? SCHEDULES[schedule.class](schedule.options) : constant({ value: "1x" });

/** A warm-up whose period is one number, or one for each group. */
function tuned(dampen: typeof linearWarmup): Port<Scheduled & { readonly warmup_period: number | readonly number[] }> {
  return ({ config, raises }) => {
    const periods = [config.warmup_period].flat();
    const values = periods.map((over) => dampen({ plan: scheduleOf(config), over }));
    return {
      program: { values },
      ...(raises?.startsWith("TypeError") && { differs: { as: "moreAccepted" } as const }),
    };
  };
}

/** A warm-up that knows its length from Adam's second beta. */
function untuned(dampen: (options: { plan: Plan; beta2: number }) => Plan) {
  return ({ config }: Case<Scheduled & { readonly betas: readonly number[] }>): Ported => {
    return { program: { values: dampen({ plan: scheduleOf(config), beta2: config.betas[1] as number }) }, functions };
  };
}

/** What a user of pytorch_warmup writes. */
export const pytorchWarmup: Ports = {
  LinearWarmup: tuned(linearWarmup),
  ExponentialWarmup: tuned(exponentialWarmup),
  UntunedLinearWarmup: untuned(linearWarmup),
  UntunedExponentialWarmup: untuned(exponentialWarmup),
  RAdamWarmup: untuned(radamWarmup),
};
