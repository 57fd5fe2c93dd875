import {
  clamp,
  clock,
  constant,
  cosine,
  cosineWave,
  custom,
  exponential,
  type Functions,
  geometric,
  linear,
  logarithmic,
  type Plan,
  piecewise,
  polynomial,
  powerLaw,
  product,
  repeat,
  sequence,
  shift,
  sum,
  tanh,
} from "anneal";

/** One kind: a plan of it, and the same formula as people write it by hand, a closure over its options. */
export interface Side {
  readonly plan: Plan;
  readonly hand: () => (step: number) => number;
}

/** The run that all of them are read in. */
export const RUN = { steps: 1_000_000, samplesPerStep: { from: 32, at: [1000, 2000], to: [64, 128] } };

/** What the `custom` plan names. */
export const FUNCTIONS: Functions = { decay: (t, [rate = 0]) => 1 / (1 + rate * t) };

const steps = RUN.steps;
const { PI, cos, floor, log, max, min } = Math;

/** A closure over options: they are read from an object on each call, as a library or a careful user does. */
const over = <O>(options: O, rate: (options: O, step: number) => number) => {
  return (): ((step: number) => number) => (step) => rate(options, step);
};
const ramp = { from: 0.1, to: 0.001, over: steps };

/** Every kind, by its name. */
export const KINDS: Readonly<Record<Plan["kind"], Side>> = {
  constant: { plan: constant({ value: 0.1 }), hand: over({ value: 0.1 }, ({ value }) => value) },
  linear: {
    plan: linear(ramp),
    hand: over(ramp, ({ from, to, over }, t) => (t < over ? from + ((to - from) * t) / over : to)),
  },
  cosine: {
    plan: cosine(ramp),
    hand: over(ramp, ({ from, to, over }, t) => (t < over ? to + ((from - to) * (1 + cos((PI * t) / over))) / 2 : to)),
  },
  cosineWave: {
    plan: cosineWave({ ...ramp, over: 1000 }),
    hand: over({ ...ramp, over: 1000 }, ({ from, to, over }, t) => to + ((from - to) * (1 + cos((PI * t) / over))) / 2),
  },
  polynomial: {
    plan: polynomial({ ...ramp, power: 0.9 }),
    hand: over({ ...ramp, power: 0.9 }, ({ from, to, over, power }, t) =>
      t < over ? to + (from - to) * (1 - t / over) ** power : to,
    ),
  },
  geometric: {
    plan: geometric(ramp),
    hand: over(ramp, ({ from, to, over }, t) => (t < over ? from * (to / from) ** (t / over) : to)),
  },
  tanh: {
    plan: tanh(ramp),
    hand: over({ ...ramp, lower: -7, upper: 3 }, ({ from, to, over, lower, upper }, t) =>
      t < over ? to + ((from - to) * (1 - Math.tanh(lower * (1 - t / over) + (upper * t) / over))) / 2 : to,
    ),
  },
  logarithmic: {
    plan: logarithmic(ramp),
    hand: over(ramp, ({ from, to, over }, t) => (t < over ? from + ((to - from) * log(t + 1)) / log(over + 1) : to)),
  },
  exponential: {
    plan: exponential({ from: 0.1, factor: 0.9, every: 20_000 }),
    hand: over({ from: 0.1, factor: 0.9, every: 20_000 }, ({ from, factor, every }, t) => from * factor ** (t / every)),
  },
  powerLaw: {
    plan: powerLaw({ from: 0.1, every: 1000, power: -0.5 }),
    hand: over({ from: 0.1, every: 1000 }, ({ from, every }, t) => from / Math.sqrt(1 + t / every)),
  },
  piecewise: {
    plan: piecewise({ from: 0.1, at: [250_000, 500_000, 750_000], to: [0.03, 0.01, 0.003] }),
    hand: over({ at: [250_000, 500_000, 750_000], to: [0.1, 0.03, 0.01, 0.003] }, ({ at, to }, t) => {
      let i = 0;
      while (i < at.length && t >= (at[i] as number)) i++;
      return to[i] as number;
    }),
  },
  sequence: {
    plan: sequence(linear({ from: 0, to: 0.1, over: 10_000 }), cosine({ from: 0.1, to: 0, over: "rest" })),
    hand: over({ peak: 0.1, warmup: 10_000, steps }, ({ peak, warmup, steps }, t) =>
      t < warmup ? (peak * t) / warmup : (peak * (1 + cos((PI * (t - warmup)) / (steps - warmup)))) / 2,
    ),
  },
  repeat: {
    plan: repeat({ plan: cosine({ from: 0.1, to: 0, over: 5000 }), scale: 0.99 }),
    hand: over({ peak: 0.1, length: 5000, scale: 0.99 }, ({ peak, length, scale }, t) => {
      const cycle = floor(t / length);
      return ((peak * (1 + cos((PI * (t - cycle * length)) / length))) / 2) * scale ** cycle;
    }),
  },
  product: {
    plan: product(cosine({ from: 0.1, to: 0, over: steps }), exponential({ from: 1, factor: 0.9, every: 50_000 })),
    hand: over({ peak: 0.1, steps, factor: 0.9, every: 50_000 }, ({ peak, steps, factor, every }, t) =>
      t < steps ? ((peak * (1 + cos((PI * t) / steps))) / 2) * factor ** (t / every) : 0,
    ),
  },
  sum: {
    plan: sum(constant({ value: 0.01 }), exponential({ from: 0.1, factor: 0.9, every: 50_000 })),
    hand: over({ floor: 0.01, from: 0.1, factor: 0.9, every: 50_000 }, ({ floor, from, factor, every }, t) => {
      return floor + from * factor ** (t / every);
    }),
  },
  clamp: {
    plan: clamp({ plan: exponential({ from: 0.1, factor: 0.9, every: 50_000 }), min: 0.02, max: 0.08 }),
    hand: over({ from: 0.1, factor: 0.9, every: 50_000, low: 0.02, high: 0.08 }, (options, t) => {
      return min(max(options.from * options.factor ** (t / options.every), options.low), options.high);
    }),
  },
  shift: {
    plan: shift({ plan: linear(ramp), by: 1 }),
    hand: over(ramp, ({ from, to, over }, t) => (t + 1 < over ? from + ((to - from) * (t + 1)) / over : to)),
  },
  clock: {
    plan: clock({ unit: "samples", plan: linear({ from: 0.1, to: 0, over: "rest" }) }),
    hand: over({ from: 0.1, samples: 127_840_000, ramp: RUN.samplesPerStep }, ({ from, samples, ramp }, t) => {
      let [seen, since, size] = [0, 0, ramp.from];
      for (let i = 0; i < ramp.at.length && t >= (ramp.at[i] as number); i++) {
        seen += size * ((ramp.at[i] as number) - since);
        since = ramp.at[i] as number;
        size = ramp.to[i] as number;
      }
      return from - (from * (seen + size * (t - since))) / samples;
    }),
  },
  custom: {
    plan: custom({ name: "decay", args: [0.001] }),
    hand: over({ decay: FUNCTIONS.decay, args: [0.001] }, ({ decay, args }, t) => decay?.(t, args) as number),
  },
};

/** The kind that the process was started for. */
export function chosenKind(): Side {
  const side = KINDS[process.argv[2] as Plan["kind"]];
  if (side === undefined) throw new Error(`no kind is called ${process.argv[2]}`);
  return side;
}
