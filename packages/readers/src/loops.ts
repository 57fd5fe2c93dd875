import type { Context } from "./context.ts";
import type { Loop, Stepped } from "./stepped.ts";
import { Call, isList, Unknown } from "./value.ts";

const EPOCH = /epoch/i;
const BATCH = /batch|loader|data|iter|step|sample|images|inputs|update/i;
const NUMBERS = /\bt?range\(/;

/** What a turn of a loop is, by its names. */
export function kindOf({ variable, over }: Loop): "epoch" | "update" | undefined {
  if (EPOCH.test(variable)) return "epoch";
  if (BATCH.test(variable) || BATCH.test(over)) return "update";
  return EPOCH.test(over) ? "epoch" : undefined;
}

/** What a turn of the innermost loop is, where a loop through numbers in one over epochs is over its batches. */
export function innermostOf(loops: readonly Loop[]): "epoch" | "update" | undefined {
  const inner = loops.at(-1);
  const outer = loops.at(-2);
  const kind = inner && kindOf(inner);
  if (kind !== undefined || !inner || !outer) return kind;
  return kindOf(outer) === "epoch" && NUMBERS.test(inner.over) ? "update" : undefined;
}

/** A loop over names, such as of the phases of an epoch, one of which a condition chooses. */
export function isChoice(loop: Loop, conditions: readonly string[]): boolean {
  const names = isList(loop.items) && loop.items.every((one) => typeof one === "string");
  return names && conditions.some((one) => mentions(one, loop) && /==/.test(one));
}

/** Whether a condition, or another piece of code, has what a loop assigns. */
export function mentions(condition: string, { variable }: Loop): boolean {
  const words = new Set(condition.match(/\w+/g));
  return (variable.match(/\w+/g) ?? []).some((name) => words.has(name));
}

/** How many turns a loop has, as far as that is known. */
export function turnsOf({ items, turns }: Loop, context: Context): number | undefined {
  const known = turns === undefined ? items : turns;
  const value = known === undefined ? undefined : context.known(known);
  return countIn(isList(value) ? value.length : value);
}

/** How many batches a loop in one over epochs goes through, also where only the caller says how long that is. */
export function batchesOf(loop: Loop, context: Context): number | undefined {
  const through = /^\s*(?:tqdm\(|enumerate\()*([\w.]+)\)*\s*:?\s*$/.exec(loop.over)?.[1];
  return turnsOf(loop, context) ?? countIn(through === undefined ? undefined : context.given(`len(${through})`));
}

function countIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** Where a loop begins to count, if it counts by ones, with that name. */
export function firstOf({ variable, over }: Loop, name: string): number | undefined {
  const [counter] = variable.match(/\w+/g) ?? [];
  const through = over.replaceAll(/\s/g, "").replace(/:$/, "");
  if (counter !== name) return undefined;
  const [, given] = /^(?:tqdm\()?t?range\((.*?)\)+$/.exec(through) ?? [];
  if (given !== undefined) {
    const [from = "", to, ...more] = given.replace(/\(.*?\)?(?=,|$)/g, "").split(",");
    return more.length > 0 ? undefined : to === undefined ? 0 : wholeOf(from);
  }
  if (!/^(?:tqdm\()?enumerate\(/.test(through)) return undefined;
  const [, start = "0"] = /,(?:start=)?(\w+)\)+$/.exec(through) ?? [];
  return wholeOf(start);
}

function wholeOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether what is stepped is an optimizer, or what steps one. */
export function isOptimizer({ scheduler }: Stepped): boolean {
  const name = scheduler instanceof Call || scheduler instanceof Unknown ? scheduler.name : String(scheduler);
  return /opt|scaler|sgd|adam/i.test(name) && !/sched/i.test(name);
}

/** A condition that is so at every update, in a loop over parts of its batch. */
export const ACCUMULATES = /%.*(?:accum|grad)|sync_gradients/i;
