import type { Case } from "../causeOf.ts";
import type { Cause } from "../difference.ts";

/** Every change of a level comes one step later in one of them. */
export function milestone({ curves: [a, b], names, first, rest }: Case): Cause | undefined {
  const [later, earlier] = names;
  if (isLater(a.values, b.values, first, rest)) return cause(later, earlier);
  return isLater(b.values, a.values, first, rest) ? cause(earlier, later) : undefined;
}

const cause = (early: string, late: string): Cause => ({
  name: "milestone",
  text: `changes at t >= m in ${early}, at t > m in ${late}`,
});

/** Whether from the first difference on `b` differs only in the one step at which `a` has a new level, and always there. */
function isLater(a: Float64Array, b: Float64Array, first: number, rest: number): boolean {
  const near = (x = Number.NaN, y = Number.NaN) => Math.abs(x - y) <= rest;
  const isFlat = (step: number) => step < 1 || step >= a.length || near(a[step - 1], a[step]);
  let changes = 0;
  for (let step = first; step < a.length; step++) {
    const isLevel = step > 0 && isFlat(step - 1) && !isFlat(step) && isFlat(step + 1);
    // Of a change at the last step it is not known whether the other one follows.
    if (isLevel && step === a.length - 1) continue;
    if (!near(b[step], a[isLevel ? step - 1 : step])) return false;
    changes += +isLevel;
  }
  return changes > 0;
}
