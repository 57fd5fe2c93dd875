import { constant, cosine, fractions, geometric, linear, type Plan, piecewiseInterpolate, polynomial } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { list, number } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { divisor, share } from "./cycle.ts";

/** Annealers are read by the share of the run that is done. */
const over = "100%";
const ends = { start: number, end: number };
const scheduled = (lr: Plan): Found => ({ program: { lr }, unit: "update" });

/** A line. */
export const SchedLin: Entry = entry(ends, ({ start: from, end: to }) => scheduled(linear({ from, to, over })));

/** Half a cosine wave. */
export const SchedCos: Entry = entry(ends, ({ start: from, end: to }) => scheduled(cosine({ from, to, over })));

/** One value, the first. */
export const SchedNo: Entry = entry(ends, ({ start: value }) => scheduled(constant({ value })));

/** A geometric way. */
export const SchedExp: Entry = entry({ start: divisor, end: divisor }, ({ start: from, end: to }) =>
  scheduled(geometric({ from, to, over })),
);

/** A power of the share that is gone. */
export const SchedPoly: Entry = entry({ ...ends, power: number }, ({ start: from, end: to, power: k }) =>
  scheduled(polynomial({ from, to, over, power: 1, k })),
);

/** Annealers one after another, each for a share of the run. */
export function combineScheds(entries: InnerOptions["entries"]): Entry {
  return entry(
    { pcts: list(share), scheds: list(inner({ entries })) },
    ({ pcts: shares, scheds }, { context, place }) => {
      if (scheds.length < shares.length) {
        context.problem("combine_scheds(scheds)", `${shares.length} schedules`, String(scheds.length), place);
        return undefined;
      }
      return scheduled(fractions({ plans: scheds.slice(0, shares.length), shares }));
    },
  );
}

/** Two half cosines through three values. */
export const combined_cos: Entry = entry(
  { pct: share, start: number, middle: number, end: number },
  ({ pct, start: from, middle, end }) =>
    scheduled(piecewiseInterpolate({ from, at: [`${100 * pct}%`, over], to: [middle, end], curve: "cosine" })),
);
