import { type Document, hasObjects, lookUp } from "../../document.ts";
import { type Entry, shortName } from "../../entry.ts";
import type { Configuration, Section } from "../../framework.ts";
import { type Dictionary, isDictionary, isList, type Value } from "../../value.ts";
import { callOfState } from "./callOfState.ts";
import { stateOf } from "./states.ts";

type Path = readonly (string | number)[];

/** A scheduler's `state_dict()` as JSON, alone or beside an optimizer's in a checkpoint. */
export function configurationOf(entries: Readonly<Record<string, Entry>>): Configuration {
  return {
    recognises: (document) => hasObjects(document) && statesIn(document.data).length > 0,
    read: (document) => statesIn(document.data).map((path) => section(document, path, entries)),
  };
}

/** Where there are states: the whole document, what its keys hold, or a list under one of them. */
function statesIn(data: Value): readonly Path[] {
  if (isState(data)) return [[]];
  if (!isDictionary(data)) return [];
  const found: Path[] = [];
  for (const [key, value] of data) {
    if (isState(value)) found.push([key]);
    if (isList(value)) value.forEach((one, i) => void (isState(one) && found.push([key, i])));
  }
  return found;
}

function isState(value: Value): value is Dictionary {
  if (!isDictionary(value) || !isList(value.get("_last_lr"))) return false;
  return isList(value.get("_schedulers")) || (value.has("last_epoch") && stateOf(value) !== undefined);
}

function section(document: Document, path: Path, entries: Readonly<Record<string, Entry>>): Section {
  const { data } = document;
  const state = path.reduce<Value | undefined>(
    (inside, key) => (typeof key === "number" ? isList(inside) && inside[key] : lookUp(inside, key)) || undefined,
    data,
  ) as Dictionary;
  const place = document.place(path);
  const call = callOfState(state, paramGroups(data), place);
  return {
    name: shortName(call.name),
    place,
    read(context) {
      const found = entries[call.name]?.read(call, context);
      const position = positionOf(state);
      if (position === undefined) return found;
      context.note(`The state is that after ${position} calls of step()`, place);
      return found && { ...found, position };
    },
  };
}

/** How many steps were done: a ChainedScheduler has no count of its own. */
function positionOf(state: Dictionary): number | undefined {
  const own = state.get("last_epoch");
  if (typeof own === "number") return own;
  const children = state.get("_schedulers");
  const [first] = isList(children) ? children : [];
  return isDictionary(first) ? positionOf(first) : undefined;
}

/** The groups of an optimizer's state in the same document. */
function paramGroups(data: Value): readonly Dictionary[] {
  for (const key of ["optimizer", "optimizer_state_dict", "optim", "optimizer_state"]) {
    const groups = lookUp(data, key, "param_groups");
    if (isList(groups)) return groups.filter(isDictionary);
  }
  const own = lookUp(data, "param_groups");
  return isList(own) ? own.filter(isDictionary) : [];
}
