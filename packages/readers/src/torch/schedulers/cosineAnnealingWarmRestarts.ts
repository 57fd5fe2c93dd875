import { cosine, repeat } from "anneal";
import { ignored, number, optional, whole } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { type Rule, Stepper } from "../stepper.ts";

/** `CosineAnnealingWarmRestarts`: down to `eta_min`, then again from the top, each time over `T_mult` times as many steps. */
export const cosineAnnealingWarmRestarts: SchedulerClass = schedulerClass(
  {
    T_0: whole,
    T_mult: optional(whole, 1),
    eta_min: optional(number, 0),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  ({ T_0: first, T_mult: stretch, eta_min: low }, { wrong }) => {
    if (first <= 0) return wrong("T_0", "a whole number above 0", first);
    if (stretch < 1) return wrong("T_mult", "a whole number from 1", stretch);
    if (low < 0) return wrong("eta_min", "a number from 0", low);
    const plan = repeat({ plan: cosine({ from: "1x", to: low, over: first }), stretch });
    return {
      role: "overwrites",
      reach: first * (1 + stretch),
      plan: () => plan,
      stepper: (group) => new Stepper(group, cycling(first, stretch, low)),
    };
  },
);

/** PyTorch's own count of the cycle: it is kept from step to step. */
function cycling(first: number, stretch: number, low: number): Rule {
  let [current, length] = [0, first];
  return {
    advance(epoch) {
      [current, length] = epoch < 0 ? [0, first] : [current + 1, length];
      if (current >= length) [current, length] = [current % length, length * stretch];
    },
    next: ({ base }) => low + ((base - low) * (1 + Math.cos((Math.PI * current) / length))) / 2,
  };
}
