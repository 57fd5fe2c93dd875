import { constant, cosineWave, exponential, linear, polynomial } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { number } from "../parameter.ts";
import { scheduled } from "./scheduled.ts";

const over = "100%";
const ends = { start_value: number, end_value: number };

/** One value. */
export const ConstantParamScheduler: Entry = entry({ value: number }, ({ value }) => scheduled(constant({ value })));

/** A line over the run. */
export const LinearParamScheduler: Entry = entry(ends, ({ start_value: from, end_value: to }) =>
  scheduled(linear({ from, to, over })),
);

/** Half a cosine wave over the run. */
export const CosineParamScheduler: Entry = entry(ends, ({ start_value: from, end_value: to }) =>
  scheduled(cosineWave({ from, to, over })),
);

/** One multiplication over the run. */
export const ExponentialParamScheduler: Entry = entry(
  { start_value: number, decay: number },
  ({ start_value: from, decay: factor }) => scheduled(exponential({ from, factor, every: over })),
);

/** A power of the share that is left of the run. */
export const PolynomialDecayParamScheduler: Entry = entry(
  { base_value: number, power: number },
  ({ base_value: from, power }) => scheduled(polynomial({ from, to: 0, over, power })),
);
