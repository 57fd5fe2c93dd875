import type { RateSetter } from "../rateSetter.ts";
import { Unknown, type Value } from "../value.ts";
import { changedFields, changing, type FieldChange, recurrenceIn } from "./changing.ts";
import { Derived, lift, parameterOf } from "./derived.ts";
import { entriesSet, inGroups } from "./entriesSet.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Class, Defined, Instance } from "./held.ts";
import { computed } from "./lambdaOf.ts";
import { type Node, parts } from "./node.ts";
import { numbersIn } from "./numbersIn.ts";
import { binary } from "./operators.ts";
import { classesOf } from "./ownSchedulers.ts";
import { CHANGES, SETS, TIME } from "./rateSetters.ts";
import { Scope } from "./scope.ts";

/** What counts. */
const UP = /^self\.\w+ ?\+= ?1$/;
/** What steps an optimizer. */
const STEPS = /optim\w*\.step\(/;
/** How long a method is at most. */
const LONGEST = 20_000;

/**
 * What the methods of a text's classes set the rate of an optimizer's groups to that count their own calls, such as the
 * `step()` of `NoamOpt`.
 */
export function classSetters(evaluation: Evaluation): readonly RateSetter[] {
  return classesOf(evaluation).flatMap((of) => {
    const changed = changedFields(of, evaluation);
    return [...of.scope.names.values()].flatMap((method) => {
      if (!(method instanceof Defined)) return [];
      const { from, to } = method.node;
      const text = to - from > LONGEST ? "" : evaluation.source.slice(from, to);
      // One that is told how far training is, is read by that.
      const told = method.parameters?.some(({ name }) => TIME.test(name)) ?? true;
      if (told || !SETS.test(text) || CHANGES.test(text)) return [];
      return of.made.flatMap((one) => setterOf(method, text, one, of, changed, evaluation) ?? []);
    });
  });
}

function setterOf(
  method: Defined,
  text: string,
  one: Instance,
  of: Class,
  changed: ReadonlyMap<string, readonly FieldChange[]>,
  evaluation: Evaluation,
): RateSetter | undefined {
  const place = evaluation.place(method.node);
  const calls = parameterOf("its calls", place);
  const fields = new Map(one.fields);
  for (const [field, changes] of changed) {
    const start = one.fields.get(field);
    const before = typeof start === "number" ? countedBefore(changes, method, evaluation) : undefined;
    const target = changes[0]?.target ?? method.node;
    const count = before === undefined ? undefined : (start as number) + before;
    const written = { name: `self.${field}`, place };
    const left = changing(written.name, evaluation.place(target));
    fields.set(
      field,
      count === undefined
        ? left
        : lift(
            [calls],
            () => written,
            (n) => binary("+", n as Value, count),
          ),
    );
  }
  const own = new Scope(method.scope);
  const self = new Instance(of, undefined, one.made, fields);
  for (const [i, { name, node, fallback }] of (method.parameters ?? []).entries()) {
    const alone = fallback ?? new Unknown(name, evaluation.place(node), `a parameter of ${method.name}`);
    own.names.set(name, i === 0 ? self : alone);
  }
  const assumed: Unknown[] = [];
  const around = evaluation.because;
  evaluation.because = undefined;
  evaluation.active.add(method.node);
  const found = entriesSet(text, assumed, evaluation, () => {
    evaluation.run([method.body], own);
    return own;
  });
  evaluation.active.delete(method.node);
  const { because } = evaluation;
  evaluation.because = around;
  const name = `${of.name}.${method.name}`;
  const numbers = [
    ...numbersIn(method, evaluation),
    ...[...one.fields.values()].filter((held) => typeof held === "number"),
  ];
  const values = inGroups(
    found.filter(({ value }) => isCounted(value)),
    (value) => {
      const left = recurrenceIn(value);
      if (left) return new Unknown(name, left.place, `${left.name}, ${left.because}`);
      return because === undefined ? computed(name, place, value, [calls], numbers) : new Unknown(name, place, because);
    },
    () => new Unknown(name, place, "a function that sets several rates"),
  );
  // It is called where the optimizer steps.
  const counts = STEPS.test(evaluation.source.slice(of.node.from, of.node.to)) ? "updates" : "calls";
  return values.length > 0 ? { name, place, parameter: "calls", counts, given: [], assumed, values } : undefined;
}

/** Whether a rate has to do with how many calls there were, or with what the one before left. */
function isCounted(value: Value): boolean {
  return value instanceof Derived && (value.free !== undefined || recurrenceIn(value) !== undefined);
}

/** By how much a field is ahead of the calls of a method when it begins; undefined where it does not count them. */
function countedBefore(changes: readonly FieldChange[], setter: Defined, evaluation: Evaluation): number | undefined {
  const [change, ...more] = changes;
  if (!change || more.length > 0) return undefined;
  const { method, target } = change;
  const statement = parentOf(target, method.body);
  if (statement?.name !== "UpdateStatement" || !UP.test(evaluation.text(statement))) return undefined;
  if (method === setter || callOf(method, setter, evaluation)) return 0;
  const call = callOf(setter, method, evaluation);
  return call && (statement.from < call.from ? 1 : 0);
}

/** Where a method calls another one of its class. */
function callOf(called: Defined, by: Defined, { source }: Evaluation): Node | undefined {
  return find(by.body, (node) => {
    const [callee] = node.children;
    return (
      node.name === "CallExpression" &&
      callee !== undefined &&
      source.slice(callee.from, callee.to) === `self.${called.name}`
    );
  });
}

function parentOf(target: Node, body: Node): Node | undefined {
  return find(body, ({ children }) => children.includes(target));
}

function find(node: Node, is: (node: Node) => boolean): Node | undefined {
  if (is(node)) return node;
  for (const child of parts(node)) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}
