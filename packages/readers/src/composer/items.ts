import { type Document, lookUp } from "../document.ts";
import { Call, isDictionary, isList, type Place, type Value } from "../value.ts";
import { interpolated } from "./interpolated.ts";
import { NAMES } from "./names.ts";
import { isScheduler } from "./readScheduler.ts";

/** Where a trainer's options stand: at the top, or where platforms put them. */
const HOMES: readonly (readonly string[])[] = [[], ["parameters"], ["trainer"]];

/** The schedulers of a configuration as calls, and where the trainer's options stand. */
export interface Items {
  readonly home: readonly string[];
  readonly path: readonly string[];
  readonly calls: readonly Call[];
}

/** Finds `scheduler` or `schedulers`, in each of the forms in which one is named; nothing where there is none. */
export function itemsOf({ data, notation, place }: Document): Items | undefined {
  if (notation === "python" || notation === "flags") return undefined;
  for (const home of HOMES) {
    for (const key of ["scheduler", "schedulers"]) {
      const path = [...home, key];
      const value = lookUp(data, ...path);
      const all = isList(value) ? value : value === undefined ? [] : [value];
      const calls = all.map((one, i) => callOf(one, data, place, isList(value) ? [...path, i] : path));
      if (calls.length > 0 && calls.every((one) => one !== undefined)) return { home, path, calls };
    }
  }
  return undefined;
}

/** `{ name, … }`, `{ _target_, … }` or `{ cosine_decay_with_warmup: { … } }`. */
function callOf(
  value: Value,
  root: Value,
  place: Document["place"],
  path: readonly (string | number)[],
): Call | undefined {
  if (!isDictionary(value)) return undefined;
  for (const key of ["name", "_target_"]) {
    const name = value.get(key);
    const own = typeof name === "string" ? nameOf(name, key) : undefined;
    if (own !== undefined) return made(own, value, root, place, path, [key]);
  }
  const [[key, inside] = ["", null], ...others] = value;
  const own = others.length === 0 && key !== "name" ? nameOf(key, "name") : undefined;
  const given = isDictionary(inside) ? inside : inside === null ? new Map<string, Value>() : undefined;
  return own !== undefined && given ? made(own, given, root, place, [...path, key], []) : undefined;
}

function nameOf(name: string, key: string): string | undefined {
  if (key === "name") return NAMES.get(name) ?? (isScheduler(name) && name.endsWith("Scheduler") ? name : undefined);
  return name.startsWith("composer.") && isScheduler(name) ? name : undefined;
}

function made(
  name: string,
  value: ReadonlyMap<string, Value>,
  root: Value,
  place: Document["place"],
  path: readonly (string | number)[],
  meta: readonly string[],
): Call {
  const named = new Map(
    [...value].filter(([key]) => !meta.includes(key)).map(([key, one]) => [key, interpolated(one, root) ?? null]),
  );
  const places = new Map<string, Place>();
  for (const key of named.keys()) {
    const at = place([...path, key]);
    if (at) places.set(key, at);
  }
  return new Call(name, { named }, place(path), places);
}
