import { type Plan, shift, warmupConstant, warmupLinear, wsd } from "anneal";
import type { Context } from "../context.ts";
import type { Place } from "../value.ts";

/** How the rate falls, by the names in `decay_type`. */
export const CURVES = ["linear", "sqrt", "cosine"] as const;

/** The options of torchtitan's one schedule. */
export interface Scheduled {
  readonly warmup: number;
  readonly total: number;
  readonly ratio: number | null;
  readonly curve: (typeof CURVES)[number];
  readonly least: number;
}

/** Warm-up, stable, decay: the first update is at `1 / warmup` already, and the last one not yet at the end. */
export function scheduledPlan({ total, ratio, ...options }: Scheduled, context: Context, place?: Place): Plan {
  const warmup = Math.min(options.warmup, total);
  if (warmup < options.warmup) context.note(`The warm-up is cut to the run's ${total} steps.`, place);
  const share = ratio === null ? total - warmup : roundHalfEven(total * ratio);
  const decay = Math.min(share, total - warmup);
  if (decay < share) context.note(`The decay is cut to the ${decay} steps that are left after the warm-up.`, place);
  const stable = total + 1 - warmup - decay;
  const staged = wsd({ warmup, stable, decay, decayCurve: options.curve, to: `${options.least}x` });
  return shift({ plan: decay > 0 ? staged : warmupConstant({ warmup }), by: 1 });
}

/** What `[training] warmup_steps` meant until March 2025: a straight line up and one down to 0. */
export function olderPlan(warmup: number, total: number): Plan {
  return warmupLinear({ warmup, from: `${1 / (warmup + 1)}x`, over: Math.max(1, total - warmup) });
}

/** Python's `round`: a half goes to the even neighbour. */
function roundHalfEven(x: number): number {
  return x % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
}
