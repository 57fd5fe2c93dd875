import { expect } from "vitest";
import { constant, sequence } from "../../src/index.ts";
import { cornersOf, endOf } from "../reference/corners.ts";
import { nodesOf } from "../trees.ts";
import type { Read } from "./read.ts";

/** Far enough from a time to be another one, and near enough to read off where a curve is heading. */
const NEAR = 2 ** -10;

/** Where a plan is cut, "last" is what it was heading for, and not what would have begun there. */
export function lastAfterACut({ plan, run, build, lr, steps }: Read): void {
  if (nodesOf(plan).some((node) => "over" in node && node.over === "rest")) return;
  const corners = cornersOf(plan, run);
  const cuts = [...corners.slice(0, 12), ...steps.slice(0, 12), 100.125];
  const end = endOf(plan, run);
  for (const cut of cuts) {
    if (cut >= end || cut > 3e5 || corners.some((corner) => corner < cut && corner >= cut - 4 * NEAR)) continue;
    if (cut <= 4 * NEAR) continue;
    const [last, one, two] = [
      build(sequence({ plan, until: cut }, constant({ value: "last" })))(cut),
      lr(cut - NEAR),
      lr(cut - 2 * NEAR),
    ];
    const off = Math.abs(last - one) - 4 * Math.abs(one - two) - 1e-3 * Math.max(one, last);
    expect(off <= 0 || { law: "last after a cut", cut, last, heading: [two, one] }).toBe(true);
  }
}
