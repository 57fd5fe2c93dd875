import { constant, type Plan, type Run } from "anneal";
import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import type { Configuration, Section } from "../framework.ts";
import type { There } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { isDictionary, isList, type Value } from "../value.ts";
import { baseSection, schedulesInBase } from "./baseFiles.ts";
import { programOf } from "./found.ts";
import { readItems } from "./items.ts";
import { type Loop, readLoop } from "./loop.ts";
import { noteConfiguration, noteScheduler } from "./notes.ts";
import { readOptimizer, scaleOf } from "./optimizer.ts";
import type { Scheduler } from "./scheduler.ts";

const KEY = "param_scheduler";

/** Each of them has a value of its own. */
const MOST_EPOCHS = 10_000;

/** A Python, JSON or YAML configuration that has `param_scheduler`. */
export const configuration: Configuration = {
  recognises: (document) => {
    const { data } = document;
    return (isDictionary(data) && data.has(KEY) && isSchedulers(data.get(KEY), data)) || schedulesInBase(document);
  },

  read(document) {
    if (schedulesInBase(document)) return [baseSection(document)];
    const schedulers = lookUp(document.data, KEY);
    const names = isDictionary(schedulers) && !schedulers.has("type") ? [...schedulers.keys()] : [undefined];
    return names.map((name): Section => {
      const path = name === undefined ? [KEY] : [KEY, name];
      return {
        name: path.join("."),
        place: document.place(path),
        read: (context) => found(document, path, name, context),
      };
    });
  },
};

/** Whether it is what only MMEngine takes: dictionaries by type, one or several, or those of several optimizers. */
function isSchedulers(value: Value | undefined, data: Value, depth = 0): boolean {
  if (isList(value)) {
    return value.length === 0 ? isDictionary(lookUp(data, "optim_wrapper")) : value.some((one) => isDictionary(one));
  }
  if (isDictionary(value)) {
    return value.has("type") || (depth === 0 && [...value.values()].some((one) => isSchedulers(one, data, 1)));
  }
  return value === null && isDictionary(lookUp(data, "optim_wrapper"));
}

function found(
  document: Document,
  path: readonly string[],
  name: string | undefined,
  context: Context,
): Found | undefined {
  const { data } = document;
  const there = (...keys: string[]): There => ({ context, path: keys.join("."), place: document.place(keys) });
  noteConfiguration(data, context, (...keys) => document.place(keys));
  const loop = readLoop(data, context, there);
  const optimizer = readOptimizer(data, name, there);
  const items = readItems(document, path, loop, context);
  const scale = scaleOf(data, context, there);
  if (!items) return undefined;
  const { schedulers, controllers } = items;
  for (const one of schedulers) noteScheduler(one, context);
  const named = schedulers.map((one) => ({ ...one, key: one.key === "momentum" ? optimizer.momentum : one.key }));
  const clock = clockOf(named, loop, context);
  if (!clock) return undefined;
  const program = programOf(named, { values: optimizer.values, ...clock }, context);
  if (!program) return undefined;
  const lr = optimizer.lr ?? given(context, "lr");
  if (lr === undefined) context.need("lr", "the optimizer's rate, which the plan is a multiple of");
  if (optimizer.accumulates > 1) {
    context.note(`A step is an iteration; an update is made after every ${optimizer.accumulates} of them.`);
  }
  const run = { ...(lr !== undefined && scale !== undefined && { base: lr * scale }), ...clock.run };
  const plans: Found["program"] = { lr: constant({ value: "1x" }) as Plan, ...program };
  return { program: plans, ...(controllers.length > 0 && { controllers }), run, unit: clock.unit };
}

function given(context: Context, name: string): number | undefined {
  const value = context.given(name);
  return typeof value === "number" ? value : undefined;
}

interface Clock {
  readonly unit: "update" | "epoch";
  readonly run: Run;
  readonly last: { readonly epochs: number | undefined; readonly updates: number | undefined };
  readonly epochs?: { readonly count: number; readonly length: number | undefined };
}

/** The clock of all schedulers: epochs where all of them count those, else updates. */
function clockOf(schedulers: readonly Scheduler[], loop: Loop, context: Context): Clock | undefined {
  const { byIteration, epochs, updates, epochLength } = loop;
  const last = { epochs, updates };
  const inEpochs = schedulers.filter(({ byEpoch }) => byEpoch);
  if (inEpochs.length === schedulers.length && !byIteration) {
    return { unit: "epoch", run: { ...(epochs !== undefined && { steps: epochs }), stepsPerEpoch: 1 }, last };
  }
  const facts = {
    ...(updates !== undefined && { steps: updates }),
    ...(epochLength !== undefined && { stepsPerEpoch: epochLength }),
  };
  if (inEpochs.length === 0) return { unit: "update", run: facts, last };
  const [first] = inEpochs;
  if (byIteration) {
    const text =
      "A scheduler with by_epoch=True, the default, does not step in an iteration-based loop: it stays at its first value.";
    context.note(text, first?.call.place);
    return { unit: "update", run: facts, last, epochs: { count: 1, length: updates } };
  }
  if (epochs === undefined) {
    context.need("train_cfg.max_epochs", "some schedulers count epochs, and others updates");
    return undefined;
  }
  if (epochs > MOST_EPOCHS) {
    context.problem("train_cfg.max_epochs", `at most ${MOST_EPOCHS} where others count updates`, String(epochs));
    return undefined;
  }
  if (epochLength === undefined) {
    context.need("epoch_length", "updates in an epoch: some schedulers count epochs, and others updates");
    const simple = schedulers.every(({ curves }) =>
      curves.every(({ floor, overwrites, returns }) => {
        return !overwrites && !returns && ("share" in floor ? floor.share : floor.absolute) === 0;
      }),
    );
    if (!simple) return undefined;
  }
  return { unit: "update", run: facts, last, epochs: { count: epochs, length: epochLength } };
}
