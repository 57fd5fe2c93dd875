import { warmupMultiFactor } from "anneal";
import { choice, each, ignored, list, number, optional } from "../../parameter.ts";
import { checkEach } from "../checkEach.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";

/**
 * `WarmupMultiFactorScheduler`, which PyTorch does not have: from `warmup_lr` to the base rate over `warmup_epochs`,
 * then times `factor` at each of the milestones, which are counted from the start of training.
 */
export const warmupMultiFactorScheduler: SchedulerClass = schedulerClass(
  {
    factor: optional(number, 0.1),
    warmup_epochs: optional(number, 5),
    milestones: list(number),
    warmup_lr: optional(each(number), 0.001),
    warmup_strategy: optional(choice("linear", "constant", "exponential", "cosine"), "linear"),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  (given, argument) => {
    const { factor, warmup_epochs: warmup, milestones, warmup_lr, warmup_strategy: strategy } = given;
    if (!checkEach({ warmup_lr }, argument)) return undefined;
    const climbs = {
      linear: (from: number, to: number, share: number) => from + (to - from) * share,
      constant: (from: number) => from,
      exponential: (from: number, to: number, share: number) => from * (to / from) ** share,
      cosine: (from: number, to: number, share: number) => from + ((to - from) * (1 - Math.cos(Math.PI * share))) / 2,
    };
    // Refused at once, whichever group it is for.
    const plans = [warmup_lr].flat().map((from) => warmupMultiFactor({ milestones, warmup, from, factor, strategy }));
    return {
      role: "overwrites",
      reach: milestones.at(-1) ?? warmup,
      plan: (i) => plans[i] ?? plans[0],
      stepper: (group, i) =>
        new Stepper(group, {
          next: ({ base, epoch }) =>
            epoch < warmup
              ? climbs[strategy](of(warmup_lr, i), base, epoch / warmup)
              : base * factor ** milestones.filter((milestone) => milestone <= epoch).length,
        }),
    };
  },
);
