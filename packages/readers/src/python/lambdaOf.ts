import { PlanError } from "anneal";
import { describe } from "../parameter.ts";
import { at } from "../refuse.ts";
import { type Ask, Lambda, type Place, Unknown, type Value } from "../value.ts";
import { asOperand } from "./asOperand.ts";
import { Derived, derive } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { bodyOf, openParameters } from "./follow.ts";
import type { Defined } from "./held.ts";
import type { Node } from "./node.ts";
import { numberOf } from "./number.ts";
import { numbersIn } from "./numbersIn.ts";

/** A function as what computes it, or why it cannot be computed. */
export function lambdaOf(defined: Defined, node: Node, evaluation: Evaluation): Value {
  const whole = defined.node;
  const text = evaluation.text(whole);
  const place = evaluation.place(whole);
  if (!evaluation.take(1)) return new Unknown(text, place, "too many functions");
  const open = openParameters(defined, evaluation);
  if (!open) return new Unknown(text, place, "a function of any number of arguments");
  const key = (defined.origin ?? defined).node;
  if (evaluation.active.has(key)) return new Unknown(text, place, "a function that calls itself");
  const { because } = evaluation;
  evaluation.because = undefined;
  const result = evaluation.quietly(() =>
    asOperand(evaluation.readers.value(bodyOf(defined, open, evaluation), node, evaluation)),
  );
  const found = evaluation.because as string | undefined;
  evaluation.because = because;
  if (found !== undefined) return new Unknown(text, place, found);
  const parameters = [...open.values()].filter((one) => one instanceof Derived && one.free?.length === 0) as Derived[];
  return computed(text, place, result, parameters, numbersIn(defined, evaluation));
}

/** What a function gives, once what it reads from outside is known. */
export function computed(
  text: string,
  place: Place,
  result: Value,
  parameters: readonly Derived[],
  numbers: readonly number[],
): Value {
  const free = result instanceof Derived && result.free ? result.free : result instanceof Unknown ? [result] : [];
  const make = (known: ReadonlyMap<Unknown, Value>) => {
    const own = [...numbers, ...[...known.values()].flat().filter((one) => typeof one === "number")];
    return new Lambda(text, computeOf(result, parameters, known, place), place, own);
  };
  if (free.length === 0) return make(new Map());
  return derive(
    free,
    () => ({ name: text, place }),
    (ask) => {
      const known = free.map((one) => [one, ask(one)] as const);
      return known.some(([, value]) => value === undefined) ? undefined : make(new Map(known as [Unknown, Value][]));
    },
  );
}

function computeOf(
  result: Value,
  parameters: readonly Derived[],
  known: ReadonlyMap<Unknown, Value>,
  place: Place,
): Lambda["compute"] {
  return (...given) => {
    const ask: Ask = (one) => {
      const i = parameters.indexOf(one as Derived);
      return i >= 0 ? given[i] : known.has(one) ? known.get(one) : one.compute?.(ask);
    };
    const value = result instanceof Unknown ? ask(result) : result;
    const number = value === undefined ? undefined : numberOf(value);
    if (number !== undefined) return number;
    const received = value instanceof Unknown && value.because ? value.because : describe(value ?? null);
    throw new PlanError([{ path: at(place, `the function at ${given.join(", ")}`), expected: "a number", received }]);
  };
}
