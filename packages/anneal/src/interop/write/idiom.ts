import { PlanError, refuse } from "../../error.ts";
import type { Functions } from "../../kind.ts";
import type { Piece } from "../../piece.ts";
import { piecesOf } from "../../piecesOf.ts";
import type { Plan } from "../../plan.ts";
import type { Run } from "../../run.ts";
import { type BuildOptions, schedule } from "../../schedule.ts";
import type { Exported } from "./exported.ts";
import { jumpsOf } from "./jumpsOf.ts";

/** A plan in a run, as the idioms of a framework look at it. */
export interface Shape {
  /** What it is made of, in steps and absolute levels: levels, and curves of one formula each. */
  readonly pieces: readonly Piece[];
  /** The rate that the framework's optimizer starts with: the run's base, or 1. */
  readonly base: number;
  /** How many steps the run has; Infinity where it does not say. */
  readonly steps: number;
  readonly plan: Plan;
  readonly run: Run;
  readonly functions: Functions | undefined;
}

/** A plan in a framework's own words. */
export interface Idiomatic {
  readonly code: string;
  /** What the framework makes of that code, as a plan in the same run; it is measured against the plan that was asked for. */
  readonly means: Plan;
  readonly notes?: readonly string[];
}

/** Tries to say a plan in a framework's own words. */
export type Idiom = (shape: Shape) => Idiomatic | undefined;

/** The first idiom whose meaning is the plan itself, to 1e-12; else what can write any plan. */
export function writeIdiom(
  plan: Plan,
  run: Run,
  { functions }: BuildOptions,
  idioms: readonly Idiom[],
  otherwise: (shape: Shape) => Exported,
): Exported {
  const pieces = piecesOf(plan, run, functions);
  const { base = 1, steps = 1 / 0 } = run ?? {};
  const shape = { pieces, base, steps, plan, run: run ?? {}, functions };
  if (!(base > 0)) refuse("run.base", "a number above 0, which optimizers start from", base);
  for (const idiom of idioms) {
    const written = idiom(shape);
    if (written && isSame(shape, written.means)) return { code: written.code, exact: true, notes: written.notes ?? [] };
  }
  return otherwise(shape);
}

/**
 * Whether another plan has the same values at every step, or, of a long run, at the steps around all changes and between:
 * to 1e-12 of the value, and 1e-15 of the largest.
 */
function isSame({ pieces, steps, plan, run, functions, base }: Shape, means: Plan): boolean {
  const options: BuildOptions = functions ? { functions } : {};
  const own = schedule<Plan>(plan, run, options);
  const other = meaning(means, { ...run, base }, options);
  if (!other) return false;
  const compared = stepsToCompare(pieces, steps);
  const peak = compared.reduce((most, step) => Math.max(most, Math.abs(own(step))), 0);
  return compared.every((step) => Math.abs(own(step) - other(step)) <= 1e-12 * Math.abs(own(step)) + 1e-15 * peak);
}

/** What an idiom means, where its numbers make a plan: a stage of less than no steps does not. */
function meaning(means: Plan, run: Run, options: BuildOptions): ((step: number) => number) | undefined {
  try {
    return schedule<Plan>(means, run, options);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** Up to how many steps all are compared. */
const ALL = 2_000;

/** How many are compared inside of one piece of a longer run. */
const INSIDE = 16;

/** Every step of a run that is short, or the ones at which something may differ. */
export function stepsToCompare(pieces: readonly Piece[], steps: number): readonly number[] {
  if (steps <= ALL) return Array.from({ length: Math.ceil(steps) }, (_, step) => step);
  const last = Math.min(steps, 1e6 + 4 * (pieces.at(-1)?.start ?? 0)) - 1;
  const compared = pieces.flatMap((piece, i) => {
    const { start } = piece;
    const end = Math.min(pieces[i + 1]?.start ?? last, last);
    const between = Array.from({ length: INSIDE }, (_, k) => Math.floor(start + ((end - start) * k) / INSIDE));
    const jumps = [start, ...jumpsOf(piece)].map(Math.floor);
    return [...jumps.flatMap((jump) => [jump - 1, jump, jump + 1]), ...between];
  });
  return [...new Set([...compared, last])].filter((step) => step >= 0 && step <= last);
}
