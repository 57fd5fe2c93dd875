import type { Rates } from "./rates.ts";

/** What Megatron asserts of the rates; `most` is the rate they are multiples of. */
export function checkRates(
  { initial, least, warmup, decay }: Rates,
  most: number,
  refuse: (name: string, expected: string) => void,
): void {
  if (least < 0) refuse("min_lr", "a number from 0");
  if (most < least) refuse("min_lr", `at most --lr (${most})`);
  if (initial > most) refuse("lr_warmup_init", `at most --lr (${most})`);
  if (decay <= 0) refuse("lr_decay_iters", "a length above 0");
  else if (warmup >= decay) refuse("lr_warmup_iters", "a warm-up shorter than the length over which the rate falls");
}
