import { type Controller, constant, plateau } from "anneal";
import type { Context } from "../context.ts";
import { bind, type Entry, shortName } from "../entry.ts";
import { optimizerFacts } from "../optimizerFacts.ts";
import { choice, each, flag, ignored, limited, number, optional, text, whole } from "../parameter.ts";
import type { Call } from "../value.ts";
import { NEVER } from "./curve.ts";

const from0 = limited(number, "a number from 0", (value) => value >= 0);

const parameters = {
  optimizer: ignored,
  monitor: optional(text, "loss"),
  rule: optional(choice("less", "greater"), "less"),
  factor: optional(
    limited(number, "a number below 1", (value) => value < 1),
    0.1,
  ),
  patience: optional(whole, 10),
  threshold: optional(from0, 1e-4),
  threshold_rule: optional(choice("rel", "abs"), "rel"),
  cooldown: optional(whole, 0),
  min_value: optional(each(number), 0),
  eps: optional(number, 1e-8),
  begin: optional(
    limited(number, "0", (value) => value === 0),
    0,
  ),
  end: optional(number, NEVER),
  last_step: optional(
    limited(whole, "-1", (value) => value === -1),
    -1,
  ),
  by_epoch: optional(
    limited(flag, "true", (value) => value),
    true,
  ),
  verbose: ignored,
} as const;

type Given = { readonly [K in keyof typeof parameters]: NonNullable<ReturnType<(typeof parameters)[K]["read"]>> };

/** The name of its class. */
export const PLATEAU = "ReduceOnPlateauLR";

/** Reads a plateau as what scales the rate; it acts in every epoch until `last`. */
export function readPlateau(call: Call, context: Context, last: number = NEVER): Controller | undefined {
  const given = bind(parameters, call, context) as Given | undefined;
  if (!given) return undefined;
  const { monitor, rule, factor, patience, threshold, threshold_rule, cooldown, min_value, eps, end } = given;
  const name = shortName(call.name);
  if (end < last) {
    context.problem(`${name}(end)`, "the end of training", String(end), call.place);
    return undefined;
  }
  const tolerance = threshold_rule === "rel" ? { rtol: threshold } : { rtol: 0, atol: threshold };
  const mode = rule === "less" ? "min" : "max";
  const options = { monitor, mode, factor, patience, ...tolerance, cooldown, minRate: min_value, eps } as const;
  context.note(`${name} takes the metric ${JSON.stringify(monitor)} after each validation: no plan says its rate.`);
  return context.build(name, call.place, () => plateau(options));
}

/** Its class by itself. */
export const plateauEntry: Entry = {
  read(call, context) {
    const controller = readPlateau(call, context);
    if (!controller) return undefined;
    const program = { lr: constant({ value: "1x" }) };
    return { program, controllers: [controller], ...optimizerFacts(call, context), unit: "epoch" };
  },
};
