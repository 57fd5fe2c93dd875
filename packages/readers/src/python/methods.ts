import { appended } from "../ownRatesOfGroups.ts";
import { Call, isDictionary, isList, Unknown, type Value } from "../value.ts";
import { type Arguments, asValues } from "./arguments.ts";
import { assign } from "./assign.ts";
import { NOT_READ } from "./builtins.ts";
import { keyOf } from "./collections.ts";
import { commandLine } from "./commandLine.ts";
import { Derived, derive, lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { isWithout } from "./group.ts";
import { Flags, type Held, Instance } from "./held.ts";
import { saveHyperparameters } from "./hyperparameters.ts";
import type { Node } from "./node.ts";
import { LONGEST } from "./operators.ts";
import { prepared } from "./prepared.ts";
import type { Scope } from "./scope.ts";
import { addArgument } from "./special.ts";
import { CHANGES } from "./targets.ts";

/** What a method of something known gives, or nothing where it is not known. */
export function method(
  object: Held,
  inside: Node,
  callee: Node,
  given: Arguments,
  scope: Scope,
  evaluation: Evaluation,
): Held | undefined {
  const property = callee.children[2];
  const name = property ? evaluation.source.slice(property.from, property.to) : "";
  if (object instanceof Flags) return ofParser(object, name, given, callee, evaluation);
  if (object instanceof Instance) {
    if (name === "save_hyperparameters") saveHyperparameters(object, given, scope, evaluation);
    const [key] = name === "get" ? given.positional : [];
    return typeof key === "string" ? fieldOf(object, key, callee, evaluation) : undefined;
  }
  const { positional, named } = asValues(given, callee, evaluation);
  if (typeof object === "string" && named.size === 0) return ofText(object, name, positional);
  if (object instanceof Unknown && object.note !== undefined && TEXTS.has(name) && named.size === 0) {
    const gives = (text: Value) => (typeof text === "string" ? ofText(text, name, positional) : undefined) ?? NOT_READ;
    return lift([object], evaluation.written(callee), gives);
  }
  // What a condition chooses, or what a parameter decides.
  if (name === "keys" && object instanceof Derived && object.free && positional.length === 0) {
    return lift([object], evaluation.written(callee), (from = null) => (isDictionary(from) ? from : NOT_READ));
  }
  if (object instanceof Derived && CHANGES.has(name) && evaluation.take(10)) {
    assign(inside, changedLater(object, name, positional, named, inside, evaluation), scope, evaluation);
    return null;
  }
  const [key = null, otherwise = null] = positional;
  if (object instanceof Unknown && name === "append") appended(object, key);
  if (object instanceof Call && name === "add_param_group" && evaluation.first) addGroup(object, key, evaluation);
  if (name === "get" && isWithout(object, key, callee, evaluation)) return otherwise;
  if (!isList(object as Value) && !isDictionary(object as Value)) {
    return /^prepare(?:_scheduler)?$/.test(name) ? prepared(object, inside, positional, evaluation) : undefined;
  }
  if (name === "pop" && isDictionary(object as Value)) {
    const popped = pop(object as never, inside, positional, scope, evaluation);
    if (popped !== undefined) return popped;
  }
  const read = isDictionary(object as Value) ? ofDictionary(object as never, name, positional, evaluation) : undefined;
  if (read !== undefined || !CHANGES.has(name)) return read;
  const changed = evaluation.take(10) ? change(object as Value, name, positional, named) : undefined;
  assign(inside, changed ?? evaluation.unknown(inside, `it is changed by .${name}()`), scope, evaluation);
  return null;
}

/** A group of parameters that is added to an optimizer; one that may not be, or not once, is not known. */
function addGroup(optimizer: Call, group: Value, { surroundings }: Evaluation): void {
  const { loops, conditions } = surroundings.around;
  optimizer.added.push(loops.length + conditions.length === 0 ? group : null);
}

function ofParser(flags: Flags, name: string, given: Arguments, node: Node, evaluation: Evaluation): Held | undefined {
  switch (name) {
    case "add_argument":
      addArgument(flags, given, node, evaluation);
      return null;
    case "add_argument_group":
    case "add_mutually_exclusive_group":
      return flags;
    case "set_defaults":
      for (const [key, value] of asValues(given, node, evaluation).named) {
        flags.known.set(key, { option: `--${key}`, ...flags.known.get(key), value });
      }
      return null;
    case "parse_args":
      return parsed(flags, given, node, evaluation);
    case "parse_known_args":
      return [parsed(flags, given, node, evaluation), evaluation.unknown(node)] as never as Held;
  }
  return undefined;
}

function parsed(flags: Flags, given: Arguments, node: Node, evaluation: Evaluation): Instance {
  const { positional, named } = asValues(given, node, evaluation);
  const fields = commandLine(flags, positional[0] ?? named.get("args"), evaluation.place(node));
  return new Instance(undefined, flags, undefined, fields);
}

function ofDictionary(
  object: ReadonlyMap<string, Value>,
  name: string,
  positional: readonly Value[],
  evaluation: Evaluation,
): Held | undefined {
  const [key, otherwise = null] = positional;
  switch (name) {
    case "get": {
      const own = key === undefined ? undefined : keyOf(key);
      if (own === undefined) return undefined;
      return object.has(own) ? evaluation.callables.takenOut(object.get(own) as Value) : otherwise;
    }
    case "keys":
      return object;
    case "values":
      return [...object.values()];
    case "items":
      return [...object];
    case "copy":
      return new Map(object);
  }
  return undefined;
}

/** `pop` of a dictionary's entry: what it was, or what is said for where there is none. */
function pop(
  object: ReadonlyMap<string, Value>,
  inside: Node,
  [key, otherwise]: readonly Value[],
  scope: Scope,
  evaluation: Evaluation,
): Held | undefined {
  const own = key === undefined ? undefined : keyOf(key);
  if (own === undefined || !evaluation.take(10)) return undefined;
  const entry = object.get(own);
  if (entry === undefined) return [...object.keys()].some((one) => one.startsWith("**")) ? undefined : otherwise;
  assign(inside, new Map([...object].filter(([name]) => name !== own)), scope, evaluation);
  return evaluation.callables.takenOut(entry);
}

/** The methods of texts that are read. */
const TEXTS: ReadonlySet<string> = new Set(["lower", "upper", "strip", "split", "startswith", "endswith"]);

function ofText(text: string, name: string, positional: readonly Value[]): Value | undefined {
  const [first] = positional;
  switch (name) {
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "strip":
      return positional.length === 0 ? text.trim() : undefined;
    case "split":
      if (positional.length === 0) return text.trim() === "" ? [] : text.trim().split(/\s+/);
      return typeof first === "string" && first !== "" && positional.length === 1 ? text.split(first) : undefined;
    case "startswith":
      return typeof first === "string" ? text.startsWith(first) : undefined;
    case "endswith":
      return typeof first === "string" ? text.endsWith(first) : undefined;
  }
  return undefined;
}

/** What a list or a dictionary is after one of its methods has changed it, or nothing where that is not known. */
function change(
  object: Value,
  name: string,
  positional: readonly Value[],
  named: ReadonlyMap<string, Value>,
): Value | undefined {
  const [first] = positional;
  if (isDictionary(object)) {
    if (name !== "update" || (first !== undefined && !isDictionary(first))) return undefined;
    return new Map([...object, ...(first ?? []), ...named]);
  }
  if (!isList(object) || object.length >= LONGEST || positional.length !== 1 || first === undefined) return undefined;
  if (name === "append") return [...object, first];
  return name === "extend" && isList(first) && first.length < LONGEST ? [...object, ...first] : undefined;
}

/** What a list or a dictionary that is not known yet, such as one of two by a condition, is after one of its methods. */
function changedLater(
  object: Derived,
  name: string,
  positional: readonly Value[],
  named: ReadonlyMap<string, Value>,
  inside: Node,
  evaluation: Evaluation,
): Value {
  return derive([object, ...positional, ...named.values()], evaluation.written(inside), (ask) => {
    const known = ask(object);
    if (known === undefined) return undefined;
    return change(known, name, positional, named) ?? evaluation.unknown(inside, `it is changed by .${name}()`);
  });
}
