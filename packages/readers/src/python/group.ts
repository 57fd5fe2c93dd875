import { describe } from "../parameter.ts";
import { Unknown, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Node } from "./node.ts";

/** A group of an optimizer, in a loop over all of them. */
export class Group extends Unknown {}

/** Whether something is a group that, where rates are read, may be taken for one without an entry of its own. */
export function isWithout(held: unknown, key: Value, node: Node, evaluation: Evaluation): boolean {
  if (!(held instanceof Group) || typeof key !== "string" || !evaluation.assumed) return false;
  const note = `the rate is that of groups without ${describe(key)}; those with it have another`;
  evaluation.assumed.push(new Unknown(evaluation.text(node), evaluation.place(node), undefined, () => false, note));
  return true;
}
