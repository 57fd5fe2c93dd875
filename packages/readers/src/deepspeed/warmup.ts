import { constant, type Level, linear, type Plan, shift, warmup } from "anneal";
import { entry, type Reader } from "../entry.ts";
import { each, nullable, number, optional } from "../parameter.ts";
import { climb, climbOf, last } from "./climb.ts";
import { type Each, foundEach, optimizer, pick } from "./groups.ts";

/** What the constructor sets and the first step() are the same: everything is one update late. */
const late = (plan: Plan, { context, place }: Reader): Plan => {
  context.note("DeepSpeed has the first rate for two updates, so that all others are one update late", place);
  return shift({ plan, by: -1 });
};

/** What both of these schedules climb between. */
interface Ends {
  readonly warmup_min_lr: Each<number>;
  readonly warmup_max_lr: Each<number> | Each<null>;
}

/** The two ends of one group's warm-up. */
function endsOf({ warmup_min_lr, warmup_max_lr }: Ends, group: number): { readonly from: number; readonly to: Level } {
  return { from: pick(warmup_min_lr, group), to: pick<number | null>(warmup_max_lr, group) ?? "1x" };
}

/** `WarmupLR`: climbs, then stays. */
export const warmupLR = entry(
  { optimizer, warmup_min_lr: optional(each(number), 0), warmup_max_lr: nullable(each(number)), ...climb, ...last },
  ({ optimizer, ...given }, reader) => {
    const { warmup_min_lr, warmup_max_lr } = given;
    const own = climbOf(given, reader);
    const groups = { optimizer, each: { warmup_min_lr, warmup_max_lr }, relative: warmup_max_lr === null };
    return foundEach(groups, reader, (group) => {
      const ends = endsOf(given, group);
      return late(warmup({ ...own, ...ends, plan: constant({ value: ends.to }) }), reader);
    });
  },
);

/** `WarmupDecayLR`: climbs, then falls to where it began. */
export const warmupDecayLR = entry(
  {
    optimizer,
    total_num_steps: number,
    warmup_min_lr: optional(each(number), 0),
    // Its own default, where WarmupLR has None; None itself is each group's rate.
    warmup_max_lr: { ...nullable(each(number)), fallback: { value: 0.001 } },
    ...climb,
    ...last,
  },
  ({ optimizer, total_num_steps: steps, ...given }, reader) => {
    const { warmup_min_lr, warmup_max_lr } = given;
    const own = climbOf(given, reader);
    const over = Math.max(0, steps - own.over);
    const groups = { optimizer, each: { warmup_min_lr, warmup_max_lr }, relative: warmup_max_lr === null, steps };
    return foundEach(groups, reader, (group) => {
      const { from, to } = endsOf(given, group);
      return late(warmup({ ...own, from, to, plan: linear({ from: to, to: from, over }) }), reader);
    });
  },
);
