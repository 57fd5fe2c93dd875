import fc from "fast-check";
import { type Plan, PlanError, schedule } from "../../../src/index.ts";
import type { Exported } from "../../../src/interop/index.ts";
import { type Draw, drawn } from "../../arbitrary/draw.ts";
import { targets } from "../targets/index.ts";
import type { Target } from "../targets/target.ts";
import { functions, SUBJECTS } from "./subjects.ts";

/** A plan in a run, written for a target, and what the schedule says. */
export interface SupportCase {
  readonly subject: string;
  readonly plan: Plan;
  readonly base: number;
  readonly steps: number;
  readonly written: Exported;
  readonly expected: readonly number[];
}

/** So many random plans of every kind and recipe, written for a target. */
export function casesOf(target: Target, each: number, seed: number): readonly SupportCase[] {
  return Object.entries(SUBJECTS).flatMap(([subject, make], i) => {
    const one = drawn((draw: Draw) => {
      const steps = draw.integer(20, 120);
      const base = draw.pick([0.1, 0.01, 0.3, 1, 0.007]);
      return { base, steps, plan: legal(() => make(draw, { steps })) };
    });
    return fc.sample(one, { numRuns: each, seed: seed + i }).flatMap(({ base, steps, plan }) => {
      if (!plan) return [];
      const run = { base, steps, stepsPerEpoch: 10, samplesPerStep: 32 };
      const lr = legal(() => schedule(plan, run, { functions }));
      if (!lr) return [];
      const written = target.write(plan, run, functions);
      const expected = [...lr.fill(new Float64Array(steps))];
      return [{ subject, plan, base, steps, written, expected }];
    });
  });
}

/** What a draw made, or nothing where it made what no schedule can be. */
function legal<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** The target of a name. */
export function targetOf(name: string): Target {
  const target = targets.find((one) => one.name === name);
  if (!target) throw new Error(`no target ${name}: there are ${targets.map((one) => one.name).join(", ")}`);
  return target;
}
