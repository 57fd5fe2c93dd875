import { constant, optaxPlateau } from "anneal";
import { checked } from "../checked.ts";
import { type Entry, entry } from "../entry.ts";
import { limited, number, optional, whole } from "../parameter.ts";

/** A plateau that scales updates by a value that `update` is given. */
export const reduce_on_plateau: Entry = entry(
  {
    factor: optional(number, 0.1),
    // With 0 optax cuts on improvements, and only on them, which nobody means.
    patience: optional(
      limited(whole, "a whole number above 0", (patience) => patience > 0),
      10,
    ),
    rtol: optional(number, 1e-4),
    atol: optional(number, 0),
    cooldown: optional(whole, 0),
    accumulation_size: optional(whole, 1),
    min_scale: optional(number, 0),
  },
  (given, { context, place }) => {
    const { factor, patience, rtol, atol, cooldown, accumulation_size, min_scale } = given;
    if (rtol === 0 && atol === 0) {
      context.problem("reduce_on_plateau", "rtol or atol above 0", "0 and 0", place);
      return undefined;
    }
    const averaged = { accumulationSize: accumulation_size, minScale: min_scale };
    const controllers = [checked(optaxPlateau({ factor, patience, rtol, atol, cooldown, ...averaged }))];
    context.note("The patience-th bad value in a row already cuts.", place);
    return { program: { lr: constant({ value: "1x" }) }, controllers, unit: "update" };
  },
);
