import { Unknown, type Value } from "../value.ts";
import type { Arguments } from "./arguments.ts";
import { parameterOf } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { outcome } from "./flow.ts";
import type { Defined, Held, Taken } from "./held.ts";
import type { Node } from "./node.ts";
import { Scope } from "./scope.ts";

/** The most functions that are followed from one into the next. */
const DEEPEST = 30;

/**
 * What a call of the text's own function gives. A function that is called once in the whole text is read with the
 * arguments of that call; else it is read once on its own, and every call of it only for what it gives.
 */
export function follow(
  defined: Defined,
  given: Arguments,
  node: Node,
  evaluation: Evaluation,
  /** Called before what was assigned is taken back. */
  keep: () => void = () => {},
): Held {
  const origin = defined.origin ?? defined;
  const bound = bindArguments(defined, given, node, evaluation);
  if (evaluation.active.has(origin.node)) {
    evaluation.because ??= "a function that calls itself";
    return evaluation.unknown(node, "a function that calls itself");
  }
  if (!bound || evaluation.active.size >= DEEPEST || !evaluation.worthReading()) {
    return evaluation.unknown(node, undefined, ...given.positional, ...given.named.values());
  }
  const alone = evaluation.counts.get(countedName(origin)) === 1 || isCalledWhereItIs(origin, node);
  const once = evaluation.first && alone && !origin.followed;
  if (evaluation.first) {
    origin.uses.push(bound);
    origin.around.push(evaluation.surroundings.around);
  }
  if (!once) {
    return evaluation.quietly(() => {
      const result = bodyOf(defined, bound, evaluation);
      keep();
      return result;
    });
  }
  origin.followed = true;
  return bodyOf(defined, bound, evaluation);
}

/** What a function gives with its parameters bound. */
export function bodyOf(
  { body, node, scope, origin }: Defined,
  bound: ReadonlyMap<string, Held>,
  evaluation: Evaluation,
): Held {
  const own = new Scope(scope);
  for (const [name, value] of bound) own.names.set(name, value);
  const key = origin?.node ?? node;
  evaluation.active.add(key);
  try {
    if (node.name === "LambdaExpression") return evaluation.evaluate(body, own);
    return outcome(evaluation.run([body], own), node, evaluation);
  } finally {
    evaluation.active.delete(key);
  }
}

/** What a function's calls are counted under: a class's for what makes its instances, a lambda's variable. */
export function countedName({ name, variable, scope }: Defined): string {
  return name === "__init__" ? (scope.className ?? name) : (variable ?? name);
}

/** Whether a call is of a lambda that is written in it. */
function isCalledWhereItIs({ node: { from, to, name } }: Defined, { children: [callee] }: Node): boolean {
  return name === "LambdaExpression" && callee !== undefined && callee.from <= from && to <= callee.to;
}

function bindArguments(defined: Defined, given: Arguments, node: Node, evaluation: Evaluation): Bound | undefined {
  const { parameters = defined.variadic?.parameters, variadic, given: before } = defined;
  const { positional, named, complete } = given;
  if (!parameters || (!complete && !isOpen(defined, given))) return undefined;
  const bound = new Map(before);
  const free = parameters.filter(({ name, byName }) => !byName && !before.has(name));
  if (positional.length > free.length && variadic?.list === undefined) return undefined;
  for (const [i, value] of positional.slice(0, free.length).entries()) bound.set((free[i] as Taken).name, value);
  const rest = new Map<string, Value>();
  for (const [name, value] of named) {
    if (parameters.some((one) => one.name === name)) bound.set(name, value);
    else if (variadic?.dictionary === undefined) return undefined;
    else rest.set(name, evaluation.readers.value(value, node, evaluation));
  }
  if (variadic?.dictionary !== undefined) bound.set(variadic.dictionary, rest);
  if (variadic?.list !== undefined) {
    const left = positional.slice(free.length).map((one) => evaluation.readers.value(one, node, evaluation));
    bound.set(variadic.list, left);
  }
  for (const { name, fallback } of parameters) {
    if (bound.has(name)) continue;
    if (fallback === undefined) return undefined;
    bound.set(name, fallback);
  }
  return bound;
}

type Bound = Map<string, Held>;

/** Whether all that is not known of a call's arguments is a dictionary that its function takes as one. */
function isOpen({ variadic }: Defined, { named }: Arguments): boolean {
  const isDictionary = (key: string) => /^\w+$/.test(key) || key.startsWith("**");
  return variadic?.dictionary !== undefined && [...named.keys()].every(isDictionary);
}

/** Methods that trainers call without arguments: what they take beside `self` is by default. */
const HOOKS: ReadonlySet<string> = new Set(["configure_optimizers"]);

/** What a function gives that is read on its own: its parameters are what every call of it gives, or unknown. */
export function readAlone(defined: Defined, self: Held | undefined, evaluation: Evaluation): Held {
  const { parameters = [], uses, name } = defined;
  const all = uses.length > 0 && uses.length === evaluation.counts.get(countedName(defined));
  const bound = new Map<string, Held>();
  for (const [i, taken] of parameters.entries()) {
    const [first] = uses;
    const value = first?.get(taken.name);
    const same = all && value !== undefined && uses.every((use) => use.get(taken.name) === value);
    const why = `a parameter of ${name}${defaultOf(taken)}`;
    const unknown = new Unknown(taken.name, evaluation.place(taken.node), why);
    const taking = self && HOOKS.has(name) ? (taken.fallback ?? unknown) : unknown;
    bound.set(taken.name, i === 0 && self ? self : same ? value : taking);
  }
  const { result, changes } = evaluation.journal.attempt(() => bodyOf(defined, bound, evaluation));
  for (const { names, name: field, after } of changes) {
    if (after !== undefined && !names.has(field)) evaluation.journal.write(names, field, after);
  }
  return result;
}

function defaultOf({ fallback }: Taken): string {
  return typeof fallback === "number" || typeof fallback === "string" ? `, ${fallback} by default` : "";
}

/** Parameters of a function whose values are not known yet. */
export function openParameters(defined: Defined, evaluation: Evaluation): ReadonlyMap<string, Held> | undefined {
  const { parameters, given } = defined;
  if (!parameters) return undefined;
  const free = parameters.filter(({ name }) => !given.has(name));
  const needed = free.filter(({ fallback }) => fallback === undefined);
  const open = needed.length > 0 ? needed : free.slice(0, 1);
  const bound = new Map(given);
  for (const one of free) {
    const held = open.includes(one) ? parameterOf(one.name, evaluation.place(one.node)) : one.fallback;
    bound.set(one.name, held as Held);
  }
  return bound;
}
