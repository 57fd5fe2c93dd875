import {
  constant,
  cosine,
  cosineWave,
  exponential,
  type Level,
  linear,
  type Part,
  type Plan,
  piecewise,
  polynomial,
  sequence,
} from "../../../src/index.ts";

/** The options of every scheduler that changes the rate it finds. */
export interface Options {
  readonly begin?: number;
  readonly end?: number;
  /** Updates in an epoch, when the rest is in epochs. */
  readonly epoch_length?: number;
  readonly step_size: number;
  readonly gamma: number;
  readonly milestones: readonly number[];
  readonly factor: number;
  readonly start_factor: number;
  readonly end_factor?: number;
  readonly T_max?: number;
  readonly eta_min?: number | null;
  readonly eta_min_ratio?: number | null;
  readonly power: number;
  readonly periods: readonly number[];
  readonly restart_weights: readonly number[];
}

/** What a scheduler does to the rate that it finds: `rate * shape + rest`, or, from `begin` on, something else. */
export interface Change {
  readonly begin: number;
  readonly end: number;
  /** A number before, while and after it acts. */
  readonly shape: Plan;
  /** What is added, when it goes to a floor. */
  readonly rest?: Plan;
  /** What the rate is from `begin` on, whatever it was. */
  readonly instead?: readonly (Plan | Part)[];
  /** It goes by the base rate again after its end. */
  readonly returns?: boolean;
}

const x = (factor: number): Level => `${factor}x`;

/** A curve that acts from `begin` on, and keeps the value that it has at `until`. */
function windowed(before: number, plan: Plan, begin: number, until: number): Plan {
  return sequence(
    constant({ value: before, over: begin }),
    until === Number.POSITIVE_INFINITY ? plan : { plan, until },
  );
}

const KINDS: Readonly<Record<string, (options: Options, window: Window) => Omit<Change, "begin" | "end">>> = {
  Step: ({ step_size, gamma }, { each, begin, end }) => {
    const stairs = exponential({ from: 1, factor: gamma, every: step_size * each, staircase: true });
    return { shape: windowed(1, stairs, begin, end) };
  },

  MultiStep: ({ milestones, gamma }, { each, begin, end }) => {
    const at = [...new Set(milestones)].sort((a, b) => a - b);
    const to = at.map((last) => gamma ** milestones.filter((milestone) => milestone <= last).length);
    return { shape: windowed(1, piecewise({ from: 1, at: at.map((m) => m * each), to }), begin, end) };
  },

  Constant: ({ factor }, { begin, end }) => {
    const held = constant({ value: factor, over: end - begin - 1 });
    const plan = end - begin > 1 ? sequence(held, constant({ value: 1 })) : constant({ value: factor });
    return { shape: windowed(1, plan, begin, end) };
  },

  Linear: ({ start_factor: from, end_factor: to = 1 }, { begin, end }) => {
    const line = linear({ from, to, over: end - begin, inclusive: true });
    return { shape: windowed(1, end - begin > 1 ? line : constant({ value: from }), begin, end) };
  },

  Exponential: ({ gamma }, { begin, end }) => ({
    shape: windowed(1, exponential({ from: 1, factor: gamma, every: 1 }), begin, end - 1),
  }),

  CosineAnnealing: (options, { each, begin, end }) => {
    const over = options.T_max ? options.T_max * each : end - begin;
    return {
      shape: windowed(1, cosineWave({ from: 1, to: 0, over }), begin, end - 1),
      rest: windowed(0, cosineWave({ from: 0, to: floorOf(options), over }), begin, end - 1),
      returns: over < end - begin,
    };
  },

  Poly: (options, { begin, end }) => {
    const ramp = { over: end - begin, inclusive: true, power: options.power };
    if (end - begin === 1) return { shape: constant({ value: 1 }) };
    return {
      shape: windowed(1, polynomial({ from: 1, to: 0, ...ramp }), begin, end),
      rest: windowed(0, polynomial({ from: 0, to: floorOf(options), ...ramp }), begin, end),
    };
  },

  CosineRestart: (options, { each, begin, end }) => {
    const instead: (Plan | Part)[] = [];
    const last = Math.min(options.periods.reduce((a, b) => a + b) * each, end - begin) - 1;
    let start = 0;
    options.periods.forEach((period, i) => {
      const from = x(options.restart_weights[i] as number);
      const until = begin + Math.min(start + period * each, last);
      const plan: Plan = cosine({ from, to: floorOf(options), over: period * each });
      if (start === last) instead.push(constant({ value: from }));
      else if (start < last) instead.push({ plan, until });
      start += period * each;
    });
    return { shape: constant({ value: 1 }), instead };
  },
};

interface Window {
  readonly each: number;
  readonly begin: number;
  readonly end: number;
}

function floorOf({ eta_min, eta_min_ratio }: Options): Level {
  return typeof eta_min_ratio === "number" ? x(eta_min_ratio) : (eta_min ?? 0);
}

/** What a scheduler of this name does. */
export function changeOf(name: string, options: Options): Change {
  const { epoch_length: each = 1, begin = 0, end = Number.POSITIVE_INFINITY } = options;
  const window = { each, begin: begin * each, end: end * each };
  const change = KINDS[name]?.(options, window) as Change;
  return { ...change, begin: window.begin, end: window.end };
}
