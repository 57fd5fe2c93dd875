import { constant } from "anneal";
import type { Context } from "../context.ts";
import { bind, type Entry } from "../entry.ts";
import { choice, optional, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, type Place, type Value } from "../value.ts";
import { classArguments } from "./classArguments.ts";
import { CLASSES } from "./classes.ts";
import { type Given, NAMES, readUsed, USED } from "./factory.ts";
import { totalOf } from "./total.ts";

const any: Parameter<Value | undefined> = { read: (value) => value, fallback: { value: undefined } };
const parameters = Object.fromEntries(NAMES.map((name) => [name, any]));
const kind = optional(choice(...Object.keys(USED)), "cosine");

/** `create_scheduler_v2`: one of the classes by its name, with times in epochs, or in updates of so many per epoch. */
export const createSchedulerV2: Entry = {
  read(call, context) {
    const raw = bind(parameters, call, context);
    if (!raw) return undefined;
    const written = new Map(Object.entries(raw).filter((one): one is [string, Value] => one[1] !== undefined));
    const places = new Map<number | string, Place>(
      [...call.places].map(([key, place]) => [typeof key === "number" ? (NAMES[key] ?? key) : key, place]),
    );
    const path = "create_scheduler_v2(sched)";
    const place = places.get("sched") ?? call.place;
    const name = written.get("sched");
    const sched = name === undefined ? "cosine" : kind.read(name, { context, path, place });
    const there = { name: "create_scheduler_v2", place: call.place, places };
    const given = sched && readUsed(sched, written, context, there);
    return given ? make(sched, given, { written, context, there }) : undefined;
  },
};

interface Making {
  readonly written: ReadonlyMap<string, Value>;
  readonly context: Context;
  readonly there: { readonly place: Place | undefined; readonly places: Call["places"] };
}

function make(sched: string, given: Given, { written, context, there: { place, places } }: Making): Found | undefined {
  const optimizer = written.get("optimizer") ?? null;
  if (sched === "none") return { program: { lr: constant({ value: "1x" }) } };
  if (!given.step_on_epochs && !(given.updates_per_epoch > 0)) {
    context.problem(
      "create_scheduler_v2(updates_per_epoch)",
      "a number above 0",
      String(given.updates_per_epoch),
      place,
    );
    return undefined;
  }
  if (!given.step_on_epochs && sched === "plateau") {
    context.problem("create_scheduler_v2(step_on_epochs)", "True for plateau", "False", place);
    return undefined;
  }
  const made = classArguments(sched, given, (path, expected, received) =>
    context.problem(`create_scheduler_v2(${path})`, expected, received, places.get(path) ?? place),
  );
  if (!made) return undefined;
  const named = new Map<string, Value>([["optimizer", optimizer], ...Object.entries(made.named)]);
  const found = CLASSES[made.name]?.read(new Call(`timm.scheduler.${made.name}`, { named }, place), context);
  // Where epochs are nothing that the curve depends on they may be unknown.
  const epochs = context.known(written.get("num_epochs") ?? given.num_epochs);
  const steps = typeof epochs === "number" ? totalOf(sched, { ...given, num_epochs: epochs }) : 0;
  const stepsPerEpoch = given.step_on_epochs ? 1 : given.updates_per_epoch;
  return found && { ...found, run: { ...found.run, ...(steps > 0 && { steps, stepsPerEpoch }) } };
}
