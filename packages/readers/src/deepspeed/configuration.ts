import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import type { Configuration, Section } from "../framework.ts";
import { describe } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { torch } from "../torch/torch.ts";
import { Call, type Dictionary, isDictionary, type Place, Unknown, type Value } from "../value.ts";
import { CLASSES } from "./classes.ts";

/** What a configuration with a scheduler of PyTorch's is known by. */
const OWN = ["train_batch_size", "train_micro_batch_size_per_gpu", "zero_optimization", "fp16", "bf16"];

/** The `scheduler` block of a DeepSpeed configuration: a JSON file, or a dictionary that a Python text builds. */
export const configuration: Configuration = {
  recognises: (document) => configurations(document).length > 0,
  read: (document) => configurations(document).map((path) => section(document, path)),
};

/** Where there are configurations: by the keys that lead to them. */
function configurations({ notation, data }: Document): readonly (readonly string[])[] {
  if (notation !== "python") return isConfiguration(data) ? [[]] : [];
  return isDictionary(data) ? [...data].flatMap(([name, value]) => (isConfiguration(value) ? [[name]] : [])) : [];
}

function isConfiguration(data: Value): boolean {
  const type = lookUp(data, "scheduler", "type");
  if (typeof type !== "string") return false;
  return Object.hasOwn(CLASSES, type) || OWN.some((key) => (data as Dictionary).has(key));
}

function section({ data, place }: Document, path: readonly string[]): Section {
  const root = lookUp(data, ...path) as Dictionary;
  const at = (...keys: readonly string[]): Place | undefined => place([...path, ...keys]);
  const type = lookUp(root, "scheduler", "type") as string;
  return { name: type, place: at("scheduler"), read: (context) => readScheduler(root, type, context, at) };
}

function readScheduler(
  root: Dictionary,
  type: string,
  context: Context,
  at: (...keys: readonly string[]) => Place | undefined,
): Found | undefined {
  // What is none of DeepSpeed's own is one of PyTorch's.
  const own = Object.hasOwn(CLASSES, type) ? CLASSES[type] : undefined;
  const name = own ? `deepspeed.runtime.lr_schedules.${type}` : `torch.optim.lr_scheduler.${type}`;
  const entry = own ?? (Object.hasOwn(torch.entries, name) ? torch.entries[name] : undefined);
  if (!entry) {
    const expected = [...Object.keys(CLASSES), "a class of torch.optim.lr_scheduler"].join(", ");
    context.problem("scheduler.type", expected, describe(type), at("scheduler", "type"));
    return undefined;
  }
  const params = lookUp(root, "scheduler", "params");
  const named = new Map<string, Value>([["optimizer", optimizerOf(root, at, context)]]);
  const places = new Map<string, Place>();
  for (const [key, value] of isDictionary(params) ? params : []) {
    const place = at("scheduler", "params", key);
    named.set(key, value === "auto" ? auto(key, place, context) : value);
    if (place) places.set(key, place);
  }
  const found = entry.read(new Call(name, { named }, at("scheduler"), places), context);
  const samplesPerStep = root.get("train_batch_size");
  const counts = typeof samplesPerStep === "number" && samplesPerStep > 0;
  return found && { ...found, run: { ...found.run, ...(counts && { samplesPerStep }) }, unit: "update" };
}

/** The optimizer of a configuration as a call. */
function optimizerOf(root: Dictionary, at: (...keys: readonly string[]) => Place | undefined, context: Context): Value {
  const type = lookUp(root, "optimizer", "type");
  if (typeof type !== "string") return null;
  const params = lookUp(root, "optimizer", "params");
  const place = at("optimizer", "params", "lr") ?? at("optimizer");
  const entries = [...(isDictionary(params) ? params : [])].map(
    ([key, value]) => [key, value === "auto" ? auto(key, place, context) : value] as const,
  );
  return new Call(`torch.optim.${type}`, { named: new Map(entries) }, place);
}

/** What transformers' Trainer puts in place of `"auto"`, by its own names. */
const AUTO: ReadonlyMap<string, string> = new Map([
  ["lr", "learning_rate"],
  ["warmup_max_lr", "learning_rate"],
  ["total_num_steps", "num_training_steps"],
  ["warmup_num_steps", "warmup_steps"],
]);

function auto(key: string, place: Place | undefined, context: Context): Value {
  if (key === "warmup_min_lr") return 0;
  const name = AUTO.get(key);
  if (name === undefined) return "auto";
  const given = context.given(name);
  // No warm-up is one update of it.
  if (key === "warmup_num_steps" && given === 0) return 1;
  return new Unknown(name, place, `"auto" is the Trainer's`);
}
