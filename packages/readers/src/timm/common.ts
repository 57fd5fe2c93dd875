import { flag, ignored, list, nullable, number, optional, type Parameter, whole } from "../parameter.ts";
import { isList, Unknown } from "../value.ts";
import type { Noise } from "./noisy.ts";
import { optimizer } from "./optimizer.ts";

/** One number, or a list of numbers. */
export const numbers: Parameter<number | readonly number[]> = {
  read(value, there) {
    const known = value instanceof Unknown ? there.context.known(value) : value;
    return isList(known) ? list(number).read(known, there) : number.read(value, there);
  },
};

/** How all schedulers warm up. */
export const warming = { warmup_t: optional(number, 0), warmup_lr_init: optional(number, 0) } as const;

/** What all schedulers take of time and noise, in this order. */
export const timed = {
  t_in_epochs: optional(flag, true),
  noise_range_t: nullable(numbers),
  noise_pct: optional(number, 0.67),
  noise_std: optional(number, 1),
  noise_seed: optional(whole, 42),
} as const;

/** What all of them take last. */
export const last = { initialize: ignored } as const;

export { optimizer };

/** What all schedulers take. */
export interface Common extends Noise {
  readonly warmup_t: number;
  readonly warmup_lr_init: number;
  /** Whether the curve's own time begins after the warm-up; else it has gone on meanwhile. */
  readonly warmup_prefix: boolean;
  readonly t_in_epochs: boolean;
}
