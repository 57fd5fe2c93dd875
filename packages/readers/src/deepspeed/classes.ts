import type { Entry } from "../entry.ts";
import { oneCycle } from "./oneCycle.ts";
import { lrRangeTest } from "./rangeTest.ts";
import { warmupDecayLR, warmupLR } from "./warmup.ts";
import { warmupCosineLR } from "./warmupCosine.ts";

/** DeepSpeed's schedules, by the names of their classes. */
export const CLASSES: Readonly<Record<string, Entry>> = {
  LRRangeTest: lrRangeTest,
  OneCycle: oneCycle,
  WarmupLR: warmupLR,
  WarmupDecayLR: warmupDecayLR,
  WarmupCosineLR: warmupCosineLR,
};
