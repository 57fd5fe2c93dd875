import { exponential } from "anneal";
import { ignored, number } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `ExponentialLR`: multiplies by `gamma` at every step. */
export const exponentialLR: SchedulerClass = schedulerClass(
  { gamma: number, last_epoch: lastEpoch, verbose: ignored },
  ({ gamma }) =>
    factorClass(exponential({ from: "1x", factor: gamma, every: 1 }), 100, {
      next: ({ rate, initial }) => (initial ? rate : rate * gamma),
      closed: ({ base, epoch }) => base * gamma ** epoch,
    }),
);
