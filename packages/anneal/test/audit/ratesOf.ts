import { type Plan, type Run, schedule } from "anneal";

/** A log of every tenth update of a plan, from 0 to the last. */
export function ratesOf(
  plan: Plan,
  run: Run,
  last: number,
): { readonly steps: Float64Array; readonly rates: Float64Array } {
  const lr = schedule(plan, run);
  const steps = Float64Array.from({ length: Math.floor(last / 10) + 1 }, (_, row) => 10 * row);
  return { steps, rates: steps.map((step) => lr(step)) };
}
