import type { Document } from "../document.ts";
import type { Framework, Section } from "../framework.ts";
import { ownSection as ownRate } from "../keras/own.ts";
import { rateFunction } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { ownSection as ownScheduler } from "../torch/own.ts";
import { rateOf } from "./rateOf.ts";
import { setterSections } from "./setters.ts";
import { updatesMade } from "./updatesMade.ts";

/** What functions are called that give the rate itself, and not what a rate is multiplied by. */
const RATE =
  /^(?:get_|compute_|calc(?:ulate)?_|current_)?(?:lr|learning_rate|rate)(?:_at|_for|_fn|_schedule|_scheduler)?$/;

/**
 * A function of one's own that computes the rate from the step, in a text that has nothing of any framework: a plan that
 * calls it. It is known by its name, such as `learning_rate`, `get_lr` or `lr_schedule`, or by what it does: it sets the
 * `lr` of an optimizer's `param_groups` by its epoch or step.
 */
export const plainFunction: Framework = {
  name: "function",
  entries: {},
  together: (document) => {
    const own = [...sections(document), ...unmade(document)];
    return [...own, ...setterSections(document, own.length === 0)];
  },
  otherwise: true,
};

/** The schedules of classes that a text defines and makes none of: what they take is asked for. */
function unmade(document: Document): readonly Section[] {
  const { schedulers, rates } = document.unmade?.() ?? { schedulers: [], rates: [] };
  const own = [...schedulers.map((one) => ownScheduler(one, document)), ...rates.map((one) => ownRate(one, document))];
  return own.map(
    ({ name, place, read }): Section => ({
      name,
      place,
      read(context) {
        const found = read(context);
        if (found) context.note(`the text makes no ${name}: what it takes by default is taken`, place);
        return found;
      },
    }),
  );
}

function sections(document: Document): readonly Section[] {
  return [...(document.functions?.() ?? [])].flatMap(([name, value]): Section[] => {
    if (!RATE.test(name)) return [];
    const place = typeof value === "object" && value !== null && "place" in value ? value.place : undefined;
    return [
      {
        name,
        place,
        read(context): Found | undefined {
          const rate = rateFunction.read(value, { context, path: name, place });
          // Where it cannot be computed at the first step, it is no rate.
          const first = rate && context.build(name, place, () => rate.compute(0));
          if (!rate || first === undefined) return undefined;
          context.note(`${name} is taken for the rate itself, by the number of steps that are done`, place);
          const found: Found = { program: { lr: rateOf(rate, context) } };
          return updatesMade(found, document, context);
        },
      },
    ];
  });
}
