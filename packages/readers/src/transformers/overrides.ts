import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { Call, isList, type Place, Unknown, type Value } from "../value.ts";

/** What schedules a training in place of the Trainer's arguments. */
export interface Override {
  /** What it is, in words, and the scheduler where it is given. */
  readonly by: string;
  readonly place: Place | undefined;
  readonly scheduler?: Value;
  /** Whether it is a schedule that is read by itself. */
  readonly isRead: boolean;
}

/** What is read as a schedule, by its name. */
const SCHEDULE = /(?:LR|WarmRestarts|^get_(?:\w+_)?sched\w*)$/;
const isSchedule = (value: Value): boolean => value instanceof Call && SCHEDULE.test(shortName(value.name));

type Overrides = ReadonlyMap<Call, Override>;

const known: WeakMap<readonly Call[], Overrides> = new WeakMap();

/** The Trainer's arguments of a text that something else overrides: `optimizers=(…)`, or a method of a class of its own. */
export function overridesIn(document: Document): Overrides {
  const all = known.get(document.calls) ?? allIn(document);
  known.set(document.calls, all);
  return all;
}

function allIn({ calls, overriding }: Document): Overrides {
  const all = new Map<Call, Override>();
  for (const trainer of calls) {
    if (!/Trainer$/.test(shortName(trainer.name))) continue;
    const args = trainer.named.get("args") ?? trainer.positional[1];
    const made = args instanceof Call ? madeFrom(args) : undefined;
    const optimizers = trainer.named.get("optimizers");
    const scheduler = isList(optimizers) ? (optimizers[1] ?? null) : null;
    if (!made || scheduler === null) continue;
    const what =
      scheduler instanceof Call ? shortName(scheduler.name) : scheduler instanceof Unknown ? scheduler.name : "";
    all.set(made, {
      by: `optimizers=(…, ${what.slice(0, 60)})`,
      place: trainer.places.get("optimizers") ?? trainer.place,
      scheduler,
      isRead: isSchedule(scheduler),
    });
  }
  for (const name of ["create_scheduler", "create_optimizer_and_scheduler"]) {
    const method = overriding?.get(name);
    if (!method) continue;
    const { place, lastLine } = method;
    const isInside = (line = 0) => line > place.line && line <= lastLine;
    const isRead = calls.some((call) => isInside(call.place?.line) && isSchedule(call));
    for (const call of calls) {
      if (/(?:TrainingArguments|Config)$/.test(shortName(call.name)) && !all.has(call)) {
        all.set(call, { by: `${name}(…)`, place, isRead });
      }
    }
  }
  return all;
}

/** What `args.set_training(…)` and its like are called on first. */
function madeFrom(call: Call): Call {
  let one = call;
  for (let i = 0; one.of && i < 20; i++) one = one.of;
  return one;
}
