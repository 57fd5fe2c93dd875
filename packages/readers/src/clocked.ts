import { accelerated } from "./accelerated.ts";
import { ahead } from "./ahead.ts";
import { besideOwn } from "./besideOwn.ts";
import { clockedByHuggingFace } from "./clockedByHuggingFace.ts";
import { clockedByTrainer } from "./clockedByTrainer.ts";
import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { everyFew } from "./everyFew.ts";
import { fractionOf, wholeFractionOf } from "./fractionOf.ts";
import { ACCUMULATES, batchesOf, innermostOf, isChoice, kindOf, mentions, turnsOf } from "./loops.ts";
import { paced } from "./paced.ts";
import { WrittenCall } from "./python/writtenCall.ts";
import type { Every, Found } from "./reading.ts";
import type { Stepped } from "./stepped.ts";
import { toldAt, toldFirst } from "./toldAt.ts";
import { type Call, Unknown, type Value } from "./value.ts";

/** What one step of a plan is, by where a text steps the scheduler: in its loop over epochs or over batches. */
export function clocked(found: Found, call: Call, document: Document, context: Context): Found {
  const { steps = [], managed } = document;
  const trainers = managed?.get(call);
  if (trainers) return clockedByTrainer(found, call, trainers, document, context);
  const given = clockedByHuggingFace(found, call, document, context);
  if (given) return given;
  const own = steppedBy(steps, call);
  const timed = paced(found, call, own, document, context) ?? clockedBy(own, steps, found, context);
  const telling = timed.unit === "update" ? steppedBy(document.stepsByUpdate ?? [], call) : own;
  const long = byUpdates(timed, call, document, context);
  const whole = accelerated(ahead(long, call, telling, document, context), call, own, document, context);
  return besideOwn(whole, own, document, context);
}

/** A schedule of updates with how many of them the loops make that tell it each, where nothing else says so. */
function byUpdates(found: Found, call: Call, { stepsByUpdate = [] }: Document, context: Context): Found {
  const [only, ...others] = steppedBy(stepsByUpdate, call);
  const isOpen = found.unit === "update" && !found.every && found.epochs === undefined;
  return only && others.length === 0 && isOpen ? withLength(found, only, context) : found;
}

function clockedBy(own: readonly Stepped[], steps: readonly Stepped[], found: Found, context: Context): Found {
  const [first] = own;
  if (!first) return found;
  const units = new Set(own.map((one) => unitOf(one, steps)));
  const [unit] = units;
  if (units.size > 1) {
    const lines = own.map(({ place }) => place.line).join(", ");
    context.note(`step() is called in several loops, at lines ${lines}: what one step is cannot be told`, first.place);
    return { ...found, isUnclocked: true };
  }
  if (typeof unit === "object") return underCondition(found, first, unit, context);
  if (unit === undefined) return own.length === 1 ? withCalls(found, first, context) : found;
  if (found.unit !== undefined) {
    const isOther = found.unit !== unit && first.count === 0;
    if (isOther) {
      context.note(`step() is called once an ${unit}, and the schedule counts in ${found.unit}s`, first.place);
    }
    const timed = found.unit === unit && own.length === 1 ? withLength(found, first, context) : found;
    return isOther ? { ...timed, isUnclocked: true } : timed;
  }
  const isTold = first.count > 0 && unit === "update" && (found.controllers ?? []).length === 0;
  if (isTold) return told(found, own, steps, context);
  context.note(`step() is called once an ${unit}`, first.place);
  const timed = { ...found, unit };
  return own.length === 1 ? withLength(timed, first, context) : { ...timed, run: { ...found.run } };
}

/** A schedule that is told at every update where it is. */
function told(found: Found, own: readonly Stepped[], steps: readonly Stepped[], context: Context): Found {
  const [first] = own as [Stepped];
  const all = new Set(own.map(toldAt));
  const [what] = all;
  // Told from another epoch on, it is ahead of the epochs that are done.
  if (what === undefined || all.size > 1 || (what !== "update" && toldFirst(first) !== 0)) {
    context.note("what step(…) is told at every update cannot be told", first.place);
    return { ...found, unit: "epoch", run: { ...found.run }, isUnclocked: true };
  }
  const timed: Found = { ...found, unit: "update" };
  const { run = {}, epochs, ...long } = own.length === 1 ? withLength(timed, first, context) : timed;
  if (what === "update") {
    context.note("step(…) is told at every update how many updates are done", first.place);
    return { ...long, run, ...(epochs === undefined ? {} : { epochs }) };
  }
  const fraction = what === "part" ? fractionOf(first, steps) : wholeFractionOf(first, steps);
  const later = fraction !== undefined && fraction.behind > 0 ? ", and the rate is the next one's" : "";
  const done = `step(…) is told at every update ${what === "part" ? "what part of the epochs is" : "how many epochs are"} done${later}`;
  context.note(done, first.place);
  const { steps: _, ...facts } = run;
  const length = epochs === undefined ? {} : { steps: epochs };
  return { ...long, unit: "epoch", run: { ...facts, ...length }, ...(fraction && { fraction }) };
}

/** A schedule that is stepped at some turns of a loop only. */
function underCondition(found: Found, first: Stepped, { unit, condition, every }: Sometimes, context: Context): Found {
  if (!every || found.unit !== undefined || first.count > 0) {
    context.note(`step() is called only where ${condition}: what one step is cannot be told`, first.place);
    return { ...found, isUnclocked: true };
  }
  const since = every.early === undefined ? "" : `, for the first time after ${every.count - every.early}`;
  context.note(`step() is called once in ${every.count} ${unit}s${since}`, first.place);
  const conditions = first.conditions.filter((one) => one !== condition);
  return { ...withLength({ ...found, unit }, { ...first, conditions }, context), every };
}

/** A schedule with how often its loops step it, as far as that is known. */
export function withLength(
  found: Found,
  { loops, conditions }: Pick<Stepped, "loops" | "conditions">,
  context: Context,
): Found {
  const turns = loops.filter((loop) => !isChoice(loop, conditions));
  const [outer, inner] = turns;
  if (!outer || turns.length > 2 || found.run?.steps !== undefined) return { ...found, run: { ...found.run } };
  const count = turns.length === 1 || kindOf(outer) === "epoch" ? turnsOf(outer, context) : undefined;
  // What is under a condition may be done at some turns only.
  const isSure = conditions.every((one) => found.unit === "update" && inner && ACCUMULATES.test(one));
  if (count === undefined || !isSure) return { ...found, run: { ...found.run } };
  if (!inner) return { ...found, run: { ...found.run, steps: count } };
  const each = found.run?.stepsPerEpoch === undefined ? batchesOf(inner, context) : undefined;
  const run =
    each === undefined || conditions.length > 0
      ? found.run
      : { ...found.run, steps: count * each, stepsPerEpoch: each };
  return { ...found, run: { ...run }, epochs: count };
}

/** A schedule with how often it is stepped, whatever its loops go through. */
function withCalls(found: Found, { loops, conditions }: Stepped, context: Context): Found {
  if (loops.length === 0 || conditions.length > 0 || found.run?.steps !== undefined) return found;
  const steps = loops.reduce((all, loop) => all * (turnsOf(loop, context) ?? Number.NaN), 1);
  return Number.isSafeInteger(steps) ? { ...found, run: { ...found.run, steps } } : found;
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

/** What is done at some turns of a loop only: every how many, where the condition says so. */
interface Sometimes {
  readonly unit: "epoch" | "update";
  readonly condition: string;
  readonly every: Every | undefined;
}

/** What a step is: by the innermost loop, and the conditions in it that its turns decide. */
function unitOf(one: Stepped, steps: readonly Stepped[]): "epoch" | "update" | Sometimes | undefined {
  const { loops, conditions } = one;
  const turns = loops.filter((loop) => !isChoice(loop, conditions));
  const inner = turns.at(-1);
  const unit = innermostOf(turns);
  if (!inner || unit === undefined) return undefined;
  const deciding = conditions.filter((own) => mentions(own, inner) && !(unit === "update" && ACCUMULATES.test(own)));
  const [condition, ...more] = deciding;
  if (condition === undefined) return unit;
  const every = more.length === 0 && turns.length === loops.length ? everyFew(one, condition, unit, steps) : undefined;
  return { unit, condition, every };
}
