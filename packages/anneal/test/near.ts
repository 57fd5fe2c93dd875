import { expect } from "vitest";

/** A value as it should be; `scale` is the size of the numbers that it was computed from, its own when absent. */
export interface Expected {
  readonly value: number;
  readonly scale?: number;
}

/** Below it a number has fewer digits the smaller it is. */
const SMALLEST_NORMAL = 2 ** -1022;

/** The bar for the inside of a curve: |a - b| <= 1e-12 |b| + 1e-15 peak. */
export function isNear(actual: number, { value, scale = Math.abs(value) }: Expected): boolean {
  return Math.abs(actual - value) <= 1e-12 * Math.abs(value) + 1e-15 * scale + SMALLEST_NORMAL;
}

/** Fails at the first step where a curve is not what it should be. */
export function expectNear(steps: readonly number[], actual: (step: number) => number, expected: readonly Expected[]) {
  const i = steps.findIndex((step, k) => !isNear(actual(step), expected[k] as Expected));
  if (i < 0) return;
  const step = steps[i] as number;
  expect({ step, value: actual(step) }).toEqual({ step, value: expected[i]?.value });
}

/** Fails at the first step where two curves are not the same to the last bit. */
export function expectSame(
  law: string,
  steps: readonly number[],
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
): void {
  const i = steps.findIndex((_, k) => actual[k] !== expected[k]);
  if (i < 0) return;
  const at = { law, step: steps[i] };
  expect({ ...at, value: actual[i] }).toEqual({ ...at, value: expected[i] });
}
