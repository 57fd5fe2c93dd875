import { each, ignored, rateFunction } from "../../parameter.ts";

import { checkEach } from "../checkEach.ts";
import { lambdaPlan } from "../lambda/lambdaPlan.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";

/** `LambdaLR`: the base rate times a function of the epoch. */
export const lambdaLR: SchedulerClass = schedulerClass(
  { lr_lambda: each(rateFunction), last_epoch: lastEpoch, verbose: ignored },
  ({ lr_lambda: given }, argument) => {
    if (!checkEach({ lr_lambda: given }, argument)) return undefined;

    return {
      role: "overwrites",
      reach: 1000,
      plan: (i) => lambdaPlan(of(given, i), argument.building),
      stepper: (group, i) => new Stepper(group, { next: ({ base, epoch }) => base * of(given, i).compute(epoch) }),
    };
  },
);
