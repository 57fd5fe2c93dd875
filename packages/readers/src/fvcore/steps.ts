import { piecewise } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { limited, list, number, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { percent, scheduled } from "./scheduled.ts";

const positive = limited(number, "a number above 0", (value) => value > 0);
const count = limited(whole, "a whole number above 0", (value) => value > 0);

/** Values of equal duration. */
function equal([from = Number.NaN, ...to]: readonly number[]): Found {
  return scheduled(piecewise({ from, at: to.map((_, i) => percent((i + 1) / (to.length + 1))), to }));
}

/** Values of equal duration. */
export const StepParamScheduler: Entry = entry(
  { num_updates: positive, values: limited(list(number), "at least one value", (values) => values.length > 0) },
  ({ values }) => equal(values),
);

/** The powers of a factor, for equal durations. */
export const StepWithFixedGammaParamScheduler: Entry = entry(
  {
    base_value: positive,
    num_decays: limited(count, "at most 100,000", (decays) => decays <= 1e5),
    gamma: positive,
    num_updates: count,
  },
  ({ base_value, num_decays, gamma }) =>
    equal(Array.from({ length: num_decays + 1 }, (_, i) => base_value * gamma ** i)),
);
