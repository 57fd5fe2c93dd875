import { isList, Lambda, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Defined } from "./held.ts";
import { lambdaOf } from "./lambdaOf.ts";
import type { Node } from "./node.ts";
import type { WrittenCall } from "./writtenCall.ts";

/** How many steps two functions are compared at. */
const LOOK = 64;

/**
 * Reads the functions that a scheduler was given again where it is stepped first: Python looks the names up that they
 * read when they are called, and a text may have assigned those since. The first rate is that of before.
 */
export function bindLate(scheduler: WrittenCall, node: Node, evaluation: Evaluation): void {
  const late = (value: Value): Value => {
    if (isList(value)) return value.some((one) => one instanceof Lambda) ? value.map(late) : value;
    const held = value instanceof Lambda ? evaluation.callables.takenOut(value) : undefined;
    if (!(value instanceof Lambda) || !(held instanceof Defined)) return value;
    const now = lambdaOf(held, node, evaluation);
    return now instanceof Lambda && differ(value, now) ? joined(value, now) : value;
  };
  scheduler.rebind(late);
}

function joined(first: Lambda, then: Lambda): Lambda {
  const numbers = [...new Set([...first.numbers, ...then.numbers, 0, 1])];
  const compute: Lambda["compute"] = (step = 0, ...more) => (step < 1 ? first : then).compute(step, ...more);
  return new Lambda(then.text, compute, then.place, numbers);
}

function differ(a: Lambda, b: Lambda): boolean {
  const at = (one: Lambda, step: number): number => {
    try {
      return one.compute(step);
    } catch {
      return Number.NaN;
    }
  };
  return Array.from({ length: LOOK }, (_, step) => step + 1).some((step) => !Object.is(at(a, step), at(b, step)));
}
