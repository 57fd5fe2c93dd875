import type fc from "fast-check";
import type { Plan, Run } from "../../src/index.ts";
import { type Draw, drawn } from "./draw.ts";
import { type Drawn, drawSimple, type Where } from "./kinds.ts";
import { drawSequence } from "./sequence.ts";
import { drawRun } from "./units.ts";

/** A plan and a run that it can be read against. */
export interface PlanInRun {
  readonly plan: Plan;
  readonly run: Required<Run>;
}

/** Every legal tree of plans: all kinds and units, nested, with until, both clocks, "last" and "rest". */
export const planInRun: fc.Arbitrary<PlanInRun> = drawn((draw) => {
  const run = drawRun(draw);
  return { run, plan: drawTree(draw, run) };
});

/** Such a tree for a run that is known. */
export function drawTree(draw: Draw, run: Required<Run>): Plan {
  const levels = { relative: draw.oneIn(4), positive: draw.oneIn(2), last: false };
  const where = { run, ...levels, room: run.steps, fills: false, ends: false, least: 0, visible: 0, depth: 3 };
  return drawPlan(draw, where).plan;
}

/** A plan of any kind for a place in a tree. */
export function drawPlan(draw: Draw, where: Where): Drawn {
  return where.depth > 0 && draw.oneIn(2) ? drawSequence(draw, where) : drawSimple(draw, where);
}
