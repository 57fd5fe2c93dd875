import { constant, functions, type Level, type Plan, product, schedule, sequence, warmup } from "anneal";
import type { Reader } from "../entry.ts";
import type { Found } from "../reading.ts";
import type { Common } from "./common.ts";
import { noisy } from "./noisy.ts";
import type { TimmGroups } from "./optimizer.ts";

/** What all of a scheduler is but its curve. */
export interface Scheduled extends Common {
  readonly optimizer: TimmGroups;
  /** What the warm-up climbs to: the group's rate, or the curve where it ends. Default `"1x"`. */
  readonly to?: "1x" | "curve";
}

/** What is found of a curve: with its warm-up before it, its noise over it, and each group's own scale. */
export function scheduled(curve: Plan, given: Scheduled, reader: Reader): Found | undefined {
  const { bases = [], missing, scales } = given.optimizer;
  const { context, place } = reader;
  for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  const groups = scales?.length ?? (needsBase(curve, given) ? bases.length : 1);
  if (groups === 0) return undefined;
  const plans = Array.from({ length: groups }, (_, group) => {
    const warm = warmed(curve, given, bases[group] ?? bases[0]);
    // What the constructor sets is what the first epoch has: noise is not asked for it.
    const plan = noisy(warm, given, 1);
    const scale = scales?.[group] ?? 1;
    return scale === 1 ? plan : product(plan, constant({ value: scale }));
  });
  const [base] = bases;
  return {
    program: { lr: plans.length === 1 ? (plans[0] as Plan) : plans },
    run: { ...(base !== undefined && { base }) },
    ...(bases.length > 1 && { bases }),
    ...(given.noise_range_t !== null && { functions }),
    unit: given.t_in_epochs ? "epoch" : "update",
  };
}

/** Whether the warm-up ends at a level that is no share of the base rate. */
function needsBase(curve: Plan, { to, warmup_prefix, warmup_t: over }: Scheduled): boolean {
  if (to !== "curve" || warmup_prefix || over === 0) return false;
  const share = schedule(curve, { base: 1 })(over);
  return Math.abs(schedule(curve, { base: 2 })(over) - 2 * share) > 1e-12 * share;
}

function warmed(curve: Plan, given: Scheduled, base = 1): Plan {
  const { warmup_t: over, warmup_lr_init: from, warmup_prefix } = given;
  const clock = warmup_prefix ? "local" : "global";
  if (over > 0) return warmup({ plan: curve, over, from, to: endOf(curve, given, base), clock });
  // What the constructor sets is the group's rate, whatever the curve says.
  if ([1e-12, 1].every((base) => schedule(curve, { base })(0) === base)) return curve;
  return sequence(constant({ value: "1x", over: 1 }), { plan: curve, clock: "global" });
}

/** What the warm-up of one group climbs to. */
function endOf(curve: Plan, given: Scheduled, base: number): Level {
  if (given.to !== "curve" || given.warmup_prefix) return "1x";
  if (needsBase(curve, given)) return schedule(curve, { base })(given.warmup_t);
  return `${schedule(curve, { base: 1 })(given.warmup_t)}x`;
}
