import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateOf } from "../function/rateOf.ts";
import type { OwnRate } from "../ownRate.ts";
import { rateFunction } from "../parameter.ts";
import { fitted } from "./fitted.ts";
import { scheduled } from "./scheduled.ts";

/** The schedules of classes that a text defines for itself: `__call__` is the rate, by the optimizer's iterations. */
export function own(document: Document): readonly Section[] {
  return (document.ownRates?.() ?? []).map((one) => ownSection(one, document));
}

/** One of them. */
export function ownSection({ call, name, place, rate }: OwnRate, document: Document): Section {
  return {
    name,
    place: call.place,
    read(context) {
      const read = rateFunction.read(rate, { context, path: `${name}.__call__`, place });
      // What it cannot compute at all is told where it stands.
      const first = read && context.build(name, place, () => read.compute(0));
      if (!read || first === undefined) return undefined;
      context.note(`${name}.__call__ is read as a function of the count of updates`, place);
      return fitted(scheduled(rateOf(read, context)), document, context);
    },
  };
}
