import { constant, linear } from "anneal";
import { ignored, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `LinearLR`: from one factor to another over `total_iters` steps; with none it stays at the first. */
export const linearLR: SchedulerClass = schedulerClass(
  {
    start_factor: optional(number, 1 / 3),
    end_factor: optional(number, 1),
    total_iters: optional(number, 5),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  ({ start_factor: start, end_factor: end, total_iters: over }, { wrong }) => {
    if (start > 1 || start <= 0) return wrong("start_factor", "a number above 0, at most 1", start);
    if (end > 1 || end < 0) return wrong("end_factor", "a number from 0 to 1", end);
    const [from, to] = [`${start}x`, `${end}x`] as const;
    const climb = end - start;
    return factorClass(over > 0 ? linear({ from, to, over }) : constant({ value: from }), over, {
      next({ rate, epoch, initial }) {
        if (epoch === 0) return rate * start;
        return initial || epoch > over ? rate : rate * (1 + climb / (over * start + (epoch - 1) * climb));
      },
      closed: ({ base, epoch }) => base * (start + (climb * Math.min(over, epoch)) / over),
    });
  },
);
