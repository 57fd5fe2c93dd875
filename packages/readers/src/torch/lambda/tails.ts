import { constant, cosine, cosineWave, exponential, linear, type Plan, polynomial, powerLaw } from "anneal";
import { lastWhere, type Shape, same, share } from "./shape.ts";

/** What a function could be from its first epoch on, by a few of its values; whether it is has to be seen. */
export function* tailsOf(shape: Shape, probes: readonly number[]): Generator<Plan> {
  const [from, next] = [shape(0), shape(1)];
  if (!(from >= 0 && next >= 0)) return;
  const held = lastWhere(probes, (epoch) => same(shape(epoch), from));
  if (held === Number.POSITIVE_INFINITY) return yield constant({ value: share(from) });
  if (from > 0) {
    const every = held + 1;
    const factor = shape(every) / from;
    if (factor >= 0) yield exponential({ from: share(from), factor, every, ...(every > 1 && { staircase: true }) });
  }
  yield* powers(from, next);
  yield* ramps(shape, probes, from);
  const turn = Math.round(Math.PI / Math.acos((2 * next) / from - 1));
  if (turn > 1) yield cosineWave({ from: share(from), to: 0, over: turn });
}

/** A power of time, without end. */
function* powers(from: number, next: number): Generator<Plan> {
  for (const power of [-0.5, -1]) {
    const rate = (next / from) ** (1 / power) - 1;
    // One that is whole, or the inverse of a whole number, is that.
    const every = Math.abs(1 / rate - Math.round(1 / rate)) < 1e-6 ? Math.round(1 / rate) : 1 / rate;
    if (every > 0 && every < 1e12) yield powerLaw({ from: share(from), every, power });
  }
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
