import { expect } from "vitest";
import { constant, sequence } from "../../src/index.ts";
import { cornersOf, endOf } from "../reference/corners.ts";
import { nodesOf } from "../trees.ts";
import type { Read } from "./read.ts";

/** Far enough from a time not to be taken for it, also where it is shifted, and so near that a curve is as good as there. */
const before = (time: number, times = 1): number => time - times * 4e-9 * (time + 100);

/** Where a plan is cut, "last" is what it was heading for, and not what would have begun there. */
export function lastAfterACut({ plan, run, build, lr, steps }: Read): void {
  if (nodesOf(plan).some((node) => "over" in node && node.over === "rest")) return;
  const corners = cornersOf(plan, run);
  const end = endOf(plan, run);
  for (const cut of [...corners.slice(0, 12), ...steps.slice(0, 6), 100.125]) {
    const hasNeighbour = corners.some((corner) => corner < cut && corner >= before(cut, 4));
    if (before(cut, 4) <= 0 || cut >= end || cut > 3e5 || hasNeighbour) continue;
    const last = build(sequence({ plan, until: cut }, constant({ value: "last" })))(cut);
    const [one, two] = [lr(before(cut)), lr(before(cut, 2))] as const;
    const off = Math.abs(last - one) - 4 * Math.abs(one - two) - 1e-3 * Math.max(one, last) - 1e-6;
    expect(off <= 0 || { law: "last after a cut", cut, last, heading: [two, one] }).toBe(true);
  }
}
