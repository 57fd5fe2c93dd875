import type { Value } from "../value.ts";
import { readArguments } from "./arguments.ts";
import { lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Node } from "./node.ts";
import { binary } from "./operators.ts";
import type { Scope } from "./scope.ts";

/** What goes through numbers in their order, and what shows how far that is. */
const [RANGE, BAR] = [/(?:^|\.)t?range$/, /(?:^|\.)(?:tqdm|track|prange|enumerate)$/];

/** How many turns a loop through a range of numbers has, which may be more than a list has items. */
export function turnsOf(through: Node, scope: Scope, evaluation: Evaluation): Value | undefined {
  const [callee, list] = through.children;
  if (through.name !== "CallExpression" || !callee || list?.name !== "ArgList") return undefined;
  const name = evaluation.text(callee);
  const inner = list.children.find((one) => one.name === "CallExpression");
  if (BAR.test(name) && inner) return turnsOf(inner, scope, evaluation);
  if (!RANGE.test(name)) return undefined;
  const { positional, complete } = readArguments(list, scope, evaluation);
  const [from, to, ...more] = positional.map((held) => evaluation.readers.value(held, list, evaluation));
  if (from === undefined || !complete || more.length > 0) return undefined;
  const count = () =>
    lift([to as Value, from], evaluation.written(through), (a, b) => binary("-", a as Value, b as Value));
  return to === undefined ? from : (count() as Value);
}
