import type { RateSetter } from "../rateSetter.ts";
import type { Loop } from "../stepped.ts";
import { isList, Unknown, type Value } from "../value.ts";
import { lift, parameterOf } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { computed } from "./lambdaOf.ts";
import { type Node, parts } from "./node.ts";
import { numbersIn } from "./numbersIn.ts";
import { binary } from "./operators.ts";
import { CHANGES, ENTRY, entriesSet, inGroups, SETS } from "./rateSetters.ts";
import { Scope } from "./scope.ts";
import { forget } from "./targets.ts";

/** How long a loop is at most. */
const LONGEST = 40_000;
/** How many are read of one text at most. */
const MOST = 50;
/** A range whose first number is written out, or is 0. */
const RANGE = /^\s*range\(\s*(?:(\d+)\s*,)?[^,]*\)\s*$/;

/** What a loop over numbers in their order, such as a training loop, sets an optimizer's rates to at each turn. */
export function loopSetter(
  node: Node,
  { over, items }: Loop,
  scope: Scope,
  evaluation: Evaluation,
): RateSetter | undefined {
  const [, variable] = node.children;
  const [body, ...more] = parts(node).filter(({ name }) => name === "Body");
  if (node.name !== "ForStatement" || variable?.name !== "VariableName" || !body || more.length > 0) return undefined;
  const text = node.to - node.from > LONGEST ? "" : evaluation.source.slice(node.from, node.to);
  const start = SETS.test(text) && !CHANGES.test(text) ? startOf(over, items) : undefined;
  if (start === undefined || evaluation.loopSetters.length >= MOST) return undefined;
  const place = evaluation.place(node);
  const parameter = evaluation.text(variable);
  const free = parameterOf(parameter, place);
  const turn = lift([free], evaluation.written(variable), (turns) => binary("+", turns as Value, start));
  const assumed: Unknown[] = [];
  const before = evaluation.because;
  evaluation.because = undefined;
  const found = entriesSet(text, assumed, evaluation, () => {
    forget(node, "it changes in a loop", scope, evaluation, ENTRY);
    const own = new Scope(scope);
    own.names.set(parameter, turn);
    evaluation.run([body], own);
    return own;
  });
  evaluation.because = before;
  // What comes after the rate is set may be whatever it is.
  if (found.length === 0 || found.some(({ because }) => because !== undefined)) return undefined;
  const name = evaluation.text(node).replace(/:.*$/, "");
  const numbers = numbersIn({ node, scope, given: new Map() }, evaluation);
  const values = inGroups(
    found,
    (value) => computed(name, place, value, [free], [...numbers, ...numbers.map((one) => one - start)]),
    () => new Unknown(name, place, "a loop that sets several rates"),
  );
  const loop = isList(items) ? { turns: items.length } : {};
  return values.length > 0 ? { name, place, parameter, loop, given: [], assumed, values } : undefined;
}

/** The first of numbers that go up by 1. */
function startOf(over: string, items: Value | undefined): number | undefined {
  if (!isList(items)) return RANGE.test(over) ? Number(RANGE.exec(over)?.[1] ?? 0) : undefined;
  const [first] = items;
  return typeof first === "number" && items.every((one, i) => one === first + i) ? first : undefined;
}
