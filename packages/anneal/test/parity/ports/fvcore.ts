import {
  constant,
  cosineWave,
  exponential,
  fractions,
  linear,
  type Plan,
  piecewise,
  polynomial,
  type Scaling,
} from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Ends {
  readonly start_value: number;
  readonly end_value: number;
}

interface MultiStep {
  readonly values: readonly number[];
  readonly num_updates?: number | null;
  readonly milestones?: readonly number[] | null;
}

interface FixedGamma {
  readonly base_value: number;
  readonly num_decays: number;
  readonly gamma: number;
}

interface Composite {
  readonly schedulers: readonly Inner[];
  readonly lengths: readonly number[];
  readonly interval_scaling: readonly Scaling[];
}

interface Inner {
  readonly class: keyof typeof plans;
  readonly config: never;
}

/** `where` is the share of the run: every time is a percentage of it. */
const percent = (share: number) => `${100 * share}%` as const;

/** Where a multi-step's values change, as shares of the run. */
function changes({ values, num_updates, milestones }: MultiStep): readonly number[] {
  const width = Math.ceil((num_updates as number) / values.length);
  const marks = milestones ?? values.slice(1).map((_, i) => width * (i + 1));
  const all = num_updates ?? (marks.at(-1) as number);
  return (num_updates ? marks : marks.slice(0, -1)).map((mark) => mark / all);
}

/** Where values of equal duration change. */
const equal = (count: number): readonly number[] => Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);

/** Values that change at these shares, as they are seen from one share on. */
function steps(values: readonly number[], at: readonly number[], from = 0): Plan {
  const hidden = at.filter((share) => share < from).length;
  const [first = Number.NaN, ...to] = values.slice(hidden);
  return piecewise({ from: first, at: at.slice(hidden).map(percent), to });
}

const gammas = ({ base_value, num_decays, gamma }: FixedGamma): readonly number[] =>
  Array.from({ length: num_decays + 1 }, (_, i) => base_value * gamma ** i);

const plans = {
  ConstantParamScheduler: ({ value }: { readonly value: number }): Plan => constant({ value }),

  LinearParamScheduler: ({ start_value: from, end_value: to }: Ends): Plan => linear({ from, to, over: "100%" }),

  CosineParamScheduler: ({ start_value: from, end_value: to }: Ends): Plan => cosineWave({ from, to, over: "100%" }),

  ExponentialParamScheduler: ({ start_value: from, decay }: { readonly start_value: number; readonly decay: number }) =>
    exponential({ from, factor: decay, every: "100%" }) as Plan,

  PolynomialDecayParamScheduler: ({
    base_value: from,
    power,
  }: {
    readonly base_value: number;
    readonly power: number;
  }) => polynomial({ from, to: 0, over: "100%", power }) as Plan,

  MultiStepParamScheduler: (config: MultiStep, from = 0): Plan => steps(config.values, changes(config), from),

  StepParamScheduler: ({ values }: { readonly values: readonly number[] }): Plan => steps(values, equal(values.length)),

  StepWithFixedGammaParamScheduler: (config: FixedGamma): Plan => steps(gammas(config), equal(config.num_decays + 1)),

  CompositeParamScheduler: ({ schedulers, lengths, interval_scaling }: Composite): Plan =>
    fractions({
      plans: schedulers.map((inner, i): Plan => {
        const begin = lengths.slice(0, i).reduce((sum, length) => sum + length, 0);
        return plans[inner.class](inner.config, interval_scaling[i] === "fixed" ? begin : 0);
      }),
      shares: lengths,
      scaling: interval_scaling,
    }),
};

/** Which of its parts and levels a scheduler is at, when so much is added to `where`. */
export function place(inner: Inner, where: number, epsilon: number): string {
  const passed = (at: readonly number[], where: number) => at.filter((share) => share <= where + epsilon).length;
  const config: unknown = inner.config;
  if (inner.class === "MultiStepParamScheduler") {
    return `${passed(changes(config as MultiStep), where)}`;
  }
  if (inner.class !== "CompositeParamScheduler") {
    const { values, num_decays } = config as { values?: readonly number[]; num_decays?: number };
    const count = values?.length ?? (num_decays ?? 0) + 1;
    return `${passed(equal(count), where)}`;
  }
  const { schedulers, lengths, interval_scaling } = config as Composite;
  let end = 0;
  const ends = lengths.map((length) => (end += length));
  const i = Math.min(passed(ends, where), schedulers.length - 1);
  const own = interval_scaling[i] === "fixed" ? where : (where - (ends[i - 1] ?? 0)) / (lengths[i] as number);
  return `${i} ${place(schedulers[i] as Inner, own, epsilon)}`;
}

function port(name: keyof typeof plans): Port {
  return ({ config, raises, ...facts }) => {
    const { updates, fault, at } = facts as unknown as { updates: number; fault?: string; at: readonly number[] };
    const ported = { program: { values: plans[name](config) }, run: { steps: updates } };
    const inner = { class: name, config };
    const early = (t: number): boolean => place(inner, t / updates, 1e-6) !== place(inner, t / updates, 1e-12);
    if (fault) return { ...ported, differs: { as: "whereEpsilon", at: early } };
    const beyond = (t: number): boolean => t > updates;
    const goesOn = name === "LinearParamScheduler" && at.some(beyond);
    return goesOn ? { ...ported, differs: { as: "pastTheEnd", at: beyond } } : moreAccepted(raises, ported);
  };
}

export const fvcore: Ports = Object.fromEntries(
  Object.keys(plans).map((name) => [name, port(name as keyof typeof plans)]),
);
