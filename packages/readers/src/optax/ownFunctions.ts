import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateFunction } from "../parameter.ts";
import { Lambda } from "../value.ts";
import { scheduled } from "./scheduled.ts";

/** The functions of a text that it gives to optax's optimizers as their `learning_rate`: the rate, by the count of updates. */
export function ownFunctions({ calls }: Document): readonly Section[] {
  return calls.flatMap(({ name, named, positional, place }): Section[] => {
    const value = named.get("learning_rate") ?? positional[0];
    if (!/^optax\.\w+$/.test(name) || !(value instanceof Lambda)) return [];
    return [
      {
        name: `${name}(learning_rate)`,
        place,
        read(context) {
          const rate = rateFunction.read(value, { context, path: "learning_rate", place });
          return rate && scheduled(context.custom((count) => rate.compute(count)));
        },
      },
    ];
  });
}
