import { bind, type Entry } from "../entry.ts";
import type { Parameter } from "../parameter.ts";
import { Call, isDictionary, type Place, Unknown, type Value } from "../value.ts";
import { createSchedulerV2 } from "./createSchedulerV2.ts";

/** The factory's arguments, and under which name the first's arguments have each. */
const HELD = {
  sched: "sched",
  num_epochs: "epochs",
  decay_epochs: "decay_epochs",
  decay_milestones: "decay_milestones",
  warmup_epochs: "warmup_epochs",
  cooldown_epochs: "cooldown_epochs",
  patience_epochs: "patience_epochs",
  decay_rate: "decay_rate",
  min_lr: "min_lr",
  warmup_lr: "warmup_lr",
  warmup_prefix: "warmup_prefix",
  noise: "lr_noise",
  noise_pct: "lr_noise_pct",
  noise_std: "lr_noise_std",
  noise_seed: "seed",
  cycle_mul: "lr_cycle_mul",
  cycle_decay: "lr_cycle_decay",
  cycle_limit: "lr_cycle_limit",
  k_decay: "lr_k_decay",
  decay_fn: "lr_decay_fn",
  stable_timescale: "lr_stable_timescale",
} as const;

/** What the helper takes where an object has no such field, and the factory's own default is another. */
const DEFAULTS: Readonly<Record<string, Value>> = {
  num_epochs: 100,
  decay_epochs: 30,
  decay_milestones: [30, 60],
  warmup_epochs: 5,
};

const any: Parameter<Value> = { read: (value) => value };
const none: Parameter<Value> = { ...any, fallback: { value: 0 } };

/** `create_scheduler(args, optimizer, updates_per_epoch)`: the factory, with the fields of an object. */
export const createScheduler: Entry = {
  read(call, context) {
    const given = bind({ args: any, optimizer: any, updates_per_epoch: none }, call, context);
    if (!given) return undefined;
    const { args, optimizer, updates_per_epoch } = given as Readonly<Record<string, Value>>;
    const field = (name: string): Value | undefined => fieldOf(args as Value, name, call.place);
    const named = new Map<string, Value>([
      ["optimizer", optimizer as Value],
      ["updates_per_epoch", updates_per_epoch as Value],
      ["step_on_epochs", derived(field("sched_on_updates") ?? false, "not", (value) => !value)],
      ["plateau_mode", derived(field("eval_metric") ?? "top1", "mode of", modeOf)],
    ]);
    for (const [name, held] of Object.entries(HELD)) {
      const value = field(held) ?? DEFAULTS[name];
      if (value !== undefined) named.set(name, value);
    }
    return createSchedulerV2.read(new Call("timm.scheduler.create_scheduler_v2", { named }, call.place), context);
  },
};

/** A field of an object, by the arguments that it was made with; of one that is not known it is asked for. */
function fieldOf(args: Value, field: string, place: Place | undefined): Value | undefined {
  if (args instanceof Call) return args.named.get(field);
  if (isDictionary(args)) return args.get(field);
  return args instanceof Unknown ? new Unknown(`${args.name}.${field}`, place) : undefined;
}

const modeOf = (metric: Value): Value => (typeof metric === "string" && metric.includes("loss") ? "min" : "max");

/** What is computed of a value, once it is known. */
function derived(value: Value, by: string, compute: (value: Value) => Value): Value {
  if (!(value instanceof Unknown)) return compute(value);
  return new Unknown(`${by} ${value.name}`, value.place, undefined, (ask) => {
    const known = ask(value);
    return known === undefined ? undefined : compute(known);
  });
}
