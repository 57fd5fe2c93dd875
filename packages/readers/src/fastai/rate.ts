import type { Level } from "anneal";
import { type Reader, shortName } from "../entry.ts";
import { number, type Parameter, resolve, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, Unknown } from "../value.ts";

/** `slice(first, last)`: groups from one rate to the other by equal ratios; `slice(last)`: the others at a tenth. */
interface Slice {
  readonly first?: number | undefined;
  readonly last: number;
}

/** A rate for all groups, a slice of them, or the learner's own. */
export type Rate = number | Slice | null;

/** The rate of a fit. */
export const rate: Parameter<Rate> = {
  fallback: { value: null },
  read(value, there) {
    const known = value instanceof Unknown ? resolve(value, there) : value;
    if (known === undefined || known === null) return known;
    if (!(known instanceof Call) || shortName(known.name) !== "slice") return number.read(known, there);
    const [start = null, stop = null] =
      known.positional.length === 1 ? [null, ...known.positional] : known.positional.slice(0, 2);
    const last = number.read(stop, there);
    const first = start === null ? undefined : number.read(start, there);
    return last === undefined || (start !== null && first === undefined) ? undefined : { first, last };
  },
};

/** The rate of each group, one for all of them, or null for the learner's own; nothing while their number is missing. */
export function ratesOf(rate: Rate, { context, place }: Reader): readonly (number | null)[] | undefined {
  if (rate === null || typeof rate === "number") return [rate];
  const given = context.given("param_groups");
  if (given === undefined) {
    context.need("param_groups", "how many param groups the learner has, over which the slice is spread", place);
    return undefined;
  }
  const count = whole.read(given, { context, path: "param_groups", place });
  if (count === undefined) return undefined;
  if (!(count >= 1 && count <= 1000)) {
    context.problem("param_groups", "a whole number from 1 to 1000", String(count), place);
    return undefined;
  }
  const { first, last } = rate;
  return Array.from({ length: count }, (_, group) => {
    if (group === count - 1) return last;
    return first === undefined ? last / 10 : first * (last / first) ** (group / (count - 1));
  });
}

/** A rate divided by something, absolute or of the learner's own. */
export const level = (rate: number | null, by = 1): Level => (rate === null ? `${1 / by}x` : rate / by);

/** The learner's own rate, as far as it is known, where a plan is of it. */
export function learnerRate(rate: Rate, { context, place }: Reader): Pick<Found, "run"> {
  if (rate !== null) return {};
  const base = context.given("lr");
  if (typeof base === "number") return { run: { base } };
  context.need("lr", "the learner's own rate", place);
  return {};
}
