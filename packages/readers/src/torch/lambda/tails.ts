import { clamp, constant, cosine, cosineWave, exponential, linear, type Plan, polynomial, powerLaw } from "anneal";
import { lastWhere, type Shape, same, share } from "./shape.ts";

/** What a function could be from its first epoch on, by a few of its values; whether it is has to be seen. */
export function* tailsOf(shape: Shape, probes: readonly number[]): Generator<Plan> {
  const [from, next] = [shape(0), shape(1)];
  if (!(from >= 0 && next >= 0)) return;
  const held = lastWhere(probes, (epoch) => same(shape(epoch), from));
  if (held === Number.POSITIVE_INFINITY) return yield constant({ value: share(from) });
  yield* endless(shape, probes);
  yield* ramps(shape, probes, from);
  const turn = Math.round(Math.PI / Math.acos((2 * next) / from - 1));
  if (turn > 1) yield cosineWave({ from: share(from), to: 0, over: turn });
}

/** What would go on without end and stops at a level, as by `max(0.05, …)`. */
export function* boundedTailsOf(shape: Shape, probes: readonly number[]): Generator<Plan> {
  const [from, end] = [shape(0), shape(probes.at(-1) as number)];
  if (!(end > 0) || end === from) return;
  for (const plan of endless(shape, probes)) {
    yield clamp({ plan, ...(end < from ? { min: share(end) } : { max: share(end) }) });
  }
}

function* endless(shape: Shape, probes: readonly number[]): Generator<Plan> {
  const from = shape(0);
  yield* falling(shape, lastWhere(probes, (epoch) => same(shape(epoch), from)) + 1);
  yield* powers(shape);
}

/** A power of a number, by epochs or in stairs. */
function* falling(shape: Shape, every: number): Generator<Plan> {
  const from = shape(0);
  const factor = shape(every) / from;
  if (from > 0 && factor >= 0) {
    yield exponential({ from: share(from), factor, every, ...(every > 1 && { staircase: true }) });
  }
}

/** A power of time, without end. */
function* powers(shape: Shape): Generator<Plan> {
  const [from, next] = [shape(0), shape(1)];
  for (const power of [-0.5, -1, powerOf(shape)]) {
    const rate = (next / from) ** (1 / power) - 1;
    // One that is whole, or the inverse of a whole number, is that.
    const every = Math.abs(1 / rate - Math.round(1 / rate)) < 1e-6 ? Math.round(1 / rate) : 1 / rate;
    if (every > 0 && every < 1e12) yield powerLaw({ from: share(from), every, power });
  }
}

/** By how much later the power is found: what is bounded soon after is only seen before. */
const APART = 8;

/** The power of `(1 + t / every)` that three values are, to six digits; NaN where they are none. */
function powerOf(shape: Shape): number {
  const [near, far] = [1, APART].map((epoch) => Math.log(shape(epoch) / shape(0))) as [number, number];
  const times = far / near;
  // The quotient of the two logarithms rises with the length, from 1 to how far they are apart.
  let [low, high] = [-30, 30];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    const every = Math.exp(middle);
    if (Math.log1p(APART / every) / Math.log1p(1 / every) < times) low = middle;
    else high = middle;
  }
  return Number((near / Math.log1p(1 / Math.exp(low))).toPrecision(6));
}

/** What ends at a level, where it stays. */
function* ramps(shape: Shape, probes: readonly number[], from: number): Generator<Plan> {
  const end = shape(probes.at(-1) as number);
  const reached = firstOf(shape, probes, end);
  if (!(end >= 0) || reached <= 0) return;
  const levels = { from: share(from), to: share(end), over: reached } as const;
  yield linear(levels);
  yield cosine(levels);
  const power =
    Math.log((shape(Math.floor(reached / 2)) - end) / (from - end)) / Math.log(1 - Math.floor(reached / 2) / reached);
  const nice = Number(power.toPrecision(9));
  if (nice > 0 && nice < 100) yield polynomial({ ...levels, power: nice });
}

/** The first epoch from which on a function stays at a level. */
function firstOf(shape: Shape, probes: readonly number[], level: number): number {
  const last = probes.findLastIndex((epoch) => !same(shape(epoch), level) && Math.abs(shape(epoch) - level) > 1e-15);
  const since = probes.slice(Math.max(last, 0));
  return lastWhere(since, (epoch) => Math.abs(shape(epoch) - level) > 1e-15) + 1;
}
