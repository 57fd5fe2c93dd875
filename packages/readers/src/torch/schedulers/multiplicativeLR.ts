import { exponential, type Plan } from "anneal";
import { each, ignored, rateFunction } from "../../parameter.ts";

import { checkEach } from "../checkEach.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";

/** How many epochs a function is looked at before it is called constant. */
const LOOK = 1000;

/** `MultiplicativeLR`: multiplies by a function of the epoch at every step; a plan where the function is constant. */
export const multiplicativeLR: SchedulerClass = schedulerClass(
  { lr_lambda: each(rateFunction), last_epoch: lastEpoch, verbose: ignored },
  ({ lr_lambda: given }, argument) => {
    if (!checkEach({ lr_lambda: given }, argument)) return undefined;

    return {
      role: "leads",
      reach: 2 * LOOK,
      plan(i, start = "1x"): Plan | undefined {
        const factor = of(given, i).compute(0);
        const same = Array.from({ length: LOOK }, (_, epoch) => of(given, i).compute(epoch)).every(
          (one) => one === factor,
        );
        return same && factor >= 0 ? exponential({ from: start, factor, every: 1 }) : undefined;
      },
      stepper: (group, i) =>
        new Stepper(group, {
          next: ({ rate, epoch, initial }) => (initial ? rate : rate * of(given, i).compute(epoch)),
        }),
    };
  },
);
