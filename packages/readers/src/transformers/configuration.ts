import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Configuration, Section } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { flagOptions } from "../notations/flagOptions.ts";
import { pythonFloat } from "../notations/pythonNumber.ts";
import type { Options } from "../options.ts";
import { type Dictionary, isDictionary, isList, type Value } from "../value.ts";
import { readTrainer } from "./trainer.ts";
import { readArguments } from "./trainerArguments.ts";
import { readTrainerState } from "./trainerState.ts";

/** What tells the Trainer's arguments from others', one of them beside the rate or the schedule's name. */
const OWN = ["num_train_epochs", "per_device_train_batch_size", "warmup_ratio", "lr_scheduler_kwargs"];

/** What scripts of their own call what they give to the Trainer's arguments or to `get_scheduler`. */
const OWN_NAMES = { warmup_steps: ["num_warmup_steps", "lr_warmup_steps"], max_steps: ["max_train_steps"] } as const;

/** The Trainer's arguments in a file or on a command line, and the state that it saves. */
export const trainerConfiguration: Configuration = {
  recognises: (document) => {
    const { notation, data } = document;
    return notation !== "python" && isDictionary(data) && (isState(data) || isArguments(document));
  },
  read: (document) => {
    const data = document.data as Dictionary;
    return [isState(data) ? stateSection(data, document) : argumentsSection(document)];
  },
};

function isState(data: Value): data is Dictionary {
  return isDictionary(data) && isList(data.get("log_history")) && data.has("global_step");
}

function isArguments(document: Document): boolean {
  const options = optionsOf(document);
  if (typeof options("lr_scheduler_type")?.value === "string") return true;
  // axolotl has some of the same names.
  if (options("micro_batch_size")) return false;
  return options("learning_rate") !== undefined && OWN.some((key) => options(key));
}

function optionsOf(document: Document): Options {
  if (document.notation === "flags") return flagOptions(document, OWN_NAMES);
  const options = writtenIn(document);
  return document.notation === "yaml" ? withNumbers(options) : options;
}

/** What a file has at its top, or in the first of its sections that has the Trainer's arguments where its top has none. */
function writtenIn(document: Document): Options {
  const { data } = document;
  const has = (inside: Value) =>
    isDictionary(inside) &&
    (typeof inside.get("lr_scheduler_type") === "string" ||
      (inside.has("learning_rate") && OWN.some((key) => inside.has(key))));
  const [section] = isDictionary(data) && !has(data) ? ([...data].find(([, inside]) => has(inside)) ?? []) : [];
  return dataOptions(document, ...(section === undefined ? [] : [section]));
}

function stateSection(data: Dictionary, document: Document): Section {
  return { name: "trainer_state", read: (context) => readTrainerState(data, context, document.place(["log_history"])) };
}

function argumentsSection(document: Document): Section {
  const options = optionsOf(document);
  const place = (options("lr_scheduler_type") ?? options("learning_rate"))?.place;
  return {
    name: "TrainingArguments",
    place,
    read: (context) => {
      const given = readArguments(options, 5e-5, context);
      if (document.notation !== "flags") noteText(writtenIn(document), context);
      else noteOwnNames(options, context);
      return given && readTrainer(given, options, context, place);
    },
  };
}

/** The numbers that YAML 1.1 has as text, also among the special arguments of a schedule. */
function withNumbers(options: Options): Options {
  return (name) => {
    const written = options(name);
    if (!written || !isDictionary(written.value)) return written;
    const entries = [...written.value].map(([key, one]) => [key, numberOf(one) ?? one] as const);
    return { ...written, value: new Map(entries) };
  };
}

/** What a script's own flags are taken for. */
function noteOwnNames(options: Options, context: Context): void {
  for (const name of Object.keys(OWN_NAMES)) {
    const { path = "", place } = options(name) ?? {};
    if (path === "" || path.replace(/^--/, "").replaceAll("-", "_") === name) continue;
    context.note(`${path} is the script's own: it is taken for ${name}`, place);
  }
}

const numberOf = (value: Value): number | undefined => (typeof value === "string" ? pythonFloat(value) : undefined);

/** What readers make of a number that is text. */
function noteText(options: Options, context: Context): void {
  for (const name of ["learning_rate", "warmup_ratio", "lr_scheduler_kwargs"]) {
    const { value = null, place } = options(name) ?? {};
    const texts = (isDictionary(value) ? [...value.values()] : [value]).filter((one) => numberOf(one) !== undefined);
    for (const text of texts) {
      const why = "is text, as numbers without a dot are in YAML 1.1: transformers' own readers fail on it";
      context.note(`${name}: ${String(text)} ${why}; LLaMA-Factory and TRL read the number`, place);
    }
  }
}
