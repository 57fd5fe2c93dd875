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
  shift,
  sum,
  warmup,
} from "../../../src/index.ts";
import type { Port, Ported, Ports } from "../port.ts";

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

/** Keras refuses a decay without steps; here a ramp is at its end at once. */
const more = (values: Plan, raises: string | undefined): Ported => ({
  program: { values },
  ...(raises && { differs: { as: "moreAccepted" } }),
});

const exponentialPort: Port<Decay> = ({ config }) => {
  const { initial_learning_rate: from, decay_steps: every, decay_rate: factor, staircase } = config;
  return rates(exponentialDecay({ from, every, factor, staircase }));
};

const inverseTimePort: Port<Decay> = ({ config }) => {
  const { initial_learning_rate: base, decay_steps: every, decay_rate: rate, staircase } = config;
  return { program: { values: inverseTime({ every, rate, staircase }) }, run: { base } };
};

/** Keras changes the value one step after a boundary. */
const piecewisePort: Port<{ readonly boundaries: readonly number[]; readonly values: readonly number[] }> = (one) => {
  const { boundaries: at, values } = one.config;
  const [from = Number.NaN, ...to] = values;
  return more(shift({ plan: piecewise({ from, at, to }), by: -1 }), one.raises?.startsWith("Index") ? one.raises : "");
};

const polynomialPort: Port<Polynomial> = ({ config, raises }) => {
  const { initial_learning_rate: from, decay_steps: over, end_learning_rate: to, power, cycle } = config;
  return more(polynomial({ from, to, over, power, cycle }), raises);
};

const cosinePort: Port<Cosine> = ({ config, raises }) => {
  const { initial_learning_rate: from, decay_steps: over, alpha, warmup_target, warmup_steps = 0 } = config;
  const peak = warmup_target ?? from;
  const plan = cosine({ from: peak, to: peak * alpha, over });
  const warm = typeof warmup_target === "number";
  return more(warm ? warmup({ plan, over: warmup_steps, from, to: peak }) : plan, raises);
};

/** Only what is above the floor shrinks. */
const restartsPort: Port<Restarts> = ({ config }) => {
  const { initial_learning_rate: rate, first_decay_steps: over, t_mul: growth, m_mul: factor, alpha } = config;
  const cycles = restarts({ plan: cosine({ from: rate * (1 - alpha), to: 0, over }), growth, factor });
  return rates(sum(constant({ value: rate * alpha }), cycles));
};

interface Scheduler {
  readonly schedule: string;
  readonly factor: number;
  readonly start: number;
}

/** The user's own functions, as functions of the epoch alone. */
const schedulerPort: Port<Scheduler> = ({ config: { schedule, factor, start }, raises }) => {
  const after = schedule === "base * factor ** epoch" ? 0 : start - 1;
  const user = (epoch: number): number => factor ** Math.max(epoch - after, 0);
  const plan = product(constant({ value: "1x" }), custom({ name: "user" }));
  return { ...more(plan, raises), functions: { user } };
};

export const keras: Ports = {
  ExponentialDecay: exponentialPort,
  PiecewiseConstantDecay: piecewisePort,
  PolynomialDecay: polynomialPort,
  InverseTimeDecay: inverseTimePort,
  CosineDecay: cosinePort,
  CosineDecayRestarts: restartsPort,
  LearningRateScheduler: schedulerPort,
  ReduceLROnPlateau: { elsewhere: "controllers/parity.test.ts" },
};
