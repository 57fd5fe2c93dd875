import { Problems } from "./error.ts";
import type { Child, Functions } from "./kind.ts";
import type { Piece } from "./piece.ts";
import type { Plan } from "./plan.ts";
import { readPlan } from "./readPlan.ts";
import { type Run, readRun } from "./run.ts";

/** What a plan in a run is made of, or a PlanError with every problem. */
export function piecesOf(plan: Plan, run: Run, functions?: Functions, path = ""): readonly Piece[] {
  const problems = new Problems();
  const facts = readRun(run, problems);
  const child = readPlan(plan, path, problems, facts, functions);
  problems.throwIfAny();
  const pieces = (child as Child).compile({ room: facts.steps, last: undefined, from: 0, origin: 0 });
  problems.throwIfAny();
  return pieces;
}
