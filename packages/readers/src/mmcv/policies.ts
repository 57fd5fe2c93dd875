import {
  constant,
  cosine,
  exponential,
  type Level,
  type Plan,
  piecewise,
  polynomial,
  powerLaw,
  sequence,
  sum,
} from "anneal";
import { type Floor, type Shape, shape, type Window } from "../mmengine/curve.ts";
import { either, limited, list, nullable, number, optional } from "../parameter.ts";
import { round } from "../python/number.ts";
import { isList } from "../value.ts";
import { ITERATIONS } from "./iterations.ts";
import { step } from "./step.ts";

const from0 = limited(number, "a number from 0", (value) => value >= 0);
const power = (gamma: number, n: number): number => Number((gamma ** n).toPrecision(15));

/** Exactly one of the two names of a floor. */
const FLOOR = { min_lr: nullable(from0), min_lr_ratio: nullable(from0) };

interface Floors {
  readonly min_lr: number | null;
  readonly min_lr_ratio: number | null;
}

function floorOf({ min_lr, min_lr_ratio }: Floors, { refuse }: Window): Floor {
  if ((min_lr === null) === (min_lr_ratio === null)) {
    refuse("min_lr", "either min_lr or min_lr_ratio", min_lr === null ? "neither" : "both");
  }
  return min_lr_ratio !== null ? { share: min_lr_ratio } : { absolute: min_lr ?? 0 };
}

/** A share of a floor. */
function part(level: Level, share: number): Level {
  return typeof level === "number" ? level * share : `${Number.parseFloat(level) * share}x`;
}

/** What the rate does besides its warm-up, by `policy`; the window is the whole of training. */
export const POLICIES = {
  fixed: shape({}, () => [{ plan: (own) => constant({ value: own(1) }), first: Number.POSITIVE_INFINITY }]),

  step: shape({ step: either(list(step), isList, step), gamma: optional(from0, 0.1) }, ({ step: every, gamma }) => {
    if (typeof every === "number") {
      return [{ plan: (own) => exponential({ from: own(1), factor: gamma, every, staircase: true }), first: every }];
    }
    // One that is below an earlier one waits for it.
    let last = 0;
    const counts = new Map<number, number>();
    every.forEach((mark, i) => {
      last = Math.max(last, mark);
      counts.set(last, i + 1);
    });
    const at = [...counts.keys()];
    const to = [...counts.values()].map((n) => power(gamma, n));
    return [
      { plan: (own) => piecewise({ from: own(1), at, to: to.map(own) }), first: at[0] ?? Number.POSITIVE_INFINITY },
    ];
  }),

  exp: shape({ gamma: from0 }, ({ gamma }) => [
    { plan: (own) => exponential({ from: own(1), factor: gamma, every: 1 }) },
  ]),

  poly: shape({ power: optional(number, 1), min_lr: optional(from0, 0) }, ({ power, min_lr }, { end: over }) => [
    { plan: (own, to) => polynomial({ from: own(1), to, over, power }), floor: { absolute: min_lr } },
  ]),

  inv: shape({ gamma: from0, power: optional(number, 1) }, ({ gamma: rate, power }) => [
    { plan: (own) => powerLaw({ from: own(1), rate, every: 1, power: -power }) },
  ]),

  cosine: shape({ target_lr: optional(from0, 0) }, ({ target_lr }, { end: over }) => [
    { plan: (own, to) => cosine({ from: own(1), to, over }), floor: { absolute: target_lr } },
  ]),

  CosineAnnealing: shape(FLOOR, (floors, window) => [
    { plan: (own, to) => cosine({ from: own(1), to, over: window.end }), floor: floorOf(floors, window) },
  ]),

  FlatCosineAnnealing: shape(
    {
      start_percent: optional(
        limited(number, "a number from 0 to 1", (value) => value >= 0 && value <= 1),
        0.75,
      ),
      ...FLOOR,
    },
    ({ start_percent, ...floors }, window) => {
      const start = round(window.end * start_percent);
      return [
        {
          plan: (own, to) => {
            const wave = cosine({ from: own(1), to, over: window.end - start });
            return start > 0 ? sequence(constant({ value: own(1), over: start }), wave) : wave;
          },
          floor: floorOf(floors, window),
          first: start + 1,
        },
      ];
    },
  ),

  CosineRestart: shape(
    { periods: list(step), restart_weights: optional(list(from0), [1]), ...FLOOR },
    ({ periods, restart_weights: weights, ...floors }, window) => {
      const { end, refuse } = window;
      if (weights.length !== periods.length) {
        refuse("restart_weights", `as many as periods (${periods.length})`, weights.length);
      }
      const all = periods.reduce((sum, period) => sum + period, 0);
      if (all < end) refuse("periods", `numbers of ${end}, the length of training, together`, all);
      if (weights.some((weight) => weight > 1)) refuse("restart_weights", "numbers from 0 to 1", Math.max(...weights));
      return [
        {
          // From a mixture of the rate and its floor, to the floor.
          plan: (own, to) => {
            const parts = periods.map((over, i): Plan => {
              const weight = weights[i] as number;
              const falling = cosine({ from: own(weight), to: 0, over });
              if (to === 0) return falling;
              return weight === 1
                ? cosine({ from: own(1), to, over })
                : sum(falling, cosine({ from: part(to, 1 - weight), to, over }));
            });
            return parts.length === 1 ? (parts[0] as Plan) : sequence(...parts);
          },
          floor: floorOf(floors, window),
          first: weights[0] === 1 ? 1 : 0,
          start: weights[0] ?? 1,
        },
      ];
    },
  ),

  ...ITERATIONS,
} satisfies Readonly<Record<string, Shape>>;
