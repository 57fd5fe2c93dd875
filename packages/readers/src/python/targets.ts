import { isDictionary, isList } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Instance } from "./held.ts";
import { type Node, split } from "./node.ts";
import type { Scope } from "./scope.ts";

/** What a list's or a dictionary's own methods change it by. */
export const CHANGES: ReadonlySet<string> = new Set(
  "append extend insert remove pop clear sort reverse update setdefault popitem add".split(" "),
);

/** Makes everything unknown that some statements assign, `but` one thing: what it is depends on how often they are run. */
export function forget(node: Node, because: string, scope: Scope, evaluation: Evaluation, but?: RegExp): void {
  for (const target of targetsOf(node, evaluation)) {
    if (!but?.test(evaluation.text(target))) forgetTarget(target, because, scope, evaluation);
  }
}

/** Everything that is assigned in a node, without what functions and classes in it do. */
export function targetsOf(node: Node, evaluation: Evaluation): readonly Node[] {
  const found: Node[] = [];
  const left: Node[] = [node];
  for (let one = left.pop(); one; one = left.pop()) {
    evaluation.scan();
    if (/^(Function|Class)Definition$|^LambdaExpression$/.test(one.name)) continue;
    found.push(...assignedBy(one, evaluation));
    left.push(...one.children);
  }
  return found;
}

function assignedBy({ name, children }: Node, { source }: Evaluation): readonly Node[] {
  const [first] = children;
  switch (name) {
    case "AssignStatement":
      return split(children, "AssignOp").slice(0, -1).flat();
    case "UpdateStatement":
    case "NamedExpression":
      return first ? [first] : [];
    case "ForStatement":
      return split(children.slice(1), "in")[0] ?? [];
    case "WithStatement":
      return children.filter((_, i) => children[i - 1]?.name === "as");
    case "CallExpression": {
      const [object, , method] = first?.name === "MemberExpression" ? first.children : [];
      return object && method && CHANGES.has(source.slice(method.from, method.to)) ? [object] : [];
    }
  }
  return [];
}

/** Why what is set here is no function of a parameter. */
export function whyNone({ because, surroundings }: Evaluation): string | undefined {
  return because ?? (surroundings.turning > 0 ? "a function with a loop" : undefined);
}

function forgetTarget(target: Node, because: string, scope: Scope, evaluation: Evaluation): void {
  const [inside, mark, field] = target.children;
  if (target.name === "TupleExpression" || target.name === "ArrayExpression") {
    for (const one of target.children) forgetTarget(one, because, scope, evaluation);
  } else if (target.name === "VariableName") {
    const name = evaluation.source.slice(target.from, target.to);
    const { names } = scope.outside.get(name) ?? scope;
    evaluation.journal.write(names, name, evaluation.unknown(target, because));
  } else if (target.name === "MemberExpression" && inside && mark && field) {
    const object = evaluation.evaluate(inside, scope);
    if (mark.name === "." && object instanceof Instance) {
      const name = evaluation.source.slice(field.from, field.to);
      evaluation.journal.write(object.fields, name, evaluation.unknown(target, because));
    } else if (isDictionary(object as never) || isList(object as never)) {
      forgetTarget(inside, because, scope, evaluation);
    } else {
      const text = evaluation.text(target);
      evaluation.assigned.set(text, { node: target, because: whyNone(evaluation) });
      evaluation.journal.write((scope.owner(text) ?? scope).names, text, evaluation.unknown(target, because));
    }
  }
}
