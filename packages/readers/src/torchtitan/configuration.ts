import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import type { Configuration } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { float, int, word } from "../numerals.ts";
import { type Options, readOptions } from "../options.ts";
import { choice, nullable, optional } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { isDictionary } from "../value.ts";
import { CURVES, olderPlan, scheduledPlan } from "./scheduled.ts";

const OWN = ["warmup_steps", "total_steps", "decay_ratio", "decay_type", "min_lr_factor", "lr_min"];
const TABLE = "lr_scheduler";

const parameters = {
  warmup_steps: optional(int, 200),
  total_steps: nullable(int),
  decay_ratio: nullable(float),
  decay_type: optional(word(choice(...CURVES)), "linear"),
  min_lr_factor: optional(float, 0),
  steps: int,
  lr: nullable(float),
} as const;

/** Flags such as `--lr_scheduler.warmup_steps`, or the TOML files of its versions until February 2026. */
export const configuration: Configuration = {
  recognises(document) {
    const option = optionsOf(document);
    if (document.notation === "flags") return OWN.some((name) => option(name));
    // Other frameworks have tables of that name; only torchtitan has it beside the steps of `training`.
    const own = isDictionary(lookUp(document.data, TABLE)) && OWN.some((name) => option(name));
    const older = lookUp(document.data, "training", "warmup_steps") !== undefined;
    const steps = option("steps") !== undefined;
    return (
      document.notation === "toml" && ((own && isDictionary(lookUp(document.data, "training"))) || (older && steps))
    );
  },

  read(document) {
    const options = optionsOf(document);
    const place = OWN.map((name) => options(name)?.place).find((one) => one !== undefined);
    return [{ name: TABLE, place, read: (context) => readTable(document, options, context) }];
  },
};

function readTable(document: Document, options: Options, context: Context): Found | undefined {
  const given = readOptions(parameters, options, context);
  if (!given) return undefined;
  const { steps, lr, total_steps, warmup_steps: warmup, decay_ratio: ratio, min_lr_factor: least } = given;
  const place = options("warmup_steps")?.place;
  const older = document.notation === "toml" && lookUp(document.data, TABLE) === undefined;
  const run = { steps, ...(lr !== null && { base: lr }) };
  if (older) context.note("Read as torchtitan until March 2025 did: its curve was another one then.", place);
  else noteVersions(document, options, context);
  return context.build(TABLE, place, () => {
    const total = total_steps ?? steps;
    const plan = older
      ? olderPlan(warmup, steps)
      : scheduledPlan({ warmup, total, ratio, curve: given.decay_type, least }, context, place);
    return { program: { lr: plan }, run, unit: "update" };
  });
}

function noteVersions(document: Document, options: Options, context: Context): void {
  if (document.notation === "flags") {
    const text =
      "What the flags do not set has torchtitan's defaults here; a configuration they are added to may set it.";
    context.note(text);
  } else if (options("min_lr_factor")?.path.endsWith("lr_min")) {
    const text =
      "Until June 2025 the warm-up was (t + 1) / (warmup_steps + 1), and the decay longer by a step; read as since.";
    context.note(text, options("min_lr_factor")?.place);
  }
}

/** Its options by their names; `lr_min` is what `min_lr_factor` was called until July 2025. */
function optionsOf(document: Document): Options {
  const table = (name: string): Options =>
    document.notation === "flags" ? flagsOf(document, name) : dataOptions(document, name);
  const [own, training, optimizer] = [table(TABLE), table("training"), table("optimizer")];
  return (name) => {
    if (name === "steps") return training(name);
    if (name === "lr") return optimizer(name);
    if (name === "min_lr_factor") return own(name) ?? own("lr_min");
    return own(name) ?? (name === "warmup_steps" ? training(name) : undefined);
  };
}

/** Flags of one section, such as `--training.steps`. */
function flagsOf({ data, place }: Document, section: string): Options {
  const options = flagPaths.get(section) ?? new Map<string, readonly string[]>();
  flagPaths.set(section, options);
  return (name) => {
    const paths = options.get(name) ?? [`--${section}.${name}`, `--${section}.${name.replaceAll("_", "-")}`];
    options.set(name, paths);
    for (const path of paths) {
      const value = lookUp(data, path);
      if (value !== undefined) return { value, path, place: place([path]) };
    }
    return undefined;
  };
}

/** The flags of each option of a section: every command of a script is asked for the same ones. */
const flagPaths = new Map<string, Map<string, readonly string[]>>();
