import { shortName } from "../entry.ts";
import { Call, Unknown, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held } from "./held.ts";
import type { Node } from "./node.ts";

/**
 * `prepare`, by which libraries that distribute a training wrap what they are given and give it back. What Accelerate
 * wraps is noted: a scheduler then goes on with the optimizer.
 */
export function prepared(
  object: Held,
  inside: Node,
  positional: readonly Value[],
  evaluation: Evaluation,
): Held | undefined {
  const by = evaluation.text(inside);
  const isAccelerator = object instanceof Call ? shortName(object.name) === "Accelerator" : /accelerator$/i.test(by);
  if (isAccelerator && evaluation.first) {
    const accelerator = evaluation.readers.value(object, inside, evaluation);
    for (const value of positional) {
      evaluation.surroundings.prepared.set(value instanceof Unknown ? value.name : value, { by, accelerator });
    }
  }
  return positional.length === 1 ? positional[0] : positional.length > 1 ? positional : undefined;
}
