import { type Plan, PlanError, type Schedule, shift } from "../../src/index.ts";
import { expectSame } from "../near.ts";
import { cornersOf } from "../reference/corners.ts";
import { nodesOf } from "../trees.ts";
import type { Read } from "./read.ts";

/** Undefined for what would hide a milestone or leave no room. */
function built(make: () => Schedule): Schedule | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** A plan that is shifted reads as it does elsewhere, and shifts of one direction add up. */
export function shifted({ plan, run, build, lr, steps }: Read): void {
  // Elsewhere the sums of steps are rounded, and so are the values.
  if (!cornersOf(plan, run).every((corner) => Number.isInteger(corner * 2 ** 20) && corner < 2 ** 30)) return;
  const takesTheRest = nodesOf(plan).some((node) => "over" in node && node.over === "rest");
  for (const by of [2.5, -1.5]) {
    const twice: Plan = shift({ plan: shift({ plan, by }), by: 2 * by });
    const [once, summed, stepwise] = [shift({ plan, by }), shift({ plan, by: 3 * by }), twice].map((other) =>
      built(() => build(other)),
    );
    expectSame(`shifted by ${by} and ${2 * by}`, steps, steps.map(stepwise ?? Number), steps.map(summed ?? Number));
    if (!once || takesTheRest) continue;
    const expected = steps.map((step) => lr(Math.max(step + by, 0)));
    expectSame(`shifted by ${by}`, steps, steps.map(once), expected);
  }
}
