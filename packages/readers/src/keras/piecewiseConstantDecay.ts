import { piecewise } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { ignored, limited, list, number } from "../parameter.ts";
import { scheduled } from "./scheduled.ts";

/** One value after another; a boundary is the last step of the old one. */
export const PiecewiseConstantDecay: Entry = entry(
  {
    // Without one Keras fails at the first step.
    boundaries: limited(list(number), "at least one boundary", (boundaries) => boundaries.length > 0),
    values: list(number),
    name: ignored,
  },
  ({ boundaries, values }, { context, place }) => {
    if (values.length !== boundaries.length + 1) {
      context.problem("PiecewiseConstantDecay(values)", `${boundaries.length + 1} values`, `${values.length}`, place);
      return undefined;
    }
    const [from = Number.NaN, ...to] = values;
    // Of several boundaries at one step the last says the value.
    const changes = boundaries.flatMap((last, i) =>
      last === boundaries[i + 1] ? [] : [{ at: Math.floor(last) + 1, to: to[i] as number }],
    );
    context.note("Keras changes the value one step after its boundary: step > boundary, not step >= boundary.", place);
    return scheduled(piecewise({ from, at: changes.map(({ at }) => at), to: changes.map(({ to }) => to) }));
  },
);
