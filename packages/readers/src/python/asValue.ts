import { Unknown, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Class, Defined, Flags, type Held, Instance, Named } from "./held.ts";
import { lambdaOf } from "./lambdaOf.ts";
import type { Node } from "./node.ts";

/** What is held, as a value: functions as what can be computed of them, and what is only a name as unknown. */
export function asValue(held: Held, node: Node, evaluation: Evaluation): Value {
  if (held instanceof Named) return new Unknown(held.path.slice(0, 200), evaluation.place(node));
  if (held instanceof Defined) return lambdaOf(held, node, evaluation);
  if (held instanceof Instance) return held.made ?? evaluation.unknown(node);
  if (held instanceof Class) return new Unknown(held.name, evaluation.place(node));
  return held instanceof Flags ? evaluation.unknown(node) : held;
}
