import { pythonFloat } from "../notations/pythonNumber.ts";
import { isList, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Defined, type Held, OneOf } from "./held.ts";
import type { Node } from "./node.ts";
import type { Scope } from "./scope.ts";

/** The most numbers of one function, and the most nodes that are looked at for them. */
const MOST = 300;
const MOST_NODES = 10_000;

/** The numbers of a function: in its code, in that of functions it names, and in what its variables hold. */
export function numbersIn(
  defined: Pick<Defined, "node" | "scope" | "given">,
  evaluation: Evaluation,
): readonly number[] {
  const numbers = new Set<number>();
  const seen = new Set<Node>();
  const add = (held: Held | undefined): void => {
    if (numbers.size >= MOST) return;
    if (typeof held === "number") numbers.add(held);
    else if (isList(held as Value)) for (const one of held as readonly Value[]) add(one);
    else if (held instanceof Defined) ofFunction(held);
    else if (held instanceof OneOf) for (const one of [held.yes, held.no]) add(one);
  };
  const visit = (node: Node, scope: Scope): void => {
    if (seen.size >= MOST_NODES || seen.has(node)) return;
    seen.add(node);
    const text = () => evaluation.source.slice(node.from, node.to);
    if (node.name === "Number") add(pythonFloat(text()));
    else if (node.name === "VariableName") add(scope.find(text()));
    for (const child of node.children) visit(child, scope);
  };
  const ofFunction = ({ node, scope, given }: typeof defined): void => {
    visit(node, scope);
    for (const one of given.values()) add(one);
  };
  ofFunction(defined);
  return [...numbers];
}
