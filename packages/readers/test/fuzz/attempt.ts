import { type Plan, PlanError, type Run, schedule } from "anneal";
import { type Reading, read } from "../../src/index.ts";

/** What came of a text: how many schedules, or why it is refused. */
export type Outcome = { readonly readings: number } | { readonly refusal: string };

/** Reads a text. Throws what is neither a reading nor a PlanError, and readings that say nothing. */
export function attempt(text: string): Outcome {
  try {
    const readings = read(text);
    for (const reading of readings) check(reading);
    return { readings: readings.length };
  } catch (error) {
    // A PlanError of the built library is another class than one of its source.
    if (!(error instanceof PlanError)) throw error;
    if (error.issues.length === 0) throw new Error("a PlanError without an issue");
    return { refusal: error.message };
  }
}

function check({ program, needs, problems, run, bases, functions }: Reading): void {
  if (program === undefined) {
    if (needs.length + problems.length === 0) throw new Error("a reading without a program, a need or a problem");
    return;
  }
  for (const plan of Object.values(program).flat() as Plan[]) {
    const rate = schedule(plan, { ...run, base: bases?.[0] ?? run?.base ?? 1 } as Run, functions && { functions });
    if (typeof rate(1) !== "number") throw new Error("a rate that is no number");
  }
}
