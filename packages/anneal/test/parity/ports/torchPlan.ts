import {
  constant,
  cosine,
  cosineWave,
  custom,
  exponential,
  type Functions,
  linear,
  type Plan,
  piecewise,
  polynomial,
  product,
  restarts,
  sequence,
  step,
} from "../../../src/index.ts";

/** One of PyTorch's schedulers inside another framework, with its options in camelCase. */
export interface TorchSpec {
  readonly class: keyof typeof PLANS;
  readonly options: never;
}

/** The users' functions that the tables name. */
export const torchFunctions: Functions = {
  "0.95**t": (t) => 0.95 ** t,
  "1/(1+t)": (t) => 1 / (1 + t),
  "1/sqrt(1+t)": (t) => 1 / Math.sqrt(1 + t),
  "min(1,(t+1)/10)": (t) => Math.min(1, (t + 1) / 10),
  "0.5**floor(t/7)": (t) => 0.5 ** Math.floor(t / 7),
};

const PLANS = {
  StepLR: ({ stepSize, gamma }: { readonly stepSize: number; readonly gamma: number }): Plan =>
    step({ every: stepSize, factor: gamma }),

  /** Milestones come in any order, and repeated ones count. */
  MultiStepLR({ milestones, gamma }: { readonly milestones: readonly number[]; readonly gamma: number }): Plan {
    const at = [...new Set(milestones)].sort((a, b) => a - b);
    const passed = (last: number): number => milestones.filter((milestone) => milestone <= last).length;
    return piecewise({ from: "1x", at, to: at.map((last) => `${gamma ** passed(last)}x` as const) });
  },

  ConstantLR: ({ factor, totalIters }: { readonly factor: number; readonly totalIters: number }): Plan =>
    sequence(constant({ value: `${factor}x`, over: totalIters }), constant({ value: "1x" })),

  LinearLR(options: { readonly startFactor: number; readonly endFactor: number; readonly totalIters: number }): Plan {
    return linear({ from: `${options.startFactor}x`, to: `${options.endFactor}x`, over: options.totalIters });
  },

  ExponentialLR: ({ gamma }: { readonly gamma: number }): Plan => exponential({ from: "1x", factor: gamma, every: 1 }),

  PolynomialLR: ({ totalIters, power }: { readonly totalIters: number; readonly power: number }): Plan =>
    polynomial({ from: "1x", to: 0, over: totalIters, power }),

  CosineAnnealingLR: ({ tMax, etaMin }: { readonly tMax: number; readonly etaMin: number }): Plan =>
    cosineWave({ from: "1x", to: etaMin, over: tMax }),

  CosineAnnealingWarmRestarts(options: { readonly t0: number; readonly tMult: number; readonly etaMin: number }): Plan {
    const plan = cosine({ from: "1x", to: options.etaMin, over: options.t0 });
    return restarts({ plan, growth: options.tMult });
  },

  LambdaLR: ({ lrLambda }: { readonly lrLambda: string | readonly string[] }, group: number): Plan =>
    product(
      constant({ value: "1x" }),
      custom({ name: typeof lrLambda === "string" ? lrLambda : (lrLambda[group] as string) }),
    ),
};

/** What one of PyTorch's schedulers is for one param group. */
export function torchPlan({ class: name, options }: TorchSpec, group: number): Plan {
  return PLANS[name](options, group);
}
