import { FUNCTIONS, type Spec, type TorchCase } from "./torchCases.ts";

type Options = Readonly<Record<string, number>>;

/** One entry of a list with one for each group, or the one value for all of them. */
const pick = (value: unknown, i: number): number => (Array.isArray(value) ? value[i] : value) as number;

const half = (share: number): number => (1 + Math.cos(Math.PI * share)) / 2;

/** The closed form of each class, as docs/torch.md says it: the rate of group i at position t. */
const CLOSED: Readonly<Record<string, (options: Options, base: number, t: number, i: number) => number>> = {
  StepLR: ({ stepSize = 0, gamma = 0.1 }, base, t) => base * gamma ** Math.floor(t / stepSize),
  MultiStepLR: ({ milestones, gamma = 0.1 }, base, t) =>
    base * gamma ** (milestones as unknown as number[]).filter((milestone) => milestone <= t).length,
  ConstantLR: ({ factor = 1 / 3, totalIters = 5 }, base, t) => (t < totalIters ? base * factor : base),
  LinearLR({ startFactor = 1 / 3, endFactor = 1, totalIters = 5 }, base, t) {
    return base * (t < totalIters ? startFactor + ((endFactor - startFactor) * t) / totalIters : endFactor);
  },
  ExponentialLR: ({ gamma = 1 }, base, t) => base * gamma ** t,
  PolynomialLR: ({ totalIters = 5, power = 1 }, base, t) => base * (1 - Math.min(t / totalIters, 1)) ** power,
  CosineAnnealingLR: ({ tMax = 1, etaMin = 0 }, base, t) => etaMin + (base - etaMin) * half(t / tMax),
  CosineAnnealingWarmRestarts({ t0 = 1, tMult = 1, etaMin = 0 }, base, t) {
    let [start, length] = [0, t0];
    while (t >= start + length) [start, length] = [start + length, length * tMult];
    return etaMin + (base - etaMin) * half((t - start) / length);
  },
  LambdaLR: ({ lrLambda }, base, t, i) => base * (FUNCTIONS[pick(lrLambda, i)] as (t: number) => number)(t),
  CyclicLR({ baseLr, maxLr, stepSizeUp: up = 2000, stepSizeDown, mode, gamma = 1 }, _, t, i) {
    const length = up + (stepSizeDown ?? up);
    const since = t % length;
    const height = since <= up ? since / up : (length - since) / (length - up);
    const scales: Record<string, number> = { triangular2: 0.5 ** Math.floor(t / length), exp_range: gamma ** t };
    return pick(baseLr, i) + (pick(maxLr, i) - pick(baseLr, i)) * height * (scales[String(mode)] ?? 1);
  },
  OneCycleLR(options, _, t, i) {
    const { maxLr, totalSteps = 1, pctStart = 0.3, annealStrategy, threePhase } = options;
    const most = pick(maxLr, i);
    const first = firstOf(options, i);
    const last = first / (options.finalDivFactor ?? 1e4);
    const top = Math.max(pctStart * totalSteps - 1, 0);
    const corners = threePhase
      ? [
          [0, first],
          [top, most],
          [2 * top, first],
          [totalSteps - 1, last],
        ]
      : [
          [0, first],
          [top, most],
          [totalSteps - 1, last],
        ];
    const at = Math.min(t, totalSteps - 1);
    const next = corners.findIndex(([corner = 0], k) => k > 0 && corner > 0 && at <= corner);
    const [[from, low], [to, high]] = [corners[next - 1], corners[next]] as [[number, number], [number, number]];
    const share = (at - from) / (to - from);
    return annealStrategy === ("linear" as unknown) ? low + (high - low) * share : high + (low - high) * half(share);
  },
};

function firstOf({ maxLr, divFactor = 25 }: Options, i: number): number {
  return pick(maxLr, i) / divFactor;
}

/** The rate of a scheduler that stands alone. */
export function closed({ class: name, options }: Spec, base: number, t: number, i: number): number {
  const { schedulers = [], milestones } = options;
  const [first] = schedulers;
  const start = first?.class === "OneCycleLR" ? firstOf(first.options as unknown as Options, i) : base;
  if (name === "ChainedScheduler") {
    return schedulers.reduce((rate, one) => rate * (closed(one, start, t, i) / start), start);
  }
  if (name === "SequentialLR") {
    const passed = (milestones as number[]).filter((milestone) => milestone <= t);
    return closed(schedulers[passed.length] as Spec, start, t - (passed.at(-1) ?? 0), i);
  }
  return (CLOSED[name] as (typeof CLOSED)[string])(options as unknown as Options, base, t, i);
}

/** One step of CosineAnnealingLR from a rate that others have changed, never below 0. */
function cosineStep({ options }: Spec, base: number, rate: number, t: number): number {
  const { tMax, etaMin } = options as { tMax: number; etaMin: number };
  const atBottom = (t - 1 - tMax) % (2 * tMax) === 0;
  const distance = ((rate - etaMin) * half(t / tMax)) / half((t - 1) / tMax);
  return Math.max(atBottom ? rate + (base - etaMin) * half(t / tMax) : etaMin + distance, 0);
}

const OVERWRITING = ["LambdaLR", "CyclicLR", "OneCycleLR", "CosineAnnealingWarmRestarts"];

/** A chain's rate at t when each step is made from the one before. */
export function chained(parts: readonly Spec[], base: number, t: number, i: number): number {
  let rate = base;
  for (let step = 0; step <= t; step++) {
    for (const one of parts) {
      const now = closed(one, base, step, i);
      const before = step === 0 ? base : closed(one, base, step - 1, i);
      if (OVERWRITING.includes(one.class)) rate = now;
      else if (one.class === "CosineAnnealingLR" && step > 0) rate = cosineStep(one, base, rate, step);
      else rate = before === 0 ? rate + now : (rate * now) / before;
    }
  }
  return rate;
}

/** The rates of several schedulers on one optimizer, each in its turn. */
export function together({ bases, schedulers, calls }: TorchCase): number[][] {
  return transpose(bases.map((base, i) => oneGroup(schedulers, calls, base, i)));
}

function oneGroup(schedulers: readonly Spec[], calls: TorchCase["calls"], base: number, i: number): number[] {
  // What each makes of a rate of 1.
  const factors = schedulers.map((one) => (one.class === "ReduceLROnPlateau" ? 1 : closed(one, base, 0, i) / base));
  const positions = schedulers.map(() => 0);
  const watches = schedulers.map(() => ({ best: Number.NaN, bad: 0 }));
  const rate = (): number => factors.reduce((product, factor) => product * factor, base);
  const rates = [rate()];
  for (const call of calls) {
    const which = "metric" in call ? (call.which ?? 0) : call[0];
    const spec = schedulers[which] as Spec;
    const before = factors[which] as number;
    positions[which] = (positions[which] as number) + 1;
    if ("metric" in call) {
      const cut = isCut(spec, call.metric ?? Number.NaN, watches[which] as Watch);
      if (cut) factors[which] = before * plateauCut(spec, rate(), i);
    } else if (spec.class === "CosineAnnealingLR" && spec.options.etaMin !== 0) {
      const others = rate() / (base * before) || 1;
      factors[which] = cosineStep(spec, base, base * before * others, positions[which]) / others / base;
    } else factors[which] = closed(spec, base, positions[which], i) / base;
    rates.push(rate());
  }
  return rates;
}

interface Watch {
  best: number;
  bad: number;
}

/** Whether a metric makes a plateau without cooldown cut the rate. */
function isCut({ options }: Spec, metric: number, watch: Watch): boolean {
  const { threshold, patience } = options as unknown as Options as { threshold: number; patience: number };
  const sign = options.mode === "min" ? 1 : -1;
  const margin = options.thresholdMode === "rel" ? watch.best * threshold * sign : threshold * sign;
  const better = Number.isNaN(watch.best) ? !Number.isNaN(metric) : sign * metric < sign * (watch.best - margin);
  if (better) watch.best = metric;
  watch.bad = better ? 0 : watch.bad + 1;
  if (watch.bad <= patience) return false;
  watch.bad = 0;
  return true;
}

/** What a cut multiplies a rate by. */
function plateauCut({ options }: Spec, rate: number, i: number): number {
  const { factor, minLr, eps } = options as unknown as Options as { factor: number; minLr: number; eps: number };
  const next = Math.max(rate * factor, pick(minLr, i));
  return rate - next > eps ? next / rate : 1;
}

function transpose(lists: readonly (readonly number[])[]): number[][] {
  return (lists[0] as readonly number[]).map((_, k) => lists.map((list) => list[k] as number));
}
