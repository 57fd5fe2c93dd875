import type { Plan, Run } from "../../src/index.ts";
import { amountAt, updatesFor } from "./amount.ts";
import { layOut, type Place } from "./layout.ts";
import { inside, lengthOf } from "./length.ts";
import { type Ground, stepsOf } from "./units.ts";

type Finders = { readonly [K in Plan["kind"]]: (plan: Extract<Plan, { kind: K }>, place: Place) => number[] };

/** Of what goes on for ever, the first few turns. */
const turns = (every: number): number[] => [1, 2, 3].map((turn) => turn * every);

const end = (plan: Plan, { run, room }: Place): number[] => {
  const length = lengthOf(plan, run);
  return [Number.isNaN(length) ? room : length];
};

const all = (plans: readonly Plan[], place: Place): number[] => plans.flatMap((plan) => corners(plan, place));

const FINDERS: Finders = {
  constant: end,
  linear: end,
  cosine: end,
  geometric: end,
  tanh: end,
  logarithmic: end,
  polynomial: (plan, place) =>
    plan.cycle ? turns(plan.over === "rest" ? place.room : stepsOf(plan.over, place.run)) : end(plan, place),
  exponential: ({ every }, { run }) => turns(stepsOf(every, run)),
  powerLaw: ({ every }, { run }) => turns(stepsOf(every, run)),
  cosineWave: ({ over }, { run, room }) => turns(over === "rest" ? room : stepsOf(over, run)),
  piecewise: ({ at }, { run }) => at.map((time) => stepsOf(time, run)),
  custom: () => [],
  clamp: ({ plan }, place) => corners(plan, place),
  product: ({ factors }, place) => all(factors, place),
  sum: ({ terms }, place) => all(terms, place),
  shift: ({ plan, by }, place) => [0, ...corners(plan, { ...place, room: place.room + by })].map((at) => at - by),
  repeat({ plan, stretch = 1 }, place) {
    const length = lengthOf(plan, place.run);
    const own = corners(plan, { ...place, room: length }).filter((corner) => corner < length);
    return [1, stretch, stretch ** 2].flatMap((size, i, sizes) => {
      const start = length * sizes.slice(0, i).reduce((sum, each) => sum + each, 0);
      return [...own, length].map((corner) => start + size * corner);
    });
  },
  clock({ plan, unit }, place) {
    const run = inside(place.run, unit);
    const own = corners(plan, { ...place, run, room: amountAt(place.room, run.clock) });
    return own.map((amount) => updatesFor(amount, run.clock));
  },
  sequence(plan, place) {
    const [laid] = layOut(plan, place);
    return laid.flatMap((part) => {
      const own = corners(part.plan, part.place).map((corner) => corner + part.origin);
      return [part.end, ...own.filter((corner) => corner > part.start && corner < part.end)];
    });
  },
};

function corners(plan: Plan, place: Place): number[] {
  return (FINDERS[plan.kind] as (plan: Plan, place: Place) => number[])(plan, place);
}

/** The steps at which something changes in a plan, and its end when it has one; of endless turns the first few. */
export function cornersOf(plan: Plan, run: Ground): number[] {
  const nothing = { value: 0, scale: 0 };
  const found = corners(plan, { run, room: run.steps ?? Number.NaN, last: nothing, functions: {} });
  return [...new Set([0, ...found])].filter((step) => step >= 0 && step < 1e15).sort((a, b) => a - b);
}

/** Where a plan ends, Infinity when it never does. */
export function endOf(plan: Plan, run: Run): number {
  const length = lengthOf(plan, run);
  return Number.isNaN(length) ? (run.steps as number) : length;
}

/** The step from which on nothing changes any more, Infinity when it always may. */
export function restOf(plan: Plan, run: Ground, room: number = run.steps ?? Number.NaN): number {
  if (plan.kind === "product") return Math.max(...plan.factors.map((each) => restOf(each, run, room)));
  if (plan.kind === "sum") return Math.max(...plan.terms.map((each) => restOf(each, run, room)));
  if (plan.kind === "clamp") return restOf(plan.plan, run, room);
  if (plan.kind === "shift") return Math.max(restOf(plan.plan, run, room + plan.by) - plan.by, 0);
  if (plan.kind === "clock") {
    const own = inside(run, plan.unit);
    return updatesFor(restOf(plan.plan, own, amountAt(room, own.clock)), own.clock);
  }
  const length = lengthOf(plan, run);
  return Number.isNaN(length) ? room : length;
}
