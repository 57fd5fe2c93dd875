import { constant, piecewise } from "anneal";
import { ignored, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `ConstantLR`: multiplies by `factor` for `total_iters` steps; with none it never ends. */
export const constantLR: SchedulerClass = schedulerClass(
  { factor: optional(number, 1 / 3), total_iters: optional(number, 5), last_epoch: lastEpoch, verbose: ignored },
  ({ factor, total_iters: end }, { wrong }) => {
    if (factor > 1 || factor <= 0) return wrong("factor", "a number above 0, at most 1", factor);
    const low = `${factor}x` as const;
    const lasts = Number.isInteger(end) && end > 0;
    const plan = lasts ? piecewise({ from: low, at: [end], to: ["1x"] }) : constant({ value: low });
    return factorClass(plan, end, {
      next: ({ rate, epoch }) => (epoch === 0 ? rate * factor : epoch === end ? rate / factor : rate),
      closed: ({ base, epoch }) => (epoch >= end ? base : base * factor),
    });
  },
);
