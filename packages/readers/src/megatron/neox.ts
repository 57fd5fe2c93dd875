import { clamp, constant, cosine, cosineWave, exponential, linear, type Plan, sequence } from "anneal";
import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { float, int, set, word } from "../numerals.ts";
import { type Options, readOptions, refuseOption } from "../options.ts";
import { choice, nullable, optional } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { isDictionary } from "../value.ts";

const parameters = {
  lr: optional(float, 0.001),
  min_lr: optional(float, 0),
  lr_decay_style: optional(word(choice("constant", "linear", "cosine", "exponential")), "linear"),
  warmup: optional(float, 0.01),
  lr_decay_iters: nullable(int),
  lr_decay_fraction: nullable(float),
  use_mup: optional(set, false),
} as const;

/** What versions made from it have and it has not. */
const OTHERS = ["warmup_iters", "decay_lr_to", "lr_warmup_iters", "lr_warmup_fraction"] as const;

/** Whether Megatron's names are GPT-NeoX's settings, which have the optimizer's as DeepSpeed does. */
export function isNeox(document: Document): boolean {
  return isDictionary(lookUp(document.data, "optimizer", "params"));
}

/** Its settings by their names, with underscores or with dashes. */
export function neoxOptions(document: Document): Options {
  const [own, optimizer] = [dataOptions(document), dataOptions(document, "optimizer", "params")];
  return (name) => {
    const written = name === "lr" ? optimizer(name) : (own(name) ?? own(name.replaceAll("_", "-")));
    return written?.value === null ? undefined : written;
  };
}

/**
 * GPT-NeoX's schedule: a warm-up whose first two updates are alike, then a curve over the rest of the horizon, never
 * below `min_lr`.
 *
 * Formula: `max(1, t) / W` up to t = W, the warm-up's share of the horizon N; then its curve at `(t - W) / (N - W)`.
 *
 * Source: GPT-NeoX 2.0 `megatron.learning_rates.AnnealingLR`.
 */
export function readNeox(options: Options, document: Document, context: Context): Found | undefined {
  const refuse = (name: string, expected: string): void => refuseOption(name, expected, options, context);
  for (const name of OTHERS) if (options(name)) refuse(name, "GPT-NeoX's own settings, which have no such one");
  const settings = readOptions(parameters, options, context);
  if (!settings) return undefined;
  const kind = lookUp(document.data, "optimizer", "type");
  if (typeof kind === "string" && kind.toLowerCase() === "onebitadam") {
    const expected = "an optimizer whose schedule is GPT-NeoX's own";
    const place = document.place(["optimizer", "type"]);
    context.problem("optimizer.type", expected, JSON.stringify(kind.slice(0, 60)), place);
  }
  if (settings.use_mup)
    refuse("use_mup", "false: the groups' rates are divided by widths that the settings do not have");
  const { lr, min_lr: least, warmup, lr_decay_iters: written, lr_decay_fraction: share } = settings;
  const run = lengthOf(written !== null, options, context);
  if (run === undefined && written === null) return undefined;
  if (written !== null && share !== null) {
    context.note("lr_decay_fraction does nothing beside lr_decay_iters", options("lr_decay_fraction")?.place);
  }
  const horizon = Math.max(1, written ?? Math.floor((run as number) * (share ?? 1)));
  if (!(least <= lr && least >= 0)) refuse("min_lr", `a rate from 0 to the optimizer's (${lr})`);
  if (!(warmup >= 0 && warmup < 1)) refuse("warmup", "a share of the horizon from 0 to below 1");
  if (context.issues.length > 0) return undefined;
  const after = horizon - warmup * horizon;
  const isLonger = run === undefined || run > horizon;
  if (settings.lr_decay_style === "cosine" && isLonger) {
    context.note(`GPT-NeoX's cosine rises again after update ${horizon}, where its horizon ends`);
  }
  const plan = warmed(decayOf(settings.lr_decay_style, least, after, isLonger), warmup * horizon);
  return { program: { lr: plan }, run: { base: lr, ...(run && { steps: run }) }, unit: "update" };
}

/** How many updates it trains; what is said in epochs is asked for. */
function lengthOf(hasHorizon: boolean, options: Options, context: Context): number | undefined {
  const given = context.given("train_iters");
  const iterations = options("train_iters");
  if (iterations) return readOptions({ train_iters: int }, options, context)?.train_iters;
  if (typeof given === "number") return given;
  if (!hasHorizon) context.need("train_iters", "the length of the run, over which the rate falls");
  return undefined;
}

function warmed(plan: Plan, over: number): Plan {
  if (over === 0) return plan;
  // The first update counts as the second does.
  const climb = clamp({ plan: linear({ from: 0, to: "1x", over }), min: `${1 / over}x` });
  return sequence({ plan: climb, until: over }, plan);
}

function decayOf(
  style: "constant" | "linear" | "cosine" | "exponential",
  least: number,
  over: number,
  isLonger: boolean,
): Plan {
  if (style === "constant") return constant({ value: "1x" });
  const ends = { from: "1x", to: least, over } as const;
  if (style === "cosine") return isLonger ? cosineWave(ends) : cosine(ends);
  const plan =
    style === "linear"
      ? linear({ from: "1x", to: 0, over })
      : // biome-ignore lint/suspicious/noApproximativeNumericConstant: GPT-NeoX's own number
        exponential({ from: "1x", factor: Math.exp(-0.693), every: over });
  return least > 0 ? clamp({ plan, min: least }) : plan;
}
