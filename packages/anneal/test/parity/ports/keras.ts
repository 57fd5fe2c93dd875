import {
  constant,
  cosine,
  custom,
  exponentialDecay,
  inverseTime,
  type Plan,
  piecewise,
  polynomial,
  product,
  restarts,
  sum,
  warmup,
} from "../../../src/index.ts";
import type { Port, Ported, Ports } from "../port.ts";
import { cycleOf } from "./cycles.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Decay {
  readonly initial_learning_rate: number;
  readonly decay_steps: number;
  readonly decay_rate: number;
  readonly staircase: boolean;
}

interface Polynomial extends Decay {
  readonly end_learning_rate: number;
  readonly power: number;
  readonly cycle: boolean;
}

interface Cosine {
  readonly initial_learning_rate: number;
  readonly decay_steps: number;
  readonly alpha: number;
  readonly warmup_target?: number | null;
  readonly warmup_steps?: number;
}

interface Restarts {
  readonly initial_learning_rate: number;
  readonly first_decay_steps: number;
  readonly t_mul: number;
  readonly m_mul: number;
  readonly alpha: number;
}

const rates = (values: Plan): Ported => ({ program: { values } });

/** Where 1 and the next float32 are so far apart. */
const EPSILON = 2 ** -23;

const exponentialPort: Port<Decay> = ({ config }) => {
  const { initial_learning_rate: from, decay_steps: every, decay_rate: factor, staircase } = config;
  return rates(exponentialDecay({ from, every, factor, staircase }));
};

const inverseTimePort: Port<Decay> = ({ config }) => {
  const { initial_learning_rate: base, decay_steps: every, decay_rate: rate, staircase } = config;
  return { program: { values: inverseTime({ every, rate, staircase }) }, run: { base } };
};

/** A boundary is the last step of the old value. */
const piecewisePort: Port<{ readonly boundaries: readonly number[]; readonly values: readonly number[] }> = (one) => {
  const { boundaries, values } = one.config;
  const [from = Number.NaN, ...to] = values;
  return moreAccepted(one.raises, rates(piecewise({ from, at: boundaries.map((last) => last + 1), to })));
};

const polynomialPort: Port<Polynomial> = ({ config, raises }) => {
  const { initial_learning_rate: from, decay_steps: over, end_learning_rate: to, power, cycle } = config;
  // Keras rounds the share that is left, near 0 in all its digits.
  const loses = (t: number): number => {
    const span = over * (cycle ? Math.max(1, Math.ceil(t / over)) : 1);
    const left = Math.max(1 - t / span, 0);
    return (left + EPSILON) ** power - Math.max(left - EPSILON, 0) ** power;
  };
  return moreAccepted(raises, { ...rates(polynomial({ from, to, over, power, cycle })), loses });
};

const cosinePort: Port<Cosine> = ({ config, raises }) => {
  const { initial_learning_rate: from, decay_steps: over, alpha, warmup_target, warmup_steps = 0 } = config;
  const peak = warmup_target ?? from;
  const plan = cosine({ from: peak, to: peak * alpha, over });
  const warm = typeof warmup_target === "number";
  return moreAccepted(raises, rates(warm ? warmup({ plan, over: warmup_steps, from, to: peak }) : plan));
};

/** Only what is above the floor shrinks. */
const restartsPort: Port<Restarts> = (one) => {
  const { initial_learning_rate: rate, first_decay_steps: over, t_mul: growth, m_mul: factor, alpha } = one.config;
  const cycles = restarts({ plan: cosine({ from: rate * (1 - alpha), to: 0, over }), growth, factor });
  const ported = rates(sum(constant({ value: rate * alpha }), cycles));
  const wrong = (t: number): boolean => indexIn32(t / over, growth) !== cycleOf(t, over, growth).index;
  return !one.raises && one.at.some(wrong) ? { ...ported, differs: { as: "cycleByLogarithm", at: wrong } } : ported;
};

/** The cycle that Keras finds after so many first ones: through the quotient of two float32 logarithms. */
function indexIn32(turns: number, growth: number): number {
  const [p, m] = [Math.fround(turns), Math.fround(growth)];
  if (m === 1) return Math.floor(p);
  const grown = Math.fround(1 - Math.fround(p * Math.fround(1 - m)));
  return Math.floor(Math.fround(Math.fround(Math.log(grown)) / Math.fround(Math.log(m))));
}

interface Scheduler {
  readonly schedule: string;
  readonly factor: number;
  readonly start: number;
}

/** The user's own functions, as functions of the epoch alone. */
const schedulerPort: Port<Scheduler> = ({ config: { schedule, factor, start }, raises, base = 0 }) => {
  const after = schedule === "base * factor ** epoch" ? 0 : start - 1;
  const user = (epoch: number): number => factor ** Math.max(epoch - after, 0);
  const plan = product(constant({ value: "1x" }), custom({ name: "user" }));
  return moreAccepted(raises, { ...rates(plan), run: { base }, functions: { user } });
};

export const keras: Ports = {
  ExponentialDecay: exponentialPort,
  PiecewiseConstantDecay: piecewisePort,
  PolynomialDecay: polynomialPort,
  InverseTimeDecay: inverseTimePort,
  CosineDecay: cosinePort,
  CosineDecayRestarts: restartsPort,
  LearningRateScheduler: schedulerPort,
  ReduceLROnPlateau: { elsewhere: "controllers.test.ts" },
};
