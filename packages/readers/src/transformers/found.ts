import type { Plan } from "anneal";
import type { Reader } from "../entry.ts";
import type { Found } from "../reading.ts";
import type { OptimizerRates } from "./optimizer.ts";

/** What one of transformers' functions schedules: a factor of each group's own rate. */
export function found(
  plan: Plan,
  { bases = [], missing }: OptimizerRates,
  { context, place }: Reader,
  steps?: number | null,
): Found {
  for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  const [base] = bases;
  return {
    program: { lr: plan },
    run: { ...(base !== undefined && { base }), ...(steps && steps > 0 && { steps }) },
    ...(bases.length > 1 && { bases }),
  };
}
