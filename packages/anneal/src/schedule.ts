import { Problems } from "./error.ts";
import { evaluate } from "./evaluate.ts";
import { freeze } from "./freeze.ts";
import type { Child, Functions } from "./kind.ts";
import type { FactsOf } from "./needs.ts";
import type { Numbers } from "./piece.ts";
import type { Plan } from "./plan.ts";
import { readPlan } from "./readPlan.ts";
import { type Run, readRun } from "./run.ts";
import type { Fact, FactValue } from "./units.ts";
import { VERSION } from "./version.ts";

/** A plan read against a run: a pure function of the step, with random access. */
export interface Schedule {
  /** The value for the update after `step` completed ones; before 0 the first value, NaN for NaN. */
  (step: number): number;
  /** Writes the values of the steps from `first` (default 0) on to all of `out`, and returns it. */
  fill<N extends Numbers>(out: N, first?: number): N;
  /** The plan, deeply frozen. */
  readonly plan: Plan;
  /** The run, frozen. */
  readonly run: Run;
  /** The plan's saved form, so that `JSON.stringify` prints it. */
  toJSON(): Plan & { readonly version: number };
}

/** The run that a plan with these needs can be read against. */
export type RunFor<F extends Fact | "unknown"> = Run & { readonly [K in Exclude<F, "unknown">]: FactValue<K> };

/** What a plan is built with besides its run. */
export interface BuildOptions {
  /** The functions that `custom` plans name. */
  readonly functions?: Functions;
}

type Arguments<F extends Fact | "unknown"> = [Exclude<F, "unknown">] extends [never]
  ? [run?: Run, options?: BuildOptions]
  : [run: RunFor<F>, options?: BuildOptions];

/**
 * Reads a plan against a run: a pure function from the number of completed updates to the value.
 *
 * Formula: `schedule(plan, run)(k)` is the rate of update k + 1; at a boundary the next part is already active; after
 * the end the last value holds.
 *
 * - `plan`: any plan, from a factory, a recipe, or `parsePlan`.
 * - `run`: the facts that its units need; for plans from factories the compiler asks for those that are missing.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 *
 * Throws a PlanError that lists every problem of the plan and the run. Reading a number never throws and never allocates
 * by itself; what a `custom` plan's function throws goes through.
 *
 * @example
 * ```ts
 * import { linear, schedule } from "anneal";
 * const lr = schedule(linear({ from: 0.001, to: "1x", over: "5 epochs" }), { base: 0.01, stepsPerEpoch: 250 });
 * lr(0); // => 0.001
 * lr(1250); // => 0.01
 * lr.fill([0, 0, 0], 1249); // => [0.0099928, 0.01, 0.01]
 * ```
 */
export function schedule<P extends Plan>(plan: P, ...[run, options]: Arguments<FactsOf<P>>): Schedule {
  const problems = new Problems();
  const facts = readRun(run, problems);
  const compiled = compileSchedule(plan, facts, "", problems, options?.functions);
  problems.throwIfAny();
  return compiled;
}

/** Compiles a plan; the result is of use when no problem was reported. */
export function compileSchedule(
  plan: Plan,
  run: Run,
  path: string,
  problems: Problems,
  functions?: Functions,
): Schedule {
  const child = readPlan(plan, path, problems, run, functions);
  if (problems.issues[0]) return undefined as unknown as Schedule;
  const pieces = (child as Child).compile({ room: run.steps, last: undefined, from: 0, origin: 0 });
  const copy = freeze(plan);
  return Object.assign(evaluate(pieces), { plan: copy, run, toJSON: () => ({ version: VERSION, ...copy }) });
}
