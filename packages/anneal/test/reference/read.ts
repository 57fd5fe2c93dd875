import type { Functions, Plan, Run } from "../../src/index.ts";
import { amountAt } from "./amount.ts";
import { clampAt, productAt, repeatAt, shiftAt, sumAt } from "./combined.ts";
import { exponentialAt, levelAt, powerLawAt, waveAt } from "./curves.ts";
import { layOut, type Place } from "./layout.ts";
import { inside } from "./length.ts";
import { type RampPlan, rampAt } from "./ramps.ts";
import { type Reading, readingOf, stepsOf } from "./units.ts";

/** How a plan of a kind is read at `t`, or just `before`. */
type Readers = {
  readonly [K in Plan["kind"]]: (plan: Extract<Plan, { kind: K }>, t: number, place: Place, before: boolean) => Reading;
};

function readRamp(plan: RampPlan, t: number, { run, room, last }: Place, before: boolean): Reading {
  const over = plan.over === "rest" ? room : stepsOf(plan.over, run);
  const steps = plan.inclusive ? Math.max(over - 1, 0) : over;
  return rampAt(plan, t, steps, run, readingOf(plan.from, run, last), readingOf(plan.to, run, last), before);
}

const READERS: Readers = {
  constant: ({ value }, _, { run, last }) => readingOf(value, run, last),
  linear: readRamp,
  cosine: readRamp,
  polynomial: readRamp,
  geometric: readRamp,
  tanh: readRamp,
  logarithmic: readRamp,
  exponential(plan, t, { run, last }, before) {
    const [from, to] = [readingOf(plan.from, run, last), readingOf(plan.to ?? 0, run, last)];
    return exponentialAt(plan, t, stepsOf(plan.every, run), from, to, before);
  },
  powerLaw: (plan, t, { run, last }, before) =>
    powerLawAt(plan, t, stepsOf(plan.every, run), readingOf(plan.from, run, last), before),
  cosineWave: (plan, t, { run, room, last }) => {
    const over = plan.over === "rest" ? room : stepsOf(plan.over, run);
    return waveAt(plan, t, over, readingOf(plan.from, run, last), readingOf(plan.to, run, last));
  },
  piecewise(plan, t, { run, last }, before) {
    const index = levelAt(
      t,
      plan.at.map((time) => stepsOf(time, run)),
      before,
    );
    return readingOf(index < 0 ? plan.from : (plan.to[index] ?? 0), run, last);
  },
  custom({ name, args = [] }, t, { functions }) {
    const value = functions[name]?.(t, args) ?? Number.NaN;
    return { value, scale: value };
  },
  clamp: clampAt,
  product: productAt,
  sum: sumAt,
  shift: shiftAt,
  repeat: repeatAt,
  clock({ unit, plan }, t, place, before) {
    const run = inside(place.run, unit);
    return readAt(plan, amountAt(t, run.clock), { ...place, run, room: amountAt(place.room, run.clock) }, before);
  },
  sequence(plan, t, place, before) {
    const [laid, held] = layOut(plan, place);
    const part = laid.find(({ start, end }) => (before ? start < t && t <= end : start <= t && t < end));
    return part === undefined ? held : readAt(part.plan, t - part.origin, part.place, before);
  },
};

/**
 * A second reading of the documentation, straight and slow: what a plan says at step `t`, or with `before` where it
 * was heading just before `t`. It shares no code with the library.
 */
export function readAt(plan: Plan, t: number, place: Place, before = false): Reading {
  return (READERS[plan.kind] as (plan: Plan, t: number, place: Place, before: boolean) => Reading)(
    plan,
    t,
    place,
    before,
  );
}

/** What a whole plan says at a step of a run, or where it was heading just before it. */
export function reference(plan: Plan, run: Run, step: number, functions: Functions = {}, before = false): Reading {
  const last = { value: Number.NaN, scale: Number.NaN };
  return readAt(plan, Math.max(step, 0), { run, room: run.steps ?? Number.NaN, last, functions }, before);
}
