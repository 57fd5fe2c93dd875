import { type Arguments, asValues, placesOf } from "./arguments.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { follow } from "./follow.ts";
import { Class, Defined, type Held, Instance, Named } from "./held.ts";
import type { Node } from "./node.ts";
import { Scope } from "./scope.ts";
import { WrittenCall } from "./writtenCall.ts";

/** `class`: its names are fields, and its methods are read like functions. */
export function defineClass(node: Node, scope: Scope, evaluation: Evaluation): void {
  const name = node.children.find(({ name }) => name === "VariableName");
  const body = node.children.find(({ name }) => name === "Body");
  const bases = node.children.find(({ name }) => name === "ArgList");
  if (!name || !body) return;
  const text = evaluation.source.slice(name.from, name.to);
  const base = bases?.children[1] && evaluation.evaluate(bases.children[1], scope);
  const own = new Scope(scope, text);
  const outer = base instanceof Named && (base.imported || isScheduler(base.path)) ? base.path : undefined;
  const made = new Class(text, own, node, base instanceof Class ? base : undefined, outer);
  own.self = made.self;
  evaluation.run([body], own);
  evaluation.journal.write(scope.names, text, made);
}

/** Whether a class is PyTorch's of all schedulers, by a name that nothing else has. */
function isScheduler(path: string): boolean {
  return /(?:^|\.)_?LRScheduler$/.test(path);
}

/** An instance of a class: by its `__init__`, or like a data class, by its fields. */
export function instantiate(of: Class, given: Arguments, node: Node, evaluation: Evaluation): Held {
  const { positional, named } = asValues(given, node, evaluation);
  const place = evaluation.place(node);
  const text = () => evaluation.text(node);
  // It is the text's own, whatever it is called.
  const call = new WrittenCall(
    `__main__.${of.name}`,
    { positional, named },
    place,
    () => placesOf(given, evaluation),
    false,
    text,
  );
  evaluation.record(call);
  const once = evaluation.first && evaluation.counts.get(of.name) === 1;
  const self = new Instance(of, undefined, call, once ? of.self.fields : new Map());
  const begin = fieldOf(self, "__init__", node, evaluation);
  if (begin instanceof Defined) {
    let made = new Map<string, Held>();
    follow(begin, given, node, evaluation, () => {
      made = new Map(self.fields);
    });
    for (const [name, held] of made) evaluation.journal.write(self.fields, name, held);
  } else setFields(self, given, evaluation);
  // What a function assigns is taken back after it was read.
  if (evaluation.first) of.made.push(new Instance(of, undefined, call, new Map(self.fields)));
  return self;
}

function setFields({ of, fields }: Instance, { positional, named }: Arguments, evaluation: Evaluation): void {
  const names = [...(of?.scope.names ?? [])].filter(([, held]) => !(held instanceof Defined)).map(([name]) => name);
  for (const [i, value] of positional.entries()) {
    const name = names[i];
    if (name !== undefined) evaluation.journal.write(fields, name, value);
  }
  for (const [name, value] of named) evaluation.journal.write(fields, name, value);
}
