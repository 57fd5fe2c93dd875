import type fc from "fast-check";
import type { Plan, Program, Run } from "../../src/index.ts";
import { type Draw, drawn } from "./draw.ts";
import { drawTree } from "./plan.ts";
import { drawRun } from "./units.ts";

/** A param group with everything that a program may drive. */
export interface Group {
  lr: number;
  momentum: number;
  weightDecay: number;
  betas: [number, number];
}

/** One update, or a jump to a position. */
export type Move = "step" | number;

/** A training run: what is driven, by what, and where it goes. */
export interface Training {
  readonly groups: readonly Group[];
  readonly program: Program;
  readonly run: Run;
  readonly moves: readonly Move[];
}

const KEYS = ["lr", "momentum", "weightDecay", "beta1", "beta2"] as const;

/** Several groups, several hyperparameters, with one plan for all groups or one for each. */
export const training: fc.Arbitrary<Training> = drawn((draw) => {
  const { base: _, ...run } = drawRun(draw);
  const groups = drawList(draw, 1, 3, () => drawGroup(draw));
  const plan = (): Plan => drawTree(draw, { ...run, base: Number.NaN });
  const keys = KEYS.filter((_, i) => draw.oneIn(i + 1));
  const program = Object.fromEntries(keys.map((key) => [key, draw.oneIn(3) ? groups.map(plan) : plan()]));
  return { groups, program, run, moves: drawList(draw, 1, 12, () => drawMove(draw, run.steps)) };
});

function drawGroup(draw: Draw): Group {
  return { lr: draw.rate(), momentum: draw.rate(), weightDecay: draw.rate(), betas: [draw.rate(), draw.rate()] };
}

function drawMove(draw: Draw, steps: number): Move {
  return draw.oneIn(3) ? draw.integer(0, 16 * steps) / 8 : "step";
}

export function drawList<T>(draw: Draw, min: number, max: number, make: (i: number) => T): T[] {
  return Array.from({ length: draw.integer(min, max) }, (_, i) => make(i));
}
