import { constant, polynomial } from "anneal";
import { ignored, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `PolynomialLR`: down to 0 along a power of what is left of `total_iters`. */
export const polynomialLR: SchedulerClass = schedulerClass(
  { total_iters: optional(number, 5), power: optional(number, 1), last_epoch: lastEpoch, verbose: ignored },
  ({ total_iters: over, power }, { wrong }) => {
    if (power < 0) return wrong("power", "a number from 0", power);
    const left = (epoch: number): number => 1 - epoch / over;
    // Without steps PyTorch's never changes anything.
    const lasts = over > 0 && power > 0;
    const plan = lasts ? polynomial({ from: "1x", to: 0, over, power }) : constant({ value: "1x" });
    return factorClass(plan, over, {
      next: ({ rate, epoch, initial }) =>
        initial || epoch > over ? rate : rate * (left(epoch) / left(epoch - 1)) ** power,
      closed: ({ base, epoch }) => base * left(Math.min(over, epoch)) ** power,
    });
  },
);
