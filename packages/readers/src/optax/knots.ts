import { piecewise, piecewiseInterpolate } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { choice, dictionary, nullable, number, type Parameter } from "../parameter.ts";
import { Unknown } from "../value.ts";
import { scheduled } from "./scheduled.ts";

/** Levels that begin, or are reached, at their times. */
export interface Knots {
  readonly from: number;
  readonly at: readonly number[];
  readonly to: readonly number[];
}

/** A time and what multiplies the value there. */
export type Scale = readonly [at: number, scale: number];

/** `{1000: 0.1}`, in the order of the times. */
const scales: Parameter<readonly Scale[]> = {
  read(value, there) {
    const given = dictionary.read(value, there);
    const pairs = [...(given ?? [])].flatMap(([key, value]) => {
      const path = `${there.path}[${key.slice(0, 30)}]`;
      // A key that is computed stands there as its own text.
      const computed = key.trim() === "" || Number.isNaN(Number(key));
      const at = number.read(computed ? new Unknown(key, there.place) : Number(key), { ...there, path });
      const scale = number.read(value, { ...there, path });
      if (scale !== undefined && scale < 0) {
        there.context.problem(path, "a scale from 0", String(scale), there.place);
        return [];
      }
      return at === undefined || scale === undefined ? [] : [[at, scale] as const];
    });
    return given && pairs.length === given.size ? pairs.sort(([a], [b]) => a - b) : undefined;
  },
};

/** The levels are the products of all scales so far. */
export function knots(from: number, scales: readonly Scale[]): Knots {
  let level = from;
  const to = scales.map(([, scale]) => (level *= scale));
  return { from, at: scales.map(([at]) => at), to };
}

/** Values that are multiplied at their boundaries. */
export const piecewise_constant_schedule: Entry = entry(
  { init_value: number, boundaries_and_scales: nullable(scales) },
  ({ init_value, boundaries_and_scales }) => scheduled(piecewise(knots(init_value, boundaries_and_scales ?? []))),
);

/** A way through values that are multiplied at their boundaries. */
export const piecewise_interpolate_schedule: Entry = entry(
  {
    interpolate_type: choice("linear", "cosine"),
    init_value: number,
    boundaries_and_scales: nullable(scales),
  },
  ({ interpolate_type: curve, init_value, boundaries_and_scales }) =>
    scheduled(piecewiseInterpolate({ ...knots(init_value, boundaries_and_scales ?? []), curve })),
);
