import { constant, type Plan, piecewiseInterpolate } from "anneal";
import type { Reader } from "../entry.ts";
import { list, number, type Parameter } from "../parameter.ts";

/** Pairs of an event and a value. */
export const knots: Parameter<readonly (readonly number[])[]> = list(list(number));

/** Lines from knot to knot, and the first and the last value before and after them. */
export function piecewiseLinear(pairs: readonly (readonly number[])[], reader: Reader): Plan | undefined {
  const wrong = pairs.findIndex(([at, value], i) => {
    const before = pairs[i - 1]?.[0] ?? 0;
    return at === undefined || value === undefined || pairs[i]?.length !== 2 || !Number.isInteger(at) || at < before;
  });
  if (wrong >= 0 || pairs.length === 0) {
    const expected = "pairs of a whole event and a value, the events in order";
    const received = pairs[wrong] ? `(${pairs[wrong].slice(0, 3)})` : "none";
    reader.context.problem(`milestones_values[${Math.max(0, wrong)}]`, expected, received, reader.place);
    return undefined;
  }
  const to = pairs.map(([, value]) => value as number);
  if (to.length === 1) return constant({ value: to[0] as number });
  return piecewiseInterpolate({ from: to[0] as number, at: pairs.map(([at]) => at as number), to });
}
