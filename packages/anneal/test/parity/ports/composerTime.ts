import type { Time } from "../../../src/index.ts";

/** The facts of a run in Composer. */
export interface Trainer {
  readonly dataloader_len: number;
  readonly samples_per_batch: number;
  readonly tokens_per_batch: number;
  readonly max_duration: string;
  readonly scale_schedule_ratio: number;
}

/** A time as Composer has it: a whole amount of batches, samples or tokens. */
export interface Amount {
  readonly count: number;
  readonly unit: "ba" | "sp" | "tok";
  /** How much of it a batch is. */
  readonly each: number;
}

/** Composer's "0.5dur", "3ep", "100ba", "6400sp", "1e6tok"; undefined for seconds, which no plan can be in. */
export function amountOf(text: string, trainer: Trainer, ratio = 1): Amount | undefined {
  const [, digits, name] = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(\w+)$/.exec(text) as unknown as [string, string, string];
  const { dataloader_len, samples_per_batch, tokens_per_batch, max_duration, scale_schedule_ratio } = trainer;
  const count = Number(digits);
  if (name === "dur") {
    const [, all, unit] = /^(\d+)(\w+)$/.exec(max_duration) as unknown as [string, string, string];
    const whole = Math.trunc(Number(all) * scale_schedule_ratio);
    if (unit === "ep") return amountOf(`${Math.trunc(count * dataloader_len * whole)}ba`, trainer);
    return amountOf(`${Math.trunc(count * whole)}${unit}`, trainer);
  }
  if (name === "ep") return amountOf(`${count * dataloader_len}ba`, trainer, ratio);
  const each = { ba: 1, sp: samples_per_batch, tok: tokens_per_batch }[name];
  return each === undefined ? undefined : { count: Math.trunc(count * ratio), unit: name as Amount["unit"], each };
}

/** The same in our words. */
export function timeOf({ count, unit }: Amount): Time {
  return unit === "ba" ? count : `${count} ${unit === "sp" ? "samples" : "tokens"}`;
}
