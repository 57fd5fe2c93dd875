import type { Functions, Level, Plan } from "../../../src/index.ts";
import * as anneal from "../../../src/index.ts";
import type { Draw } from "../../arbitrary/draw.ts";

/** How long a plan's run is. */
export interface Span {
  readonly steps: number;
}

/** Draws a plan as users write it, for a run of so many steps. */
export type Subject = (draw: Draw, span: Span) => Plan;

/** The functions that the plans here name. */
export const functions: Functions = anneal.functions;

/** A whole number of steps, a share of the run or a little more. */
const some = (draw: Draw, { steps }: Span, most = 1): number => draw.integer(1, Math.ceil(steps * most));

/** Most often the whole run. */
const whole = (draw: Draw, span: Span): number => (draw.oneIn(2) ? some(draw, span, 1.2) : span.steps);

const low = (draw: Draw): Level => draw.pick<Level>([0, "0.1x", "0.01x", 1e-5, "0.001x", 3e-4]);
const high = (draw: Draw): Level => draw.pick<Level>(["1x", "1x", "2x", 0.05]);
const above0 = (draw: Draw): Level => draw.pick<Level>([1e-3, "0.1x", "0.01x"]);
const factor = (draw: Draw): number => draw.pick([0.1, 0.5, 0.3, 0.94, 0.99]);
const power = (draw: Draw): number => draw.pick([1, 2, 0.5, 0.9, 3]);

/** Rising positions inside the run. */
function milestones(draw: Draw, span: Span): readonly number[] {
  const all = Array.from({ length: draw.integer(1, 4) }, () => some(draw, span));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A ramp down, over all of the run or not. */
const ends = (draw: Draw, span: Span) => ({ from: high(draw), to: low(draw), over: whole(draw, span) });
const fall = (draw: Draw, span: Span) => anneal.cosine(ends(draw, span));
const climb = (draw: Draw, span: Span) => ({
  warmup: draw.oneIn(4) ? 0 : some(draw, span, 0.4),
  ...(draw.oneIn(3) ? { from: low(draw) } : {}),
});
const rest = (draw: Draw, span: Span) => (draw.oneIn(2) ? {} : { over: some(draw, span) });

/** Every kind and every recipe, by its name: a test holds that none is missing. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  constant: (draw) => anneal.constant({ value: high(draw) }),
  linear: (draw, span) => anneal.linear({ ...ends(draw, span), ...(draw.oneIn(4) ? { inclusive: true } : {}) }),
  cosine: (draw, span) => anneal.cosine({ ...ends(draw, span), ...(draw.oneIn(4) ? { k: 0.5 } : {}) }),
  polynomial: (draw, span) =>
    anneal.polynomial({ ...ends(draw, span), power: power(draw), ...(draw.oneIn(4) ? { cycle: true } : {}) }),
  tanh: (draw, span) => anneal.tanh(ends(draw, span)),
  geometric: (draw, span) => anneal.geometric({ from: high(draw), to: above0(draw), over: whole(draw, span) }),
  logarithmic: (draw, span) => anneal.logarithmic({ from: above0(draw), to: "1x", over: whole(draw, span) }),
  exponential: (draw, span) =>
    anneal.exponential({
      from: high(draw),
      factor: factor(draw),
      every: draw.oneIn(2) ? 1 : some(draw, span, 0.3),
      staircase: draw.oneIn(2),
    }),
  piecewise(draw, span) {
    const at = milestones(draw, span);
    return anneal.piecewise({ from: high(draw), at, to: at.map(() => above0(draw)) });
  },
  powerLaw: (draw, span) =>
    anneal.powerLaw({ from: high(draw), every: some(draw, span, 0.3), power: draw.pick([-0.5, -1, 0.5]) }),
  cosineWave: (draw, span) => anneal.cosineWave({ ...ends(draw, span), over: some(draw, span) }),
  custom: () => anneal.custom({ name: "radam", args: [0.999] }),
  sequence: (draw, span) =>
    anneal.sequence(
      anneal.linear({ from: low(draw), to: "1x", over: some(draw, span, 0.3) }),
      anneal.polynomial({ from: "last", to: low(draw), over: "rest", power: power(draw) }),
    ),
  product: (draw, span) =>
    anneal.product(fall(draw, span), anneal.exponential({ from: 1, factor: factor(draw), every: some(draw, span) })),
  sum: (draw, span) => anneal.sum(fall(draw, span), anneal.constant({ value: 1e-4 })),
  clamp: (draw, span) => anneal.clamp({ plan: fall(draw, span), min: above0(draw) }),
  shift: (draw, span) => anneal.shift({ plan: fall(draw, span), by: draw.pick([1, -1, 3, 7.5]) }),
  repeat: (draw, span) =>
    anneal.repeat({
      plan: anneal.cosine({ ...ends(draw, span), over: some(draw, span, 0.4) }),
      ...(draw.oneIn(2) ? { stretch: 2 } : {}),
      ...(draw.oneIn(3) ? { scale: 0.5 } : {}),
    }),
  clock: (draw, span) =>
    anneal.clock({ unit: "samples", plan: anneal.cosine({ ...ends(draw, span), over: 32 * whole(draw, span) }) }),

  batchScale: (draw, span) => anneal.batchScale({ plan: fall(draw, span), batch: 512, reference: 256, rule: "sqrt" }),
  constantFactor: (draw, span) => anneal.constantFactor({ factor: factor(draw), over: some(draw, span, 0.5) }),
  cyclic: (draw, span) =>
    anneal.cyclic({
      base: low(draw),
      peak: high(draw),
      up: some(draw, span, 0.3),
      ...(draw.oneIn(2) ? { down: some(draw, span, 0.3) } : {}),
      ...(draw.oneIn(2) ? { factor: 0.5 } : {}),
      ...(draw.oneIn(4) ? { factor: 0.99, per: "step" as const } : {}),
    }),
  exponentialDecay: (draw, span) =>
    anneal.exponentialDecay({
      every: some(draw, span, 0.3),
      factor: factor(draw),
      staircase: draw.oneIn(2),
      ...(draw.oneIn(3) ? { min: 1e-3 } : {}),
    }),
  exponentialWarmup: (draw, span) => anneal.exponentialWarmup({ plan: fall(draw, span), over: some(draw, span, 0.3) }),
  flatCosine: (draw, span) => anneal.flatCosine({ flat: some(draw, span, 0.7) }),
  fractions: (draw, span) =>
    anneal.fractions({
      plans: [
        anneal.linear({ from: low(draw), to: "1x", over: "rest" }),
        anneal.cosine({ from: "1x", to: 0, over: "rest" }),
      ],
      shares: draw.pick([
        [0.25, 0.75],
        [0.1, 0.9],
        [0.5, 0.5],
      ]),
      scaling: span.steps > 0 ? ["rescaled", draw.pick(["rescaled", "fixed"] as const)] : [],
    }),
  inverseSqrt: (draw, span) => anneal.inverseSqrt({ warmup: some(draw, span, 0.4) }),
  inverseTime: (draw, span) =>
    anneal.inverseTime({ every: some(draw, span, 0.3), rate: draw.pick([1, 0.5]), staircase: draw.oneIn(2) }),
  linearWarmup: (draw, span) => anneal.linearWarmup({ plan: fall(draw, span), over: some(draw, span, 0.3) }),
  multiStep: (draw, span) => anneal.multiStep({ milestones: milestones(draw, span), factor: factor(draw) }),
  noise: (draw, span) => anneal.noise({ plan: fall(draw, span), from: some(draw, span, 0.5) }),
  oneCycle: (draw, span) =>
    anneal.oneCycle({
      peak: high(draw),
      over: span.steps,
      pctStart: draw.pick([0.3, 0.25, 0.5]),
      strategy: draw.pick(["cosine", "linear"] as const),
    }).lr,
  oneTriangle: (draw, span) =>
    anneal.oneTriangle({ from: low(draw), to: high(draw), up: some(draw, span, 0.4), down: some(draw, span, 0.4) }),
  piecewiseInterpolate(draw, span) {
    const at = milestones(draw, span);
    const to = at.map(() => above0(draw));
    return anneal.piecewiseInterpolate({ from: "1x", at, to, curve: draw.pick(["linear", "cosine"] as const) });
  },
  radamWarmup: (draw, span) => anneal.radamWarmup({ plan: fall(draw, span), beta2: 0.99 }),
  rangeTest: (draw, span) =>
    anneal.rangeTest({ from: 1e-3, every: some(draw, span, 0.3), rate: draw.pick([1, 0.5]), staircase: draw.oneIn(2) }),
  restarts: (draw, span) =>
    anneal.restarts({
      plan: anneal.cosine({ from: "1x", to: low(draw), over: some(draw, span, 0.4) }),
      growth: draw.pick([1, 2]),
      ...(draw.oneIn(3) ? { factor: 0.5 } : {}),
    }),
  step: (draw, span) => anneal.step({ every: some(draw, span, 0.5), factor: factor(draw) }),
  swa: (draw, span) =>
    anneal.swa({ plan: fall(draw, span), begin: some(draw, span), rate: 0.002, over: some(draw, span, 0.2) }),
  triStage: (draw, span) =>
    anneal.triStage({ warmup: some(draw, span, 0.2), hold: some(draw, span, 0.4), decay: some(draw, span, 0.4) }),
  warmup: (draw, span) =>
    anneal.warmup({ plan: anneal.multiStep({ milestones: milestones(draw, span) }), over: some(draw, span, 0.3) }),
  warmupConstant: (draw, span) => anneal.warmupConstant({ warmup: some(draw, span, 0.4) }),
  warmupCosine: (draw, span) => anneal.warmupCosine({ ...climb(draw, span), ...rest(draw, span), to: low(draw) }),
  warmupCosineRestarts: (draw, span) =>
    anneal.warmupCosineRestarts({
      warmup: some(draw, span, 0.2),
      over: Math.ceil(0.7 * span.steps),
      cycles: draw.pick([1, 2, 3]),
    }),
  warmupLinear: (draw, span) => anneal.warmupLinear({ ...climb(draw, span), ...rest(draw, span) }),
  warmupMultiFactor(draw, span) {
    const warm = some(draw, span, 0.2);
    return anneal.warmupMultiFactor({
      factor: factor(draw),
      milestones: milestones(draw, span).filter((one) => one >= warm),
      warmup: warm,
      from: above0(draw),
      strategy: draw.pick(["linear", "constant", "exponential", "cosine"] as const),
    });
  },
  warmupPolynomial: (draw, span) =>
    anneal.warmupPolynomial({ ...climb(draw, span), ...rest(draw, span), to: low(draw), power: power(draw) }),
  weightDecayRamp: (draw) =>
    anneal.weightDecayRamp({ from: 0.01, to: 0.1, curve: draw.pick(["linear", "cosine"] as const) }),
  wsd: (draw, span) =>
    anneal.wsd({
      ...climb(draw, span),
      decay: some(draw, span, 0.4),
      decayCurve: draw.pick(["linear", "cosine", "sqrt"] as const),
      to: low(draw),
    }),
};
