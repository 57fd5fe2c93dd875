import { constant } from "anneal";
import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateFunction } from "../parameter.ts";
import type { Call } from "../value.ts";
import { isFunction } from "./isFunction.ts";
import { scheduled } from "./scheduled.ts";

/** The functions of a text that it gives to optax's optimizers as their `learning_rate`: the rate, by the count of updates. */
export function ownFunctions({ calls }: Document, isRead: (call: Call) => boolean): readonly Section[] {
  return calls.flatMap((call): Section[] => {
    const { name, named, positional, place } = call;
    const value = named.get("learning_rate") ?? positional[0];
    if (!/^optax\.\w+$/.test(name) || isRead(call) || value === undefined || !isFunction(value)) return [];
    return [
      {
        name: `${name}(learning_rate)`,
        place,
        read(context) {
          const known = context.known(value);
          if (typeof known === "number") return scheduled(constant({ value: known }));
          const rate = rateFunction.read(value, { context, path: "learning_rate", place });
          return rate && scheduled(context.custom((count) => rate.compute(count)));
        },
      },
    ];
  });
}
