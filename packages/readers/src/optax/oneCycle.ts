import { oneCycle, type Plan, piecewiseInterpolate } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { number, optional } from "../parameter.ts";
import { knots } from "./knots.ts";
import { positive, scheduled } from "./scheduled.ts";

interface Cycle {
  readonly transition_steps: number;
  readonly peak_value: number;
  readonly pct_start: number;
  readonly pct_final?: number;
  readonly div_factor: number;
  readonly final_div_factor: number;
}

/** optax keeps the knots in a dictionary: of several at one step the last is left, and they are taken in its order. */
function cycle(strategy: "linear" | "cosine", given: Cycle): Plan {
  const { transition_steps: over, peak_value: peak, pct_start: pctStart, pct_final: pctFinal } = given;
  const { div_factor: divFactor, final_div_factor: finalDivFactor } = given;
  const last: readonly (readonly [number, number])[] =
    pctFinal === undefined
      ? [[Math.trunc(over), 1 / (divFactor * finalDivFactor)]]
      : [
          [Math.trunc(pctFinal * over), 1 / divFactor],
          [over, 1 / finalDivFactor],
        ];
  const scales = [[Math.trunc(pctStart * over), divFactor] as const, ...last];
  if (scales.every(([at], i) => at > (scales[i - 1]?.[0] ?? -1))) {
    const shares = { pctStart, ...(pctFinal !== undefined && { pctFinal }) };
    const rounded = { inclusive: false, whole: true };
    return oneCycle({ peak, over, ...shares, strategy, divFactor, finalDivFactor, ...rounded }).lr;
  }
  const left = [...new Map(scales)].sort(([a], [b]) => a - b);
  return piecewiseInterpolate({ ...knots(peak / divFactor, left), curve: strategy });
}

const shared = { transition_steps: positive, peak_value: number, pct_start: optional(number, 0.3) };
const factors = { div_factor: optional(number, 25), final_div_factor: optional(number, 1e4) };

/** Up to the peak, back, and on to almost nothing, on lines. */
export const linear_onecycle_schedule: Entry = entry(
  { ...shared, pct_final: optional(number, 0.85), ...factors },
  (given) => scheduled(cycle("linear", given)),
);

/** Up to the peak and down to almost nothing, on half cosines. */
export const cosine_onecycle_schedule: Entry = entry({ ...shared, ...factors }, (given) =>
  scheduled(cycle("cosine", given)),
);
