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
  // Next to the end of a cycle is the beginning of the next one.
  const inside = (turn: number) => steps.filter((step) => length - step > 2e-9 * (turn + 1) * length);
  for (const turn of [0, 1, 2, 5, 1000]) {
    // Only where the sum of the steps is exact.
    const exact = (step: number) => step + turn * length - turn * length === step && turn * length < 1e8;
    const own = inside(turn).filter(exact);
    const later = own.map((step) => lr(step + turn * length));
    expectSame(
      `cycle ${turn}`,
      own,
      later,
      curve.filter((_, i) => i < inside(turn).length && exact(steps[i] as number)),
    );
  }
  if (!Number.isInteger(length * 2 ** 20)) return;
  expectSame("the first of growing cycles", inside(0), inside(0).map(larger), curve);
  const second = inside(2).map((step) => larger(length + 2 * step));
  expectSame(
    "the second, twice as long and half as high",
    inside(2),
    second,
    curve.map((value) => value / 2),
  );
}
