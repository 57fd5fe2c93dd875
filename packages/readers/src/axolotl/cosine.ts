import { constant, type Plan, polynomial, sequence, warmupCosine } from "anneal";
import type { Context } from "../context.ts";
import { goesOn } from "../transformers/counts.ts";
import type { Place } from "../value.ts";
import type { Axolotl } from "./arguments.ts";

/** Where a schedule is read. */
interface Reading {
  readonly warmup: number;
  readonly steps: number;
  readonly context: Context;
  readonly place: Place | undefined;
}

/** The cosines that are axolotl's own, or nothing where the configuration asks for transformers'. */
export function cosineOf(given: Axolotl, reading: Reading): Plan | undefined {
  const { warmup, steps, context, place } = reading;
  const { lr_quadratic_warmup, cosine_min_lr_ratio: least, cosine_constant_lr_ratio: held } = given;
  const over = Math.max(1, steps - warmup);
  if (lr_quadratic_warmup) {
    if (least !== null)
      context.note("axolotl takes lr_quadratic_warmup, and cosine_min_lr_ratio does not count", place);
    goesOn(steps, reading);
    const fall = warmupCosine({ warmup: 0, over, cycles: 0.5 });
    return sequence(polynomial({ from: 0, to: "1x", over: warmup, k: 2, power: 1 }), fall);
  }
  if (!least) return undefined;
  for (const [name, share] of Object.entries({ cosine_min_lr_ratio: least, cosine_constant_lr_ratio: held ?? 0 })) {
    if (share < 0 || share > 1) context.problem(name, "a number from 0 to 1", String(share), place);
  }
  const to = `${least}x` as const;
  if (!held) {
    goesOn(steps, reading);
    return warmupCosine({ warmup, over, to, cycles: 0.5 });
  }
  const fallen = Math.trunc(steps * held);
  if (fallen < warmup) {
    context.problem("cosine_constant_lr_ratio", `past the warm-up (${warmup} updates)`, `${fallen} updates`, place);
    return undefined;
  }
  return sequence(warmupCosine({ warmup, over: Math.max(1, fallen - warmup), to }), constant({ value: to }));
}
