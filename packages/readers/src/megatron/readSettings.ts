import { clock, type Plan } from "anneal";
import type { Context } from "../context.ts";
import { type Options, readOptions, refuseOption } from "../options.ts";
import { describe } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { checkRates } from "./checkRates.ts";
import { type Clock, clockOf } from "./clockOf.ts";
import { type Horizons, readHorizons } from "./horizons.ts";
import { NOT_READ, parameters } from "./parameters.ts";
import { type Rates, ratesPlan } from "./rates.ts";
import type { Settings } from "./settings.ts";
import { weightDecayPlan } from "./weightDecay.ts";

/** The rate, and the weight decay where it changes, from Megatron's options. */
export function readSettings(written: Options, context: Context): Found | undefined {
  const length = context.given("train_iters");
  const asked =
    typeof length === "number" && !written("train_samples") ? { value: length, path: "train_iters" } : undefined;
  // The length of the run may be in another file.
  const options: Options = (name) => written(name) ?? (name === "train_iters" ? asked : undefined);
  for (const name of NOT_READ) {
    const written = options(name);
    if (written)
      context.problem(written.path, "a schedule without this option", describe(written.value), written.place);
  }
  const settings = readOptions(parameters, options, context);
  if (!settings) return undefined;
  const refuse = (name: string, expected: string): void => refuseOption(name, expected, options, context);
  const horizons = readHorizons(settings, refuse, context);
  const clock = horizons && clockOf(settings, horizons, refuse, context);
  const rates = clock && ratesOf(settings, horizons, clock);
  if (rates) checkRates(rates, settings.lr, refuse);
  const ramp = rates && increase(settings, horizons, clock, refuse, context);
  if (!ramp || context.issues.length > 0) return undefined;
  return context.build("lr_decay_style", options("lr_decay_style")?.place, () => {
    const { decoupled_lr: second, decoupled_min_lr } = settings;
    const own = (plan: Plan): Plan => onClock(clock, plan);
    const plan = own(ratesPlan(rates));
    const steps = clock.bySamples || horizons.run === undefined ? undefined : Math.floor(clock.length(horizons.run));
    return {
      program: {
        lr: second === null ? plan : [plan, own(ratesPlan({ ...rates, least: decoupled_min_lr ?? rates.least }))],
        ...(ramp.changes && { weightDecay: own(weightDecayPlan(ramp)) }),
      },
      run: { base: settings.lr, ...clock.run, ...(steps && { steps }) },
      ...(second !== null && { bases: [settings.lr, second] }),
      unit: "update",
    };
  });
}

function onClock({ bySamples }: Clock, plan: Plan): Plan {
  return bySamples ? clock({ unit: "samples", plan }) : plan;
}

function ratesOf(settings: Settings, { warmup, decay, wsdDecay }: Horizons, { length, sample }: Clock): Rates {
  return {
    initial: settings.lr_warmup_init,
    least: settings.min_lr,
    warmup: length(warmup),
    decay: length(decay),
    style: settings.lr_decay_style,
    wsdDecay: length(wsdDecay),
    wsdStyle: settings.lr_wsd_decay_style,
    sample,
  };
}

/** How weight decay grows, as Megatron takes and checks it; nothing where the run's length is missing for it. */
function increase(
  { weight_decay, start_weight_decay, end_weight_decay, weight_decay_incr_style: style }: Settings,
  { run }: Horizons,
  { length }: Clock,
  refuse: (name: string, expected: string) => void,
  context: Context,
) {
  const changes = style !== "constant";
  for (const name of ["start_weight_decay", "end_weight_decay"] as const) {
    const written = { start_weight_decay, end_weight_decay }[name] !== null;
    if (written !== changes)
      refuse(name, changes ? "a number, since weight decay changes" : "none with a constant one");
  }
  const from = start_weight_decay ?? weight_decay;
  const to = end_weight_decay ?? weight_decay;
  if (from < 0) refuse("start_weight_decay", "a number from 0");
  if (to < from) refuse("end_weight_decay", `a number from start_weight_decay (${from})`);
  if (changes && run === undefined) {
    context.need("train_iters", "the length of the run, over which weight decay grows");
    return undefined;
  }
  return { from, to, over: length(run ?? 0), style, changes };
}
