import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import { ACCUMULATES } from "./loops.ts";
import { WrittenCall } from "./python/writtenCall.ts";
import type { Found } from "./reading.ts";
import type { Prepared, Stepped } from "./stepped.ts";
import { Call, type Place, Unknown, type Value } from "./value.ts";

/**
 * A schedule as Accelerate steps it. What its `prepare` is given makes a step for each process at every update, and none
 * between them; `split_batches` makes that one, and without `step_scheduler_with_optimizer` each call is a step, as it is
 * of a scheduler that is not prepared: within `accumulate` that is one a batch.
 */
export function accelerated(
  found: Found,
  call: Call,
  own: readonly Stepped[],
  { prepared }: Document,
  context: Context,
): Found {
  if (!prepared || prepared.size === 0) return found;
  const { variable } = call instanceof WrittenCall ? call : {};
  const given = prepared.get(call) ?? (variable === undefined ? undefined : prepared.get(variable));
  const around = own.flatMap(({ contexts }) => contexts.filter(({ name }) => shortName(name) === "accumulate"));
  const [accumulate] = around;
  const accelerator = given?.accelerator ?? accumulate?.of ?? [...prepared.values()][0]?.accelerator ?? null;
  const perUpdate = accumulate ? accumulatedBy(accelerator, context) : 1;
  const isCalled = !given || isSet(accelerator, "step_scheduler_with_optimizer", true, context) === false;
  const timed = accumulate ? inWholeUpdates(found, perUpdate) : found;
  // An update's own condition is under every call.
  const isGuarded = own.every(({ conditions }) => conditions.some((one) => ACCUMULATES.test(one)));
  if (isCalled) return accumulate && !isGuarded ? calledForEach(timed, perUpdate, accumulate, context) : timed;
  const place = own[0]?.place ?? call.place;
  const splits = isSet(accelerator, "split_batches", false, context);
  if (splits === undefined) {
    context.note(
      "whether Accelerate splits batches cannot be told: how many steps an update makes is not known",
      place,
    );
    return { ...timed, isUnclocked: true };
  }
  // What is told its count is told the same each time.
  if (splits || own.some(({ count }) => count > 0) || found.fraction) return timed;
  return forEachProcess(timed, given, place, context);
}

function forEachProcess(found: Found, { by }: Prepared, place: Place | undefined, context: Context): Found {
  const count = processesOf(by, context);
  if (count === 1) return found;
  if (count === undefined) {
    const name = `${by}.num_processes`;
    const isAsked = context.needs.some((need) => NUM_PROCESSES.test(need.name));
    context.note(
      `${by}.prepare makes step() a step for each process at every update: it is read for one process, and ${name} says how many there are`,
      place,
    );
    if (!isAsked) context.need(name, "how many steps step() makes at an update", place);
    return { ...found, isUnclocked: true };
  }
  const often = `${by}.prepare makes step() ${count} steps at every update, one for each process`;
  if (found.every || (found.controllers ?? []).length > 0) {
    context.note(`${often}: what one step is cannot be told`, place);
    return { ...found, isUnclocked: true };
  }
  context.note(often, place);
  return { ...found, every: { count: 1 / count, isPerEpoch: false } };
}

const NUM_PROCESSES = /(?:^|\.)num_processes$/;

/** How many processes the caller says that there are. */
function processesOf(by: string, context: Context): number | undefined {
  const own = `${by}.num_processes`;
  const names = [own, ...Object.keys(context.values).filter((name) => NUM_PROCESSES.test(name) && name !== own)];
  const given = names.map((name) => context.given(name)).find((value) => value !== undefined);
  return typeof given === "number" && Number.isInteger(given) && given > 0 ? given : undefined;
}

/** A scheduler that is stepped at every batch, several of which make an update. */
function calledForEach(found: Found, batches: number | undefined, { place }: Call, context: Context): Found {
  if (batches === 1) return found;
  const { notes } = context;
  const wrong = notes.findIndex(({ text }) => text === "step() is called once an update");
  if (wrong >= 0) notes.splice(wrong, 1);
  const often = "step() is called at every batch, not only where gradients are accumulated to an update";
  if (batches === undefined || found.every || found.fraction || found.unit === "epoch") {
    context.note(`${often}: what one step is cannot be told`, place);
    return { ...found, isUnclocked: true };
  }
  context.note(`${often}: ${batches} steps an update`, place);
  return { ...found, every: { count: 1 / batches, isPerEpoch: false } };
}

/** How many batches make an update. */
function accumulatedBy(accelerator: Value, context: Context): number | undefined {
  if (!(accelerator instanceof Call)) return undefined;
  const plugin = accelerator.named.get("gradient_accumulation_plugin");
  const inside = plugin instanceof Call ? (plugin.named.get("num_steps") ?? plugin.positional[0]) : undefined;
  if (plugin !== undefined && inside === undefined) return undefined;
  const value = context.known(inside ?? accelerator.named.get("gradient_accumulation_steps") ?? 1);
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** The length of a run whose loops go through batches, in updates: an epoch's last one may have fewer. */
function inWholeUpdates(found: Found, batches: number | undefined): Found {
  const { steps, stepsPerEpoch, ...facts } = found.run ?? {};
  if (found.unit !== "update" || batches === 1 || (steps === undefined && stepsPerEpoch === undefined)) return found;
  if (batches === undefined || stepsPerEpoch === undefined || found.epochs === undefined)
    return { ...found, run: facts };
  const each = Math.ceil(stepsPerEpoch / batches);
  return { ...found, run: { ...facts, stepsPerEpoch: each, steps: each * found.epochs } };
}

const nameOf = (value: Value) => (value instanceof Unknown ? value.name : undefined);

/** A setting of `Accelerator`, or of its `DataLoaderConfiguration`; nothing where it is not known. */
function isSet(accelerator: Value, name: string, otherwise: boolean, context: Context): boolean | undefined {
  if (!(accelerator instanceof Call)) return otherwise;
  const inside = accelerator.named.get("dataloader_config");
  const own = accelerator.named.get(name) ?? (inside instanceof Call ? inside.named.get(name) : undefined);
  if (own === undefined) return otherwise;
  const value = context.known(own, (part) => context.need(part.name, `Accelerator(${name})`, part.place, nameOf(own)));
  return typeof value === "boolean" || value === 0 || value === 1 ? Boolean(value) : undefined;
}
