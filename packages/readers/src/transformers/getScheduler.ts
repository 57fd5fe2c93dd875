import type { Context } from "../context.ts";
import { bind, type Entry } from "../entry.ts";
import { dictionary, nullable, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, type Dictionary, type Place, type Value } from "../value.ts";
import { FUNCTIONS, type ScheduleFunction } from "./functions.ts";
import { type SchedulerType, schedulerType } from "./schedulerType.ts";

/** What is handed over as it is, for the function itself to read. */
const any: Parameter<Value> = { read: (value) => value };
const maybe: Parameter<Value> = { ...any, fallback: { value: null } };

const parameters = {
  name: schedulerType,
  optimizer: maybe,
  num_warmup_steps: maybe,
  num_training_steps: maybe,
  scheduler_specific_kwargs: nullable(dictionary),
} as const;

/** `get_scheduler`: one of the functions by its name. */
export const getScheduler: Entry = {
  read(call, context) {
    const given = bind(parameters, call, context) as Arguments | undefined;
    if (!given) return undefined;
    return readType(given, context, { place: call.place, places: call.places });
  },
};

/** What `get_scheduler` takes. */
export interface Arguments {
  readonly name: SchedulerType;
  readonly optimizer: Value;
  readonly num_warmup_steps: Value;
  readonly num_training_steps: Value;
  readonly scheduler_specific_kwargs: Dictionary | null;
}

/** Where a schedule is written. */
interface Where {
  readonly place?: Place | undefined;
  readonly places?: Call["places"];
}

/** The schedule of a name, with the arguments that it takes. */
export function readType(given: Arguments, context: Context, { place, places }: Where): Found | undefined {
  const { name, entry, warmup, steps }: ScheduleFunction = FUNCTIONS[given.name];
  const { num_warmup_steps: w, num_training_steps: t } = given;
  const named = new Map<string, Value>([["optimizer", given.optimizer]]);
  if (warmup) named.set("num_warmup_steps", w);
  else if (w !== null && w !== 0) context.note(`${given.name} has no warm-up: num_warmup_steps is not used`, place);
  if (steps && (t !== null || steps !== "maybe")) named.set("num_training_steps", t);
  // Of these two transformers does not pass on what is special to a schedule.
  const special = given.name.startsWith("constant") ? new Map() : (given.scheduler_specific_kwargs ?? new Map());
  const missing = [...named].filter(([key, value]) => value === null && key !== "optimizer").map(([key]) => key);
  const twice = [...special.keys()].filter((key) => named.has(key));
  for (const key of missing)
    context.problem(`get_scheduler(${key})`, `a number, which ${given.name} needs`, "none", place);
  for (const key of twice) context.problem(`${name}(${key.slice(0, 60)})`, "one value", "two", place);
  if (missing.length > 0 || twice.length > 0) return undefined;
  for (const [key, value] of special) named.set(key, value);
  return entry.read(new Call(`transformers.${name}`, { named }, place, places), context);
}
