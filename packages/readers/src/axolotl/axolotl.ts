import { constant } from "anneal";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Framework } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { type Options, readOptions, refuseOption } from "../options.ts";
import type { Found } from "../reading.ts";
import { readType } from "../transformers/getScheduler.ts";
import { schedulerType } from "../transformers/schedulerType.ts";
import { Call, isDictionary, type Place } from "../value.ts";
import { axolotlArguments } from "./arguments.ts";
import { cosineOf } from "./cosine.ts";
import { rexOf } from "./rex.ts";
import { updatesOf } from "./updates.ts";
import { warmupOf } from "./warmup.ts";

/** axolotl: its YAML, which has names of its own for transformers' schedules and some schedules of its own. */
export const axolotl: Framework = {
  name: "axolotl",
  entries: {},
  configuration: {
    recognises: ({ notation, data }) =>
      notation !== "python" &&
      notation !== "flags" &&
      isDictionary(data) &&
      data.has("learning_rate") &&
      (data.has("micro_batch_size") || (data.has("base_model") && data.has("lr_scheduler"))),
    read: (document: Document) => {
      const options = dataOptions(document);
      const place = (options("lr_scheduler") ?? options("learning_rate"))?.place;
      return [{ name: "axolotl", place, read: (context) => readAxolotl(options, context, place) }];
    },
  },
};

function readAxolotl(options: Options, context: Context, place: Place | undefined): Found | undefined {
  const given = readOptions(axolotlArguments, options, context);
  if (!given) return undefined;
  const { lr_scheduler: named, warmup_steps, warmup_ratio } = given;
  const type = named ?? "cosine";
  if (type === "one_cycle") refuseOption("lr_scheduler", "a schedule that has a plan", options, context);
  if (given.jagged_restart_steps)
    refuseOption("jagged_restart_steps", "none: such restarts have no plan", options, context);
  if (warmup_steps && warmup_ratio) refuseOption("warmup_ratio", "none beside warmup_steps", options, context);
  if (context.issues.length > 0) return undefined;
  if (type === "constant") {
    return { program: { lr: constant({ value: "1x" }) }, run: { base: given.learning_rate }, unit: "update" };
  }
  const counted = updatesOf(given, context, place);
  if (!counted) return undefined;
  const { steps } = counted;
  const warmup = warmupOf(given, steps, (note) => context.note(note, place));
  if (!(steps > 0)) context.problem("max_steps", "updates above 0", String(steps), place);
  if (!(warmup >= 0)) refuseOption("warmup_steps", "a number from 0", options, context);
  if (context.issues.length > 0) return undefined;
  const where = { warmup, steps, context, place };
  const ownOf = new Map([
    ["cosine", cosineOf],
    ["rex", rexOf],
  ]).get(type);
  const own = ownOf && context.build("axolotl", place, () => ownOf(given, where));
  if (context.issues.length > 0) return undefined;
  const facts = { base: given.learning_rate, ...counted };
  if (own) return { program: { lr: own }, run: facts, unit: "update" };
  const name = schedulerType.read(type, { context, path: "lr_scheduler", place });
  if (name === undefined) return undefined;
  const found = readType(
    {
      name,
      optimizer: new Call("axolotl.optimizer", { named: new Map([["lr", given.learning_rate]]) }),
      num_warmup_steps: warmup,
      num_training_steps: steps,
      scheduler_specific_kwargs: given.lr_scheduler_kwargs,
    },
    context,
    { place },
  );
  return found && { ...found, run: { ...found.run, ...facts }, unit: "update" };
}
