import { cosineWave } from "anneal";
import { ignored, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `CosineAnnealingLR`: down to `eta_min` along a cosine wave, and up again after `T_max`. */
export const cosineAnnealingLR: SchedulerClass = schedulerClass(
  { T_max: number, eta_min: optional(number, 0), last_epoch: lastEpoch, verbose: ignored },
  ({ T_max: over, eta_min: low }, { wrong }) => {
    if (over <= 0) return wrong("T_max", "a number above 0", over);
    if (low < 0) return wrong("eta_min", "a number from 0", low);
    const height = (epoch: number): number => 1 + Math.cos((Math.PI * epoch) / over);
    const wave = factorClass(cosineWave({ from: "1x", to: low, over }), 2 * over, {
      next({ rate, base, epoch, initial }) {
        if (initial) return rate;
        const atBottom = (epoch - 1 - over) % (2 * over) === 0;
        if (atBottom) return rate + ((base - low) * (1 - Math.cos(Math.PI / over))) / 2;
        return (height(epoch) / height(epoch - 1)) * (rate - low) + low;
      },
      closed: ({ base, epoch }) => low + ((base - low) * height(epoch)) / 2,
    });
    return { ...wave, rises: [over] };
  },
);
