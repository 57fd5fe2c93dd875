import type { Written } from "../fullNameOf.ts";
import { isDictionary, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Choice, Named } from "./held.ts";
import type { Node } from "./node.ts";

/** An entry of a dictionary by a key that is not known, where there is something with a name among its entries to be called. */
export function choiceIn(
  container: Value,
  key: Value,
  value: Value,
  node: Node,
  evaluation: Evaluation,
): Choice | undefined {
  if (!isDictionary(container)) return undefined;
  const entries = [...container].flatMap(([name, entry]): (readonly [string, Written])[] => {
    const held = evaluation.callables.takenOut(entry);
    return held instanceof Named ? [[name, { name: held.path, imported: held.imported }]] : [];
  });
  // Functions of the text are not followed by a name that is only known later.
  if (entries.length < container.size - 1 || entries.length === 0) return undefined;
  return new Choice({ text: evaluation.text(node), key, from: new Map(entries) }, value);
}
