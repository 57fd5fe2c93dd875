import type { Evaluation } from "./evaluation.ts";
import { Defined, type Held, type Taken } from "./held.ts";
import { type Node, split } from "./node.ts";
import type { Scope } from "./scope.ts";

/** `def`: a function that is read where it is called, or at the end. */
export function defineFunction(node: Node, scope: Scope, evaluation: Evaluation): void {
  const name = node.children.find(({ name }) => name === "VariableName");
  const list = node.children.find(({ name }) => name === "ParamList");
  const body = node.children.find(({ name }) => name === "Body");
  if (!name || !body) return;
  const text = evaluation.source.slice(name.from, name.to);
  const taken = list && !list.broken ? parametersOf(list, scope, evaluation) : undefined;
  const defined = new Defined(text, taken?.parameters, body, node, scope, new Map(), undefined, taken?.variadic);
  evaluation.journal.write(scope.names, text, defined);
  if (evaluation.first) evaluation.functions.push({ defined, ...(scope.self && { self: scope.self }) });
}

/** `lambda a, b: c`. */
export function defineLambda(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const list = node.children.find(({ name }) => name === "ParamList");
  const body = node.children.at(-1);
  if (!body || node.broken) return evaluation.unknown(node, "a syntax error");
  const none = { parameters: [], variadic: undefined };
  const { parameters, variadic } = list ? parametersOf(list, scope, evaluation) : none;
  const defined = new Defined("lambda", parameters, body, node, scope, new Map(), undefined, variadic);
  if (evaluation.first) evaluation.functions.push({ defined });
  return defined;
}

/** What a function takes: its parameters, or nothing but those beside any number of arguments. */
function parametersOf(list: Node, scope: Scope, evaluation: Evaluation): Pick<Defined, "parameters" | "variadic"> {
  const parameters: Taken[] = [];
  const rest: { list?: string; dictionary?: string } = {};
  let byName = false;
  const inside = list.children.filter(({ name }) => !/^[()]$|^TypeDef$/.test(name));
  for (const group of split(inside, ",")) {
    const [first, second, third] = group;
    if (first?.name === "*" || first?.name === "**") {
      byName = true;
      if (second) rest[first.name === "*" ? "list" : "dictionary"] = evaluation.source.slice(second.from, second.to);
    } else if (first?.name === "VariableName") {
      const name = evaluation.source.slice(first.from, first.to);
      const fallback = second?.name === "AssignOp" && third ? { fallback: evaluation.evaluate(third, scope) } : {};
      parameters.push({ name, node: first, byName, ...fallback });
    }
  }
  const isAny = rest.list !== undefined || rest.dictionary !== undefined;
  return isAny ? { parameters: undefined, variadic: { parameters, ...rest } } : { parameters, variadic: undefined };
}
