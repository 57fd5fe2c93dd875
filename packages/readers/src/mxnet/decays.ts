import { constant, cosine, polynomial } from "anneal";
import { type Called, type Entry, entry } from "../entry.ts";
import { limited, number, optional, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { base, type Warm, warm, warmed } from "./warmed.ts";

const max_update = limited(whole, "a whole number above 0", (updates) => updates > 0);
const final_lr = optional(number, 0);

interface Decay extends Warm {
  readonly max_update: number;
  readonly final_lr: number;
  readonly pwr?: number;
}

/** The decay ends at `max_update`, warm-up included; a longer warm-up is followed by none. */
function decay({ max_update, final_lr: to, pwr: power, ...given }: Decay, reader: Called): Found | undefined {
  const ends = { from: "1x", to, over: Math.max(max_update - given.warmup_steps, 0) } as const;
  const curve = power === undefined ? cosine(ends) : polynomial({ ...ends, power });
  return warmed(given, given.warmup_steps > max_update ? constant({ value: "1x" }) : curve, "local", reader);
}

/** A power of the share that is left. */
export const PolyScheduler: Entry = entry({ max_update, ...base, pwr: optional(number, 2), final_lr, ...warm }, decay);

/** Half a cosine wave. */
export const CosineScheduler: Entry = entry({ max_update, ...base, final_lr, ...warm }, decay);
