import { clockedByTrainer } from "./clockedByTrainer.ts";
import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { WrittenCall } from "./python/writtenCall.ts";
import type { Found } from "./reading.ts";
import type { Loop, Stepped } from "./stepped.ts";
import { type Call, isList, Unknown, type Value } from "./value.ts";

/** What one step of a plan is, by where a text steps the scheduler: in its loop over epochs or over batches. */
export function clocked(found: Found, call: Call, { steps = [], managed }: Document, context: Context): Found {
  const trainers = managed?.get(call);
  if (trainers) return clockedByTrainer(found, call, trainers, context);
  const own = steppedBy(steps, call);
  const [first] = own;
  if (!first) return found;
  const units = new Set(own.map(unitOf));
  const [unit] = units;
  if (units.size > 1) {
    const lines = own.map(({ place }) => place.line).join(", ");
    context.note(`step() is called in several loops, at lines ${lines}: what one step is cannot be told`, first.place);
    return found;
  }
  if (typeof unit === "object") {
    context.note(`step() is called only where ${unit.condition}: what one step is cannot be told`, first.place);
    return found;
  }
  if (unit === undefined) return found;
  if (found.unit !== undefined) {
    if (found.unit !== unit && first.count === 0) {
      context.note(`step() is called once an ${unit}, and the schedule counts in ${found.unit}s`, first.place);
    }
    return found.unit === unit && own.length === 1 ? withLength(found, first, context) : found;
  }
  const told = first.count > 0 && unit === "update" ? "epoch" : unit;
  context.note(
    told === unit ? `step() is called once an ${unit}` : "step(…) is told at every update how many epochs are done",
    first.place,
  );
  return told === unit && own.length === 1
    ? withLength({ ...found, unit: told }, first, context)
    : { ...found, unit: told, run: { ...found.run } };
}

/** A schedule with how often its loops step it, as far as that is known. */
export function withLength(found: Found, { loops, conditions }: Stepped, context: Context): Found {
  const turns = loops.filter((loop) => !isChoice(loop, conditions));
  const [outer, inner] = turns;
  if (!outer || turns.length > 2 || found.run?.steps !== undefined) return { ...found, run: { ...found.run } };
  const count = turns.length === 1 || kindOf(outer) === "epoch" ? turnsOf(outer, context) : undefined;
  // What is under a condition may be done at some turns only.
  const isSure = conditions.every((one) => found.unit === "update" && inner && ACCUMULATES.test(one));
  if (count === undefined || !isSure) return { ...found, run: { ...found.run } };
  if (!inner) return { ...found, run: { ...found.run, steps: count } };
  const each = found.run?.stepsPerEpoch === undefined ? turnsOf(inner, context) : undefined;
  const run =
    each === undefined || conditions.length > 0
      ? found.run
      : { ...found.run, steps: count * each, stepsPerEpoch: each };
  return { ...found, run: { ...run }, epochs: count };
}

type ByScheduler = ReadonlyMap<Value, readonly Stepped[]>;

const known: WeakMap<readonly Stepped[], ByScheduler> = new WeakMap();

/** Where a scheduler is stepped: it itself, or what has the name that it is assigned to. */
function steppedBy(steps: readonly Stepped[], call: Call): readonly Stepped[] {
  let all = known.get(steps);
  if (!all) {
    const made = new Map<Value, Stepped[]>();
    for (const one of steps) {
      const { scheduler } = one;
      const key = scheduler instanceof Unknown ? scheduler.name : scheduler;
      const own = made.get(key);
      if (own) own.push(one);
      else made.set(key, [one]);
    }
    all = made;
    known.set(steps, all);
  }
  const { variable } = call instanceof WrittenCall ? call : {};
  return [...(all.get(call) ?? []), ...((variable !== undefined && all.get(variable)) || [])];
}

const EPOCH = /epoch/i;
const BATCH = /batch|loader|data|iter|step|sample|images|inputs|update/i;

/** What a step is: by the innermost loop, and the conditions in it that its turns decide. */
function unitOf({ loops, conditions }: Stepped): "epoch" | "update" | { readonly condition: string } | undefined {
  const turns = loops.filter((loop) => !isChoice(loop, conditions));
  const inner = turns.at(-1);
  if (!inner) return undefined;
  const unit = kindOf(inner);
  const deciding = conditions.find((one) => mentions(one, inner) && !(unit === "update" && ACCUMULATES.test(one)));
  return unit && deciding !== undefined ? { condition: deciding } : unit;
}

/** A condition that is so at every update, in a loop over parts of its batch. */
const ACCUMULATES = /%.*(?:accum|grad)|sync_gradients/i;

function kindOf({ variable, over }: Loop): "epoch" | "update" | undefined {
  if (EPOCH.test(variable)) return "epoch";
  if (BATCH.test(variable) || BATCH.test(over)) return "update";
  return EPOCH.test(over) ? "epoch" : undefined;
}

/** A loop over names, such as of the phases of an epoch, one of which a condition chooses. */
function isChoice(loop: Loop, conditions: readonly string[]): boolean {
  const names = isList(loop.items) && loop.items.every((one) => typeof one === "string");
  return names && conditions.some((one) => mentions(one, loop) && /==/.test(one));
}

function mentions(condition: string, { variable }: Loop): boolean {
  const words = new Set(condition.match(/\w+/g));
  return (variable.match(/\w+/g) ?? []).some((name) => words.has(name));
}

/** How many turns a loop has, as far as that is known. */
function turnsOf({ items, turns }: Loop, context: Context): number | undefined {
  const known = turns === undefined ? items : turns;
  const value = known === undefined ? undefined : context.known(known);
  const count = isList(value) ? value.length : value;
  return typeof count === "number" && Number.isInteger(count) && count > 0 ? count : undefined;
}
