import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Configuration } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { flagOptions } from "../notations/flagOptions.ts";
import { type Options, readOptions } from "../options.ts";
import type { Found } from "../reading.ts";
import { Call, isDictionary, type Place, Unknown, type Value } from "../value.ts";
import { baseRate } from "./baseRate.ts";
import { createSchedulerV2 } from "./createSchedulerV2.ts";
import { type TrainArguments, trainArguments } from "./trainArguments.ts";

/** Arguments that are train.py's own, two of which tell it from others where the schedule is not named. */
const OWN = [
  "lr_base",
  "lr_noise",
  "lr_cycle_mul",
  "lr_cycle_decay",
  "cooldown_epochs",
  "warmup_epochs",
  "decay_epochs",
];

/** The arguments of timm's train.py: a command line, or the YAML that it takes and saves. */
export const trainConfiguration: Configuration = {
  recognises(document) {
    if (document.notation === "python" || !isDictionary(document.data)) return false;
    const options = optionsOf(document);
    const sched = options("sched")?.value;
    return typeof sched === "string" || OWN.filter((name) => options(name)).length > 1;
  },
  read(document) {
    const options = optionsOf(document);
    const place = options("sched")?.place ?? options("lr")?.place;
    return [{ name: "train.py", place, read: (context) => readTrain(options, context, place) }];
  },
};

/** What an argument may be called besides. */
const OLDER = { decay_rate: ["dr"] } as const;

function optionsOf(document: Document): Options {
  const { data, notation } = document;
  const options = notation === "flags" ? flagOptions(document, OLDER) : dataOptions(document);
  return (name) => {
    const short = name === "batch_size" && isDictionary(data) ? data.get("-b") : undefined;
    return (
      options(name) ?? (short === undefined ? undefined : { value: short, path: "-b", place: document.place(["-b"]) })
    );
  };
}

function readTrain(options: Options, context: Context, place: Place | undefined): Found | undefined {
  const given = readOptions(trainArguments, options, context);
  const lr = given && baseRate(given, context, place);
  if (!given || lr === undefined) return undefined;
  if (given.layer_decay !== null) context.note("layer_decay: each layer's rate is this by its lr_scale", place);
  const optimizer = new Call("timm.optim.create_optimizer_v2", { named: new Map<string, Value>([["lr", lr]]) });
  const named = new Map<string, Value>([["optimizer", optimizer], ...Object.entries<Value>(factoryOf(given))]);
  return createSchedulerV2.read(new Call("timm.scheduler.create_scheduler_v2", { named }, place), context);
}

/** What train.py hands over to the factory. */
function factoryOf(given: TrainArguments): Readonly<Record<string, Value>> {
  const { sched, decay_epochs, decay_milestones, cooldown_epochs, patience_epochs, decay_rate, min_lr } = given;
  const { warmup_lr, warmup_epochs, warmup_prefix, sched_on_updates } = given;
  return {
    ...{ sched, num_epochs: given.epochs, decay_epochs, decay_milestones, cooldown_epochs, patience_epochs },
    ...{ decay_rate, min_lr, warmup_lr, warmup_epochs, warmup_prefix },
    noise: given.lr_noise,
    noise_pct: given.lr_noise_pct,
    noise_std: given.lr_noise_std,
    noise_seed: given.seed,
    cycle_mul: given.lr_cycle_mul,
    cycle_decay: given.lr_cycle_decay,
    cycle_limit: given.lr_cycle_limit,
    k_decay: given.lr_k_decay,
    decay_fn: given.lr_decay_fn,
    stable_timescale: given.lr_stable_timescale,
    plateau_mode: given.eval_metric.includes("loss") ? "min" : "max",
    step_on_epochs: !sched_on_updates,
    updates_per_epoch: sched_on_updates ? new Unknown("updates_per_epoch") : 0,
  };
}
