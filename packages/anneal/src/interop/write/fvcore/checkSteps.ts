import { refuse } from "../../../error.ts";

/** Refuses a run without an end. */
export function checkSteps(run: unknown): void {
  const steps = (run as { readonly steps?: unknown } | undefined)?.steps;
  if (steps === undefined) refuse("run.steps", "how many steps the run has", steps);
}
