import { constant, plateau } from "anneal";
import { bind, type Entry } from "../entry.ts";
import { ignored } from "../parameter.ts";
import { buildingOf } from "./building.ts";
import { checkEach } from "./checkEach.ts";
import { countOf, factsOf } from "./found.ts";
import { plateauParameters } from "./plateauParameters.ts";

const parameters = { optimizer: ignored, ...plateauParameters } as const;

type Given = { readonly [K in keyof typeof parameters]: NonNullable<ReturnType<(typeof parameters)[K]["read"]>> };

/** `ReduceLROnPlateau`: the base rate, which a controller cuts when a metric no longer improves. */
export const reduceLROnPlateau: Entry = {
  read(call, context) {
    const building = buildingOf(call, context);
    const given = bind(parameters, call, context) as Given | undefined;
    if (!given) return undefined;
    const { mode, factor, patience, threshold, threshold_mode, cooldown, min_lr: minRate, eps } = given;
    const wrong = (parameter: string, expected: string, received: unknown): undefined =>
      context.problem(`ReduceLROnPlateau(${parameter})`, expected, String(received), call.place) as undefined;
    // PyTorch's own refusal; the factor 1 would never cut.
    if (factor >= 1) return wrong("factor", "a number below 1", factor);
    if (!checkEach({ min_lr: minRate }, { building, wrong })) return undefined;
    const tolerance = threshold_mode === "rel" ? { rtol: threshold } : { atol: threshold };
    const controller = plateau({ mode, factor, patience, ...tolerance, cooldown, minRate, eps });
    const lr = constant({ value: "1x" });
    context.note("ReduceLROnPlateau is a controller: it takes a metric at every step, and no plan says its rate");
    return {
      program: { lr },
      controllers: [controller],
      ...factsOf(countOf(building) === 1 ? lr : [lr], building, call.place),
    };
  },
};
