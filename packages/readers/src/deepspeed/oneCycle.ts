import { constant, oneTriangle, sequence } from "anneal";
import { entry, type Reader } from "../entry.ts";
import { each, flag, limited, nullable, number, optional, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { last } from "./climb.ts";
import { foundEach, optimizer, pick } from "./groups.ts";

/** `OneCycle`: one triangle, then a tail that falls as the inverse of time; the first of betas goes the other way. */
export const oneCycle = entry(
  {
    optimizer,
    cycle_min_lr: each(number),
    cycle_max_lr: each(number),
    decay_lr_rate: optional(number, 0),
    cycle_first_step_size: optional(
      limited(number, "a number above 0", (size) => size > 0),
      2000,
    ),
    cycle_second_step_size: nullable(limited(number, "a number from 0", (size) => size >= 0)),
    cycle_first_stair_count: optional(whole, 0),
    cycle_second_stair_count: nullable(whole),
    decay_step_size: optional(number, 0),
    cycle_momentum: optional(flag, true),
    cycle_min_mom: optional(each(number), 0.8),
    cycle_max_mom: optional(each(number), 0.9),
    decay_mom_rate: optional(number, 0),
    ...last,
  },
  (given, reader) => {
    const { optimizer, cycle_min_lr, cycle_max_lr, decay_step_size: every, cycle_first_step_size: up } = given;
    const stairs = given.cycle_first_stair_count;
    const triangle = {
      up,
      down: given.cycle_second_step_size ?? up,
      stairs: Math.max(0, stairs),
      stairsDown: Math.max(0, given.cycle_second_stair_count ?? stairs),
      every: every || 1,
    };
    const found = foundEach({ optimizer, each: { cycle_min_lr, cycle_max_lr } }, reader, (group) => {
      const rate = every && given.decay_lr_rate;
      return oneTriangle({ from: pick(cycle_min_lr, group), to: pick(cycle_max_lr, group), ...triangle, rate });
    });
    if (!found || !given.cycle_momentum || !hasBetas(optimizer.cycled, reader)) return found;
    const { cycle_min_mom: low, cycle_max_mom: high } = given;
    const rate = every && given.decay_mom_rate;
    const momenta = foundEach({ optimizer, each: { low, high } }, reader, (group) => {
      const swing = oneTriangle({ from: pick(high, group), to: pick(low, group), ...triangle, rate, power: 1 });
      // The constructor sets the lowest momentum, whatever the curve says.
      return sequence(constant({ value: pick(low, group), over: 1 }), { plan: swing, clock: "global" });
    });
    return momenta && withBetas(found, momenta.program);
  },
);

/** Whether there are betas; of an optimizer that the text does not have it is said. */
function hasBetas(cycled: "momentum" | "beta1" | false | undefined, { context, place }: Reader): boolean {
  if (cycled === undefined)
    context.note("OneCycle cycles the first of betas (beta1) where the optimizer has them", place);
  else if (cycled !== "beta1") context.note("OneCycle cycles no momentum: the optimizer has no betas", place);
  return cycled === undefined || cycled === "beta1";
}

function withBetas(found: Found, { lr: beta1 = [] }: Found["program"]): Found {
  return { ...found, program: { ...found.program, beta1, beta2: constant({ value: 0.99 }) } };
}
