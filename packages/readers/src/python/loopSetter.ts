import type { RateSetter } from "../rateSetter.ts";
import type { Loop } from "../stepped.ts";
import { isList, Unknown, type Value } from "../value.ts";
import { ratesIn } from "./carried.ts";
import { isApart, readsRate } from "./carriedValues.ts";
import { lift, parameterOf } from "./derived.ts";
import { ENTRY, entriesSet, inGroups } from "./entriesSet.ts";
import type { Evaluation } from "./evaluation.ts";
import { computed } from "./lambdaOf.ts";
import { type Node, parts } from "./node.ts";
import { numbersIn } from "./numbersIn.ts";
import { binary } from "./operators.ts";
import { CHANGES, SETS } from "./rateSetters.ts";
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
  const start = SETS.test(text) || CHANGES.test(text) ? startOf(over, items) : undefined;
  if (start === undefined || evaluation.loopSetters.length >= MOST) return undefined;
  const turning: Turning = { node, body, text, parameter: evaluation.text(variable), start };
  const loop = isList(items) ? { turns: items.length } : {};
  const rates = CHANGES.test(text) || readsRate(text) ? ratesIn(text) : [];
  const carried = rates.length > 0 ? turned(turning, rates, scope, evaluation) : undefined;
  if (carried && !carried.values.every((one) => isApart(one, 0))) {
    return { ...carried, loop, carries: { start: 0, kept: [], isOfSeveral: rates.length > 1 } };
  }
  const alone = CHANGES.test(text) ? undefined : turned(turning, [], scope, evaluation);
  return alone && { ...alone, loop };
}

/** A loop whose turns are read. */
interface Turning {
  readonly node: Node;
  readonly body: Node;
  readonly text: string;
  readonly parameter: string;
  readonly start: number;
}

/** What one turn sets, by which it is and, where these are rates that it goes on from, by the one before. */
function turned(
  { node, body, text, parameter, start }: Turning,
  rates: readonly string[],
  scope: Scope,
  evaluation: Evaluation,
): RateSetter | undefined {
  const place = evaluation.place(node);
  const free = parameterOf(parameter, place);
  const left = parameterOf("the rate before", place);
  const written = { name: parameter, place };
  const turn = lift(
    [free],
    () => written,
    (turns) => binary("+", turns as Value, start),
  );
  const assumed: Unknown[] = [];
  const before = evaluation.because;
  evaluation.because = undefined;
  const all = entriesSet(text, assumed, evaluation, () => {
    forget(node, "it changes in a loop", scope, evaluation, ENTRY);
    const own = new Scope(scope);
    own.names.set(parameter, turn);
    for (const one of rates) {
      own.names.set(one, left);
      evaluation.assigned.set(one, { node, because: undefined });
    }
    evaluation.run([body], own);
    return own;
  });
  evaluation.because = before;
  const found = all.filter(({ value }) => value !== left);
  // What comes after the rate is set may be whatever it is.
  if (found.length === 0 || found.some(({ because }) => because !== undefined)) return undefined;
  const name = evaluation.text(node).replace(/:.*$/, "");
  const numbers = numbersIn({ node, scope, given: new Map() }, evaluation);
  const parameters = rates.length > 0 ? [free, left] : [free];
  const values = inGroups(
    found,
    (value) => computed(name, place, value, parameters, [...numbers, ...numbers.map((one) => one - start)]),
    () => new Unknown(name, place, "a loop that sets several rates"),
  );
  return values.length > 0 ? { name, place, parameter, given: [], assumed, values } : undefined;
}

/** The first of numbers that go up by 1. */
function startOf(over: string, items: Value | undefined): number | undefined {
  if (!isList(items)) return RANGE.test(over) ? Number(RANGE.exec(over)?.[1] ?? 0) : undefined;
  const [first] = items;
  return typeof first === "number" && items.every((one, i) => one === first + i) ? first : undefined;
}
