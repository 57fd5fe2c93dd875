import type fc from "fast-check";
import type { Plan, Run } from "../../src/index.ts";
import { type Draw, drawn } from "./draw.ts";
import { drawSimple } from "./kinds.ts";
import { drawSequence } from "./sequence.ts";
import { drawRun } from "./units.ts";
import type { Drawn, Where } from "./where.ts";
import { drawWrapper } from "./wrappers.ts";

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
  const levels = { relative: draw.oneIn(4), positive: draw.oneIn(2), last: false, plain: false };
  const place = { room: run.steps, fills: false, ends: false, least: 0, visible: 0, early: true, depth: 3 };
  return drawPlan(draw, { run, ...levels, ...place }).plan;
}

/** A plan of any kind for a place in a tree. */
export function drawPlan(draw: Draw, where: Where): Drawn {
  const choice = where.depth > 0 ? draw.integer(0, 4) : 0;
  // How long a sequence lasts is not known before it is drawn.
  if (choice >= 3 && where.least === 0) return drawSequence(draw, where);
  return choice >= 2 ? drawWrapper(draw, where) : drawSimple(draw, where);
}
