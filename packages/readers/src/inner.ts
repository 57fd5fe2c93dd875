import type { Plan } from "anneal";
import type { Entry } from "./entry.ts";
import { describe, type Parameter, resolve } from "./parameter.ts";
import { Call, Lambda, Unknown } from "./value.ts";

/** How an {@link inner} schedule is read. */
export interface InnerOptions {
  /** The callables that it may be of, by their full names; asked for when reading, so that they may take each other. */
  entries(): Readonly<Record<string, Entry>>;
  /** Whether it may be a function of the text's own as well. Default false. */
  readonly functions?: boolean;
}

/** A schedule that another one takes: one plan of the rate, absolute or of the base rate as it is on its own. */
export function inner({ entries, functions = false }: InnerOptions): Parameter<Plan> {
  return {
    read(value, there) {
      const { context, path, place } = there;
      const known = value instanceof Unknown ? resolve(value, there) : value;
      if (known === undefined) return undefined;
      if (known instanceof Lambda && functions) {
        // What cannot be computed is told here, and not when the plan is used.
        context.build(path, known.place ?? place, () => known.compute(0));
        return context.custom(known.compute);
      }
      const own = known instanceof Call && Object.hasOwn(entries(), known.name) ? entries()[known.name] : undefined;
      if (own && known instanceof Call) {
        const lr = own.read(known, context)?.program.lr;
        return lr && "kind" in lr ? lr : undefined;
      }
      context.problem(path, "a schedule that can be read", describe(known), place);
      return undefined;
    },
  };
}
