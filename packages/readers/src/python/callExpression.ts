import { isList, Unknown, type Value } from "../value.ts";
import { type Arguments, asValues, placesOf, readArguments } from "./arguments.ts";
import { asOperand } from "./asOperand.ts";
import { bisectionOf } from "./bisections.ts";
import { type Builtin, builtins } from "./builtins.ts";
import { countOf } from "./countOf.ts";
import { instantiate } from "./defineClass.ts";
import { choose, isUnknown, lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { follow } from "./follow.ts";
import { Choice, Class, Defined, type Held, Instance, Named, OneOf } from "./held.ts";
import { isOwnScheduler } from "./isOwnScheduler.ts";
import { bindLate } from "./lateBinding.ts";
import { mathematics } from "./mathematics.ts";
import { member } from "./memberExpression.ts";
import { method } from "./methods.ts";
import type { Node } from "./node.ts";
import { LONGEST, truth } from "./operators.ts";
import type { Scope } from "./scope.ts";
import { special } from "./special.ts";
import { WrittenCall } from "./writtenCall.ts";

/** A call: what it gives where that is known, else the call as it is written. */
export function callExpression(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const [callee, list] = node.children;
  if (!callee || list?.name !== "ArgList") return evaluation.unknown(node, "a syntax error");
  const [inside, mark] = callee.name === "MemberExpression" && !callee.broken ? callee.children : [];
  if (evaluation.first && evaluation.surroundings.inLoop) noteUpdate(callee, node, evaluation);
  if (!inside || mark?.name !== ".") {
    const target = evaluation.evaluate(callee, scope);
    return callOf(target, node, callee, readArguments(list, scope, evaluation), evaluation);
  }
  const counted = evaluation.source.startsWith(".sum", callee.to - 4)
    ? countOf(callee, list, scope, evaluation)
    : undefined;
  if (counted !== undefined) return counted;
  const extended = evaluation.source.startsWith("super", callee.from)
    ? extendedBy(callee, scope, evaluation)
    : undefined;
  if (extended !== undefined) return written(extended, true, node, readArguments(list, scope, evaluation), evaluation);
  const object = evaluation.evaluate(inside, scope);
  const given = readArguments(list, scope, evaluation);
  const step = stepIn(callee, evaluation);
  if (step !== undefined) stepped(object, node, given, step === "step_update", evaluation);
  const known = method(object, inside, callee, given, scope, evaluation);
  if (known !== undefined) return known;
  const made = callOf(member(object, callee, evaluation), node, callee, given, evaluation);
  if (made instanceof WrittenCall && object instanceof WrittenCall) {
    made.of = object;
    if (evaluation.first) object.methods.push({ call: made, isSure: evaluation.surroundings.isSure });
  }
  return made;
}

/** What makes an update by its name, on its own or as a method of an optimizer or of what holds one. */
const UPDATE = /^(?:\w*_)?(?:step|update)(?:_?fn)?$|^(?:(?:\w*opt\w*|tx)\.update|\w*state\.apply_gradients)$/i;
/** What is called so and makes none. */
const NO_UPDATE = /sched|lr_|log|eval|test|val/i;

function noteUpdate(callee: Node, node: Node, evaluation: Evaluation): void {
  const name = callee.to - callee.from > 60 ? "" : evaluation.text(callee);
  if (!UPDATE.test(name) || NO_UPDATE.test(name)) return;
  evaluation.surroundings.update(name, evaluation.place(node));
}

const STEPS = ["step", "step_update"] as const;

function stepIn({ children }: Node, { source }: Evaluation): (typeof STEPS)[number] | undefined {
  const name = children[2];
  return name && STEPS.find((one) => name.to - name.from === one.length && source.startsWith(one, name.from));
}

function stepped(
  object: Held,
  node: Node,
  { positional, named }: Arguments,
  isByUpdate: boolean,
  evaluation: Evaluation,
): void {
  if (!evaluation.first || (object instanceof Instance && !isOwnScheduler(object.of))) return;
  const scheduler = evaluation.readers.value(object, node, evaluation);
  if (scheduler instanceof WrittenCall) bindLate(scheduler, node, evaluation);
  const [first = named.values().next().value] = positional;
  const told = first === undefined ? undefined : evaluation.readers.value(first, node, evaluation);
  evaluation.surroundings.step(scheduler, evaluation.place(node), positional.length + named.size, told, isByUpdate);
}

/** What computes a scheduler's rates; a class with its own is no longer what it extends. */
const OWN_RATES = ["get_lr", "_get_closed_form_lr", "step"];

/** The scheduler that a class of the text extends and sets up by `super().__init__(…)`. */
function extendedBy(callee: Node, scope: Scope, evaluation: Evaluation): string | undefined {
  if (!/^super\([^()]*\)\.__init__$/.test(evaluation.text(callee))) return undefined;
  const self = scope.find("self");
  const { outer, scope: own } = (self instanceof Instance ? self.of : undefined) ?? {};
  if (!own || OWN_RATES.some((name) => own.names.has(name))) return undefined;
  return outer !== undefined && /\blr_scheduler\.\w+$/.test(outer) ? outer : undefined;
}

/** What takes a callable and calls it later: with more arguments, or where a lazy configuration is built. */
const LATER = /^(?:functools\.partial|detectron2\.config\.(?:lazy\.)?LazyCall)$/;

function callOf(target: Held, node: Node, callee: Node, given: Arguments, evaluation: Evaluation): Held {
  if (target instanceof Defined) return follow(target, given, node, evaluation);
  if (target instanceof Class) return instantiate(target, given, node, evaluation);
  const called = target instanceof Instance ? fieldOf(target, "__call__", node, evaluation) : undefined;
  if (called instanceof Defined) return follow(called, given, node, evaluation);
  if (target instanceof Choice) {
    const call = written(`__main__.${target.chosen.text}`, false, node, given, evaluation);
    if (call instanceof WrittenCall) call.chosen = target.chosen;
    return call;
  }
  if (target instanceof OneOf) {
    const gives = (one: Held) =>
      evaluation.readers.value(callOf(one, node, callee, given, evaluation), node, evaluation);
    return choose(target.condition, gives(target.yes), gives(target.no), evaluation.written(node), truth);
  }
  if (target instanceof WrittenCall && LATER.test(target.written)) {
    const [of, ...rest] = target.positional;
    const positional = [...rest, ...given.positional];
    const named = new Map([...target.named, ...given.named]);
    const all = { ...given, positional, named };
    const held = of === undefined ? undefined : evaluation.callables.takenOut(of as Value);
    if (held instanceof Class || held instanceof WrittenCall) return callOf(held, node, callee, all, evaluation);
    if (of instanceof Unknown) return written(of.name, true, node, all, evaluation);
  }
  if (!(target instanceof Named)) return written(`__main__.${evaluation.text(callee)}`, false, node, given, evaluation);
  const known = special(target.path, given, node, evaluation);
  if (known !== undefined) return known;
  const builtin = target.imported ? undefined : builtins.get(target.path);
  const plain = builtin ?? mathematics(target.path);
  // What TensorFlow calls an operation does not matter.
  const isPlain = typeof plain === "function" && [...given.named.keys()].every((name) => name === "name");
  const computed = isPlain ? plain : bisectionOf(target.path, given.named);
  if (computed) {
    const value = compute(target.path, computed, node, given, evaluation);
    if (value !== undefined) return value;
  }
  return written(fullName(target, evaluation), target.imported, node, given, evaluation);
}

/** What one of Python's functions gives. */
function compute(path: string, builtin: Builtin, node: Node, given: Arguments, evaluation: Evaluation): Held {
  const { positional } = asValues(given, node, evaluation);
  const operands = positional.map(asOperand);
  // How long something is, is asked for rather than the thing.
  if (path === "len" && operands.some((one) => !Array.isArray(one) && isUnknown(one))) {
    return evaluation.unknown(node, undefined, ...operands);
  }
  const made = path === "range" ? Number(operands.length > 1 ? operands[1] : operands[0]) : 0;
  if (made > 0 && made <= LONGEST && !evaluation.take(made / 10)) return evaluation.unknown(node, "too many lists");
  // What they make of lists is known where the items are not.
  if (OF_LISTS.has(path) && operands.length > 0 && operands.every(isList)) return builtin(...operands) as Value;
  return lift(operands, evaluation.written(node), builtin);
}

/** Functions that look at no item of the lists that they are given. */
const OF_LISTS: ReadonlySet<string> = new Set(["zip", "enumerate", "reversed", "list", "tuple", "len"]);

/** A call that is not known more of. */
function written(name: string, imported: boolean, node: Node, given: Arguments, evaluation: Evaluation): Held {
  evaluation.uses(node, given.positional);
  evaluation.uses(node, given.named.values());
  const text = () => evaluation.text(node);
  const values = asValues(given, node, evaluation);
  const places = () => placesOf(given, evaluation);
  return evaluation.record(new WrittenCall(name, values, evaluation.place(node), places, imported, text));
}

/** A name that nothing defines is of the one known module whose names are all imported, if there is one. */
function fullName({ path, imported }: Named, { imports }: Evaluation): string {
  const [module] = imports;
  return !imported && !path.includes(".") && imports.length === 1 ? `${module}.${path}` : path;
}
