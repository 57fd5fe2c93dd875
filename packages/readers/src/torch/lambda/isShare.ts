import { PlanError } from "anneal";
import type { Lambda } from "../../value.ts";

/** Powers of two, by which scaling is exact: a rate that is held above a floor is none of the small ones' share. */
const SCALES = [2, 2 ** -10, 2 ** -30];
/** The steps that are looked at besides those around the function's own numbers: the first, and some of every magnitude. */
const STEPS = [
  ...Array.from({ length: 50 }, (_, step) => step),
  75,
  100,
  150,
  200,
  500,
  1000,
  2000,
  5000,
  1e4,
  3e4,
  1e5,
  1e6,
];

/** Whether a group's rate is its own base rate times something of the step alone, whatever the base rates are. */
export function isShare(
  by: (bases: readonly number[]) => Lambda,
  i: number,
  count: number,
  numbers: readonly number[],
): boolean {
  const marks = numbers.filter((one) => one >= 1 && one <= 1e12).slice(0, 50);
  const steps = [...STEPS, ...marks.flatMap((one) => [-1, 0, 1].map((beside) => Math.round(one) + beside))];
  const unit = by(Array<number>(count).fill(1));
  const units = steps.map((step) => computed(unit, step));
  return SCALES.every((scale) => {
    const own = by(Array.from({ length: count }, (_, j) => (j === i ? scale : 3)));
    return steps.every((step, k) => {
      const one = units[k];
      const rate = one && computed(own, step);
      return !one || !rate || rate.value === scale * one.value;
    });
  });
}

/** What a function is at a step; nothing where it cannot be computed, so that it is no share and no other. */
function computed(rate: Lambda, step: number): { readonly value: number } | undefined {
  try {
    return { value: rate.compute(step) };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
