import { shortName } from "../entry.ts";
import type { Written } from "../options.ts";
import type { Call, Place, Value } from "../value.ts";

/** What a method of TrainingArguments sets: its parameters in their order, the fields that they are, and their defaults. */
const METHODS: Readonly<Record<string, readonly (readonly [parameter: string, field: string, otherwise: Value])[]>> = {
  set_lr_scheduler: [
    ["name", "lr_scheduler_type", "linear"],
    ["num_epochs", "num_train_epochs", 3],
    ["max_steps", "max_steps", -1],
    ["warmup_ratio", "warmup_ratio", null],
    ["warmup_steps", "warmup_steps", 0],
  ],
  set_optimizer: [
    ["name", "optim", "adamw_torch"],
    ["learning_rate", "learning_rate", 5e-5],
  ],
  set_training: [
    ["learning_rate", "learning_rate", 5e-5],
    ["batch_size", "per_device_train_batch_size", 8],
    ["weight_decay", "weight_decay", 0],
    ["num_epochs", "num_train_epochs", 3],
    ["max_steps", "max_steps", -1],
    ["gradient_accumulation_steps", "gradient_accumulation_steps", 1],
  ],
  set_dataloader: [
    ["train_batch_size", "per_device_train_batch_size", 8],
    ["eval_batch_size", "per_device_eval_batch_size", 8],
    ["drop_last", "dataloader_drop_last", false],
  ],
};

/** How deep `args = args.set_training(…)` is followed at most. */
const DEEPEST = 20;

/** Something that a text does to what a call made, after it: in every case, or under a condition. */
interface Done {
  readonly place: Place;
  readonly isSure: boolean;
  /** What is set by it, by fields. */
  readonly fields: ReadonlyMap<string, Written>;
}

/** Arguments for the Trainer as a text leaves them: what it sets for sure after they are made, and what it may set. */
export interface Settled {
  readonly fields: ReadonlyMap<string, Written>;
  readonly unsure: ReadonlyMap<string, Place>;
}

export function settled(call: Call): Settled {
  const all = doneTo(call, 0).sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const fields = new Map<string, Written>();
  const unsure = new Map<string, Place>();
  for (const { place, isSure, fields: set } of all) {
    for (const [field, written] of set) {
      if (isSure) fields.set(field, written);
      else unsure.set(field, place);
    }
  }
  return { fields, unsure };
}

function doneTo(call: Call, depth: number): Done[] {
  const done = [...call.later].map(([field, { value, place, isSure }]): Done => {
    return { place, isSure, fields: new Map([[field, { value, path: field, place }]]) };
  });
  for (const { call: method, isSure } of depth < DEEPEST ? call.methods : []) {
    const name = shortName(method.name);
    const taken = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!taken || !method.place) continue;
    const { positional, named, places } = method;
    const fields = new Map(
      taken.map(([parameter, field, otherwise], i): readonly [string, Written] => {
        const value = named.get(parameter) ?? positional[i] ?? otherwise;
        const place = places.get(parameter) ?? places.get(i) ?? method.place;
        return [field, { value, path: `${name}(${parameter})`, place }];
      }),
    );
    done.push({ place: method.place, isSure, fields }, ...doneTo(method, depth + 1));
  }
  return done;
}
