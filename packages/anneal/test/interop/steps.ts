import type { Plan, Run } from "../../src/index.ts";
import { cornersOf } from "../reference/corners.ts";

/** Whole steps up to a million at which a plan may be read wrongly: around all its corners, and in between. */
export function wholeSteps(plan: Plan, run: Run): number[] {
  const corners = cornersOf(plan, run).flatMap((corner) => [-2, -1, 0, 1, 2].map((by) => Math.floor(corner) + by));
  const between = Array.from({ length: 60 }, (_, i) => Math.round(1.3 ** i));
  const late = Array.from({ length: 40 }, (_, i) => 1e6 - 24_697 * i);
  const all = [...corners, ...between, ...late, 0].filter((step) => step >= 0 && step <= 1e6);
  return [...new Set(all)].sort((a, b) => a - b);
}
