import { Problems } from "../../error.ts";

/** A rate that a rule suggests, and the point of the curve that it was read off. */
export interface Suggestion {
  /** The rate to train with. */
  readonly rate: number;
  /** The rate of the point; `rate` itself, but for `minimum`. */
  readonly at: number;
  /** The loss of the point. */
  readonly loss: number;
}

/** The point with this index as a suggestion; undefined where there is no such point. */
export function point(rates: readonly number[], losses: readonly number[], index: number): Suggestion | undefined {
  const at = rates.at(index);
  const loss = losses.at(index);
  return at === undefined || loss === undefined ? undefined : { rate: at, at, loss };
}

/** Refuses what is no curve: two lists of numbers. */
export function checkCurve(rates: readonly number[], losses: readonly number[]): void {
  const problems = new Problems();
  checkNumbers("rates", rates, problems);
  checkNumbers("losses", losses, problems);
  problems.throwIfAny();
}

/** Reports what is no list of numbers; NaN is one. */
export function checkNumbers(path: string, list: readonly number[], problems: Problems): void {
  const wrong = Array.isArray(list) ? list.findIndex((one) => typeof one !== "number") : -1;
  if (!Array.isArray(list)) problems.add(path, "a list of numbers", list);
  else if (wrong >= 0) problems.add(`${path}[${wrong}]`, "a number", list[wrong]);
}

/** The index of the smallest value, the first of several; -1 for none. */
export function smallest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (best < 0 || value < (values[best] as number) ? i : best), -1);
}
