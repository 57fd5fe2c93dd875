import { constant, powerLaw } from "anneal";
import type { Context } from "../context.ts";
import { type Document, hasObjects, lookUp } from "../document.ts";
import type { Entry } from "../entry.ts";
import type { Configuration } from "../framework.ts";
import { number } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { isDictionary, type Value } from "../value.ts";
import { noteFloat32 } from "./float32.ts";
import { entryOf, isObject, objectCall } from "./object.ts";
import { scheduled } from "./scheduled.ts";

type Path = readonly string[];

/** Where a model, an archive's text or TensorFlow.js's model.json has its optimizer. */
const OPTIMIZERS: readonly Path[] = [
  ["compile_config", "optimizer"],
  ["training_config", "optimizer_config"],
  ["trainingConfig", "optimizer_config"],
  ["modelTopology", "training_config", "optimizer_config"],
  ["optimizer_config"],
  ["optimizer"],
  [],
];

/** What an optimizer that scales losses calls the one it works through. */
const INNER = ["inner_optimizer", "optimizer"];

/** What Keras, its older versions and TensorFlow.js call the rate. */
const RATES = ["learning_rate", "learningRate", "lr"];

/** A Keras object as data: an optimizer, a schedule, or a model that has one. */
export function configurationOf(entries: Readonly<Record<string, Entry>>): Configuration {
  const find = ({ data }: Document): Path | undefined => {
    if (entryOf(data, entries)) return [];
    for (const place of OPTIMIZERS) {
      const path = rateIn(data, place, entries);
      if (path) return path;
    }
    return undefined;
  };
  return {
    recognises: (document) => hasObjects(document) && find(document) !== undefined,
    read(document) {
      const path = find(document);
      if (!path) return [];
      const name = String(lookUp(document.data, ...path, "class_name") ?? path.at(-1)).slice(0, 60);
      return [{ name, place: document.place(path), read: (context) => readRate(document, path, entries, context) }];
    },
  };
}

/** The way to the rate of the optimizer that is here, if one is. */
function rateIn(data: Value, path: Path, entries: Readonly<Record<string, Entry>>): Path | undefined {
  const optimizer = lookUp(data, ...path);
  const inside = isObject(optimizer) ? [...path, "config"] : path;
  for (const inner of isObject(optimizer) ? INNER : []) {
    if (isObject(lookUp(data, ...inside, inner))) return rateIn(data, [...inside, inner], entries);
  }
  const settings = lookUp(data, ...inside);
  const name = RATES.find((name) => isDictionary(settings) && settings.has(name));
  if (name === undefined) return undefined;
  // Only what has the form of a Keras object is known to be one; other configurations have rates too.
  const isKeras = isObject(optimizer) || entryOf(lookUp(settings, name), entries) !== undefined;
  return isKeras ? [...inside, name] : undefined;
}

function readRate(
  document: Document,
  path: Path,
  entries: Readonly<Record<string, Entry>>,
  context: Context,
): Found | undefined {
  const rate = lookUp(document.data, ...path) as Value;
  const place = document.place(path);
  if (isDictionary(rate)) {
    const call = objectCall(document, path, entries, context);
    noteFloat32(rate, context, place);
    return call && entries[call.name]?.read(call, context);
  }
  const name = String(path.at(-1));
  const base = number.read(rate, { context, path: name, place });
  if (base === undefined) return undefined;
  noteFloat32(new Map([[name, base]]), context, place);
  // Keras before 3 divided the rate of every optimizer by 1 + decay * step.
  const decay = lookUp(document.data, ...path.slice(0, -1), "decay");
  const falls = typeof decay === "number" && decay > 0;
  const lr = falls ? powerLaw({ from: "1x", rate: decay, every: 1, power: -1 }) : constant({ value: "1x" });
  return { ...scheduled(lr), run: { base } };
}
