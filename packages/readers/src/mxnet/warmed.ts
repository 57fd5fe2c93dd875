import { type Plan, shift, warmup } from "anneal";
import type { Called } from "../entry.ts";
import { choice, limited, number, optional, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";

/** What every scheduler of MXNet takes. */
export const base = { base_lr: optional(number, 0.01) };
export const warm = {
  warmup_steps: optional(
    limited(whole, "a whole number from 0", (steps) => steps >= 0),
    0,
  ),
  warmup_begin_lr: optional(number, 0),
  warmup_mode: optional(choice("linear", "constant"), "linear"),
};

/** What {@link base} and {@link warm} are read as. */
export interface Warm {
  readonly base_lr: number;
  readonly warmup_steps: number;
  readonly warmup_begin_lr: number;
  readonly warmup_mode: "linear" | "constant";
}

/** A plan under its warm-up, as MXNet's optimizers ask for it: their first update is number 1. */
export function warmed(
  { base_lr, warmup_steps: over, warmup_begin_lr: from, warmup_mode: curve }: Warm,
  plan: Plan,
  clock: "local" | "global",
  { context, place, call }: Called,
): Found | undefined {
  const set = call.later.get("base_lr");
  const later = set && number.read(set.value, { context, path: "base_lr", place: set.place });
  if (set && later === undefined) return undefined;
  if (set && clock === "local") {
    context.note("base_lr is set after the construction, which has taken it already: that changes nothing", set.place);
  } else if (later !== undefined && over > 0 && later !== base_lr) {
    context.problem("base_lr", `what the warm-up climbs to (${base_lr})`, `${later}, set after it`, set?.place);
    return undefined;
  }
  const base = clock === "global" ? (later ?? base_lr) : base_lr;
  if (from > base_lr) {
    context.problem("warmup_begin_lr", `at most base_lr (${base_lr})`, String(from), place);
    return undefined;
  }
  context.note(
    "MXNet's optimizers count updates from 1: the first one already has the scheduler's second value. " +
      "What calls the scheduler with a number from 0 is one update behind.",
    place,
  );
  return {
    program: { lr: shift({ plan: over > 0 ? warmup({ plan, over, from, clock, curve }) : plan, by: 1 }) },
    run: { base },
    unit: "update",
  };
}
