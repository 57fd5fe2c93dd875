import type { Controller } from "anneal";
import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import { shortName } from "../entry.ts";
import { describe, resolve } from "../parameter.ts";
import { Call, isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";
import type { Loop } from "./loop.ts";
import { PLATEAU, readPlateau } from "./plateau.ts";
import { CLASSES, readScheduler, type Scheduler, schedulerClass } from "./scheduler.ts";

/** What a configuration has beside a class's own arguments. */
const META = ["type", "convert_to_iter_based", "_scope_", "_delete_"];

/** These are the same, whenever training ends. */
const ENDLESS = ["Step", "MultiStep", "Exponential"];

/** What stands in `param_scheduler`. */
export interface Items {
  readonly schedulers: readonly Scheduler[];
  readonly controllers: readonly Controller[];
}

/** Reads the schedulers that stand under a path, or nothing where one cannot be read. */
export function readItems(
  { data, place }: Document,
  path: readonly string[],
  loop: Loop,
  context: Context,
): Items | undefined {
  const value = lookUp(data, ...path) ?? [];
  const all: readonly Value[] = isList(value) ? value : [value];
  const read = all.map((item, i) => {
    const at = isList(value) ? [...path, i] : path;
    return readItem(item, at, (key) => place(key === undefined ? at : [...at, key]), loop, context);
  });
  if (!read.every((one) => one !== undefined)) return undefined;
  const known = read.filter((one) => one !== "other");
  const isScheduler = (one: Scheduler | Controller): one is Scheduler => "curves" in one;
  const controllers = known.filter((one): one is Controller => !isScheduler(one));
  return { schedulers: known.filter(isScheduler), controllers };
}

function readItem(
  item: Value,
  path: readonly (string | number)[],
  place: (key?: string) => Place | undefined,
  loop: Loop,
  context: Context,
): Scheduler | Controller | "other" | undefined {
  const name = path.join(".");
  if (item instanceof Unknown) {
    context.need(item.name, `${name}: a scheduler that is not in the text`, item.place ?? place());
    return undefined;
  }
  if (!isDictionary(item)) {
    context.problem(name, "a dictionary with a type", describe(item), place());
    return undefined;
  }
  const type = nameOf(item.get("type"));
  if (type !== "" && !/(LR|Momentum|ParamScheduler)$/.test(type)) {
    context.note(
      `${type} is not MMEngine's own, and by its name moves neither a rate nor a momentum; it is not read.`,
      place("type"),
    );
    return "other";
  }
  if (type !== PLATEAU && !schedulerClass(type)) {
    const known = CLASSES.filter((one) => one.endsWith("LR")).join(", ");
    context.problem(`${name}.type`, `one of ${known}, or theirs for Momentum and Param`, describe(type), place("type"));
    return undefined;
  }
  const named = new Map([...item].filter(([key]) => !META.includes(key)));
  const converted = item.get("convert_to_iter_based") === true;
  if (converted && type !== PLATEAU && loop.epochLength === undefined) {
    context.need(
      "epoch_length",
      `${type}: updates in an epoch, for convert_to_iter_based`,
      place("convert_to_iter_based"),
    );
    return undefined;
  }
  const places = new Map([...named.keys()].flatMap((key) => [[key, place(key)] as const].filter(hasPlace)));
  const call = new Call(type, { named }, place(), places);
  if (type === PLATEAU) return readPlateau(call, context, loop.byIteration ? undefined : loop.epochs);
  if (!named.has("end") && !endsAt(type, named, loop, context, place())) return undefined;
  return readScheduler(call, context, converted ? loop.epochLength : undefined);
}

const hasPlace = (entry: readonly [string, Place | undefined]): entry is [string, Place] => entry[1] !== undefined;

/** The name of a class that stands as text or, in newer configurations, as the class itself. */
function nameOf(type: Value | undefined): string {
  return shortName(type instanceof Unknown ? type.name : typeof type === "string" ? type : "");
}

/** The end that the runner sets where there is none: that of training. */
function endsAt(
  type: string,
  named: Map<string, Value>,
  loop: Loop,
  context: Context,
  place: Place | undefined,
): boolean {
  const written = named.get("by_epoch") ?? true;
  const there = { context, path: `${type}(by_epoch)`, place };
  const byEpoch = written instanceof Unknown ? resolve(written, there) : written;
  const end = byEpoch === false ? loop.updates : loop.epochs;
  if (end !== undefined) named.set("end", end);
  if (end !== undefined || ENDLESS.some((shape) => type.startsWith(shape))) return true;
  if (byEpoch !== false) context.need("train_cfg.max_epochs", `${type}: its end, where it has none of its own`, place);
  else if (loop.epochs === undefined || loop.byIteration)
    context.need("train_cfg.max_iters", `${type}: its end`, place);
  else context.need("epoch_length", `${type}: updates in an epoch, for its end, which is that of training`, place);
  return false;
}
