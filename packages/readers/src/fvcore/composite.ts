import { fractions, type Plan } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { choice, limited, list, number } from "../parameter.ts";
import { percent, scheduled } from "./scheduled.ts";

const shares = limited(list(number), "shares that add up to 1", (lengths) => {
  return Math.abs(lengths.reduce((sum, length) => sum + length, 0) - 1) < 1e-3;
});

/** One scheduler after another, each for a share of the run. */
export function composite(entries: InnerOptions["entries"]): Entry {
  return entry(
    {
      schedulers: list(inner({ entries })),
      lengths: shares,
      interval_scaling: list(choice("rescaled", "fixed")),
    },
    ({ schedulers, lengths, interval_scaling: scaling }, { context, place }) => {
      const count = schedulers.length;
      if (lengths.length !== count || scaling.length < count) {
        const received = `${lengths.length} and ${scaling.length}`;
        context.problem("CompositeParamScheduler", `${count} lengths and interval_scaling`, received, place);
        return undefined;
      }
      let end = 0;
      const begins = lengths.map((length) => {
        const begin = end;
        end += length;
        return begin;
      });
      const plans = schedulers.map((plan, i) => (scaling[i] === "fixed" ? seenFrom(plan, begins[i] as number) : plan));
      // The last has what is left, as fvcore gives it.
      const own = [...lengths.slice(0, -1), 1 - (begins.at(-1) as number)];
      return scheduled(fractions({ plans, shares: own, scaling: scaling.slice(0, count) }));
    },
  );
}

/** What is seen of a plan from a share of the run on: what changes before is no part of it. */
function seenFrom(plan: Plan, begin: number): Plan {
  if (plan.kind !== "piecewise") return plan;
  const hidden = plan.at.filter((time) => Number.parseFloat(String(time)) < Number.parseFloat(percent(begin))).length;
  const [from, ...to] = [plan.from, ...plan.to].slice(hidden);
  return { ...plan, from: from ?? plan.from, at: plan.at.slice(hidden), to };
}
