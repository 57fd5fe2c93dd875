import { linear, type Plan, repeat, sequence, sum } from "anneal";
import { float, set } from "../numerals.ts";
import { optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `triangular`: between `lr` and `max_lr` in straight lines; the tips, or all of it, shrink with each cycle. */
export const triangular = schedule(
  {
    parameters: {
      max_lr: float,
      lr_period_updates: optional(float, 5000),
      lr_shrink: optional(float, 0.1),
      shrink_min: optional(set, false),
    },
  },
  ({ max_lr: top, lr_period_updates, lr_shrink: scale, shrink_min }, { lr: [min], refuse }) => {
    const half = Math.floor(lr_period_updates / 2);
    if (top <= min) refuse("max_lr", `more than --lr (${min})`);
    if (half < 1) refuse("lr_period_updates", "at least 2");
    const plan = shrink_min
      ? triangles(min, top, half, scale)
      : sum(triangles(0, top, half, scale), triangles(min, 0, half, 1));
    return { plan };
  },
);

function triangles(foot: number, tip: number, over: number, scale: number): Plan {
  return repeat({
    plan: sequence(linear({ from: foot, to: tip, over }), linear({ from: tip, to: foot, over })),
    scale,
  });
}
