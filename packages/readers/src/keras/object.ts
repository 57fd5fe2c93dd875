import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import type { Entry } from "../entry.ts";
import { Call, type Dictionary, isDictionary, type Place, type Value } from "../value.ts";

/** Whether something has the form in which Keras writes objects: `{"class_name": …, "config": {…}}`. */
export function isObject(value: Value | undefined): boolean {
  return typeof lookUp(value, "class_name") === "string" && isDictionary(lookUp(value, "config"));
}

/** The full name of the schedule that a Keras object is, if these entries have it; a registered class is somebody's own. */
export function entryOf(value: Value | undefined, entries: Readonly<Record<string, Entry>>): string | undefined {
  const registered = lookUp(value, "registered_name");
  const isOwn = typeof registered === "string" && registered.includes(">");
  const own = isObject(value) && !isOwn ? String(lookUp(value, "class_name")) : "";
  return ["keras.optimizers.schedules", "transformers"]
    .map((home) => `${home}.${own}`)
    .find((full) => own && Object.hasOwn(entries, full));
}

/** What Transformers writes into a configuration for Keras alone. */
const MARK = "__passive_serialization__";

/** A Keras object as the call that would make it, and so the objects in its configuration. */
export function objectCall(
  document: Document,
  path: readonly string[],
  entries: Readonly<Record<string, Entry>>,
  context: Context,
): Call | undefined {
  const object = lookUp(document.data, ...path) as Dictionary;
  const place = document.place(path);
  const name = entryOf(object, entries);
  if (name === undefined) {
    const came = object.get("class_name");
    const received = typeof came === "string" ? JSON.stringify(came.slice(0, 60)) : "a dictionary";
    context.problem(path.join("."), "a schedule of keras.optimizers.schedules", received, place);
    return undefined;
  }
  const named = new Map<string, Value>();
  const places = new Map<string, Place>();
  for (const [key, value] of object.get("config") as Dictionary) {
    const inside = [...path, "config", key];
    const own = isObject(value) ? objectCall(document, inside, entries, context) : value;
    const there = document.place(inside);
    if (own !== undefined && key !== MARK) named.set(key, own);
    if (there) places.set(key, there);
  }
  return new Call(name, { named }, place, places);
}
