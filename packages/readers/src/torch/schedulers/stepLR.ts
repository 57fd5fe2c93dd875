import { step } from "anneal";
import { ignored, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `StepLR`: multiplies by `gamma` every `step_size` steps. */
export const stepLR: SchedulerClass = schedulerClass(
  { step_size: number, gamma: optional(number, 0.1), last_epoch: lastEpoch, verbose: ignored },
  ({ step_size: every, gamma }, { wrong }) => {
    if (every <= 0) return wrong("step_size", "a number above 0", every);
    return factorClass(step({ every, factor: gamma }), 3 * every, {
      next: ({ rate, epoch }) => (epoch === 0 || epoch % every !== 0 ? rate : rate * gamma),
      closed: ({ base, epoch }) => base * gamma ** Math.floor(epoch / every),
    });
  },
);
