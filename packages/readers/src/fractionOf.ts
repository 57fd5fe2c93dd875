import { firstOf, isOptimizer } from "./loops.ts";
import type { Fraction } from "./reading.ts";
import type { Loop, Stepped } from "./stepped.ts";

/** `(i + 1) / n`, without blanks. */
const PART = /(\w+)(\+1)?\)*\/[^/]/;

/**
 * How a scheduler is told what part of the epochs is done: one update is behind where the optimizer has made it before
 * and it is not counted, as in PyTorch's own example; also where the text does not show which comes first.
 */
export function fractionOf(one: Stepped, steps: readonly Stepped[]): Fraction {
  const loop = one.loops.at(-1) as Loop;
  const [, counter = "", plus] = PART.exec((one.told ?? "").replaceAll(/\s/g, "")) ?? [];
  const counted = (firstOf(loop, counter) ?? 0) + (plus === undefined ? 0 : 1);
  return { behind: (isBeforeUpdate(one, steps) ? 0 : 1) - counted };
}

/** How it is told at every update how many whole epochs are done; nothing where each has the rate of its own updates. */
export function wholeFractionOf(one: Stepped, steps: readonly Stepped[]): Fraction | undefined {
  return isBeforeUpdate(one, steps) ? undefined : { behind: 1, isWhole: true };
}

/** Whether the text shows that the optimizer makes its update after it. */
function isBeforeUpdate(one: Stepped, steps: readonly Stepped[]): boolean {
  const loop = one.loops.at(-1);
  const makes = steps.filter((other) => other.loops.at(-1) === loop && isOptimizer(other));
  return makes.length > 0 && makes.every(({ place }) => isAfter(place, one.place));
}

function isAfter(a: Stepped["place"], b: Stepped["place"]): boolean {
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}
