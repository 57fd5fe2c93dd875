import { apply, type Call, type Expression, type Operation } from "./expression.ts";

type Two = (a: Expression, b: Expression) => Operation;

export const plus: Two = (a, b) => apply("+", a, b);
export const minus: Two = (a, b) => apply("-", a, b);
export const times: Two = (a, b) => apply("*", a, b);
export const over: Two = (a, b) => apply("/", a, b);
export const power: Two = (a, b) => apply("**", a, b);
export const PI: Operation = apply("pi");

/** A function of one number. */
export function call(op: Call, of: Expression): Operation {
  return apply(op, of);
}

/** So many turns with this factor each; no further than the last whole one whose power is a number, since Python refuses larger ones. */
export function growth(factor: number, turns: Expression, scale: number): Operation {
  const most = Math.floor((LARGEST - Math.log(Math.max(scale, 1))) / Math.log(factor));
  return power(factor, factor > 1 ? apply("min", turns, most) : turns);
}

const LARGEST = Math.log(Number.MAX_VALUE);
