import { type Plan, repeat } from "../../src/index.ts";
import { expectSame } from "../near.ts";
import { lengthOf } from "../reference/length.ts";
import { nodesOf } from "../trees.ts";
import type { Read } from "./read.ts";

/** On a clock of its own, or as long as what surrounds it. */
function hasItsOwnTime(plan: Plan): boolean {
  return plan.kind === "clock" || ("over" in plan && plan.over === "rest");
}

/** A plan that ends is periodic when it is repeated, and its first cycle is the plan. */
export function repeated({ plan, run, build, steps, curve }: Read): void {
  const length = lengthOf(plan, run);
  if (!(length > 0 && length < 1e15) || nodesOf(plan).some(hasItsOwnTime)) return;
  const lr = build(repeat({ plan }));
  const larger = build(repeat({ plan, stretch: 2, scale: 0.5 }));
  const inside = steps.filter((step) => step < length);
  const first = curve.slice(0, inside.length);
  expectSame("the first cycle", inside, inside.map(lr), first);
  for (const turn of [1, 2, 5, 1000]) {
    // Only where the sum of the steps is exact.
    const exact = inside.filter((step) => step + turn * length - turn * length === step && turn * length < 1e8);
    const expected = exact.map((step) => first[inside.indexOf(step)] as number);
    expectSame(
      `cycle ${turn}`,
      exact,
      exact.map((step) => lr(step + turn * length)),
      expected,
    );
  }
  if (!Number.isInteger(length * 2 ** 20)) return;
  expectSame("the first of growing cycles", inside, inside.map(larger), first);
  const second = inside.map((step) => larger(length + 2 * step));
  expectSame(
    "the second, twice as long and half as high",
    inside,
    second,
    first.map((value) => value / 2),
  );
}
