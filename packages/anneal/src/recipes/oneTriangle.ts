import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link oneTriangle} takes. */
export interface OneTriangleOptions<
  U extends Time = Time,
  D extends Time = Time,
  E extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> {
  readonly from: F;
  readonly to: T;
  readonly up: U;
  readonly down?: D;
  readonly stairs?: number;
  readonly stairsDown?: number;
  readonly rate?: number;
  readonly every?: E;
  readonly power?: number;
}

const whole = { type: "number", whole: true, below: 1e5 } as const;

/** The table of {@link oneTriangle}'s options. */
export const oneTriangleFields: Fields<OneTriangleOptions> = {
  from: { type: "level" },
  to: { type: "level" },
  up: { type: "time" },
  down: { type: "time", default: undefined },
  stairs: { ...whole, default: 0 },
  stairsDown: { ...whole, default: undefined },
  rate: { type: "number", default: 0 },
  every: { type: "time", above: 0, default: 1 },
  power: { type: "number", above: -1 / 0, default: -1 },
};

/**
 * One triangle, up and down again, then a tail that falls as the inverse of time; rates and momenta alike.
 *
 * Formula: a line from `from` to `to` during `up` and back during `down`; then `from * (1 + rate * t / every) ** power`, t from
 * the triangle's end. In stairs, so much of the way up is rounded down to whole n-ths, as is what is left of the way down.
 *
 * - `from`, `to`: the levels at the feet and at the tip.
 * - `up`, `down`: how long both ways take, times. `down` is as long as `up` unless given.
 * - `stairs`, `stairsDown`: how many stairs each way has, for levels and times that are plain numbers. Default 0: none;
 *   `stairsDown` as `stairs`.
 * - `rate`, `every`: how fast the tail falls: after `every`, a time, to `1 / (1 + rate)`. Defaults 0 (not at all) and 1.
 * - `power`: the tail's exponent; 1 for a momentum, which grows when the rate falls. Default -1.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, oneTriangle, schedule } from "anneal";
 * const lr = schedule(oneTriangle({ from: 0.1, to: 1, up: 3, rate: 1, every: 2 }));
 * [0, 1, 3, 4, 6, 8, 10].map(lr).map(format); // => ["0.1", "0.4", "1", "0.7", "0.1", "0.05", "0.0333333333333"]
 * ```
 *
 * Source: Smith 2018; DeepSpeed 0.19 `OneCycle`.
 */
export function oneTriangle<
  U extends Time,
  F extends Level,
  T extends Level,
  D extends Time = never,
  E extends Time = never,
>(
  options: OneTriangleOptions<U, D, E, F, T>,
): Sequence & Needs<TimeFact<U> | TimeFact<D> | TimeFact<E> | LevelFact<F> | LevelFact<T>> {
  const checked = checkOptions<OneTriangleOptions>(oneTriangleFields, options);
  const { from, to, up, down = up, stairs, stairsDown = stairs, rate, every, power } = checked;
  const most = stairs || stairsDown;
  if (most && [from, to, up, down].some((one) => typeof one !== "number")) {
    refuse("stairs", "0 for levels and times with units", most);
  }
  const parts = [half(from, to, up, stairs, 0), half(to, from, down, stairsDown, 1)];
  const made: Sequence = freeze({
    kind: "sequence",
    parts: [...parts, { kind: "powerLaw", from, rate, every, power }],
  });
  return made;
}

/** One side of the triangle, in stairs from levels and times that are numbers; the way down leaves its first at once. */
function half(from: Level, to: Level, over: Time, stairs: number, early: 0 | 1): Plan {
  if (!(stairs && over)) return { kind: "linear", from, to, over };
  const [start, end, length] = [from, to, over] as number[] as [number, number, number];
  // Of several stairs within one step the last counts.
  const levels = new Map<number, number>();
  for (let i = 1; i <= stairs; i++) {
    const at = (length * (i - early)) / stairs;
    levels.set(early ? Math.floor(at) + 1 : at, i < stairs ? start + ((end - start) * i) / stairs : end);
  }
  const plan: Plan = { kind: "piecewise", from, at: [...levels.keys()], to: [...levels.values()] };
  return { kind: "sequence", parts: [{ plan, until: over }] };
}
