import { constant, type Plan, product } from "anneal";
import type { Context } from "../context.ts";
import type { Place } from "../value.ts";
import type { Axolotl } from "./arguments.ts";

/** Where a schedule is read. */
interface Reading {
  readonly warmup: number;
  readonly steps: number;
  readonly context: Context;
  readonly place: Place | undefined;
}

/**
 * `lr_scheduler: rex`, a reflected exponential: `z / (0.1 + 0.9 z)` of the share z of the updates that is left, of which
 * the first counts as done when it begins.
 */
export function rexOf({ cosine_min_lr_ratio }: Axolotl, { warmup, steps, context, place }: Reading): Plan | undefined {
  const least = cosine_min_lr_ratio ?? 0;
  if (least < 0 || least > 1) context.problem("cosine_min_lr_ratio", "a number from 0 to 1", String(least), place);
  if (warmup > steps) context.problem("warmup_steps", `at most the updates (${steps})`, String(warmup), place);
  if (context.issues.length > 0) return undefined;
  const share = (update: number): number => {
    const done = update + 1;
    if (done <= warmup) return done / warmup;
    const left = (steps - done) / (steps - warmup);
    return done < steps ? least + (1 - least) * (left / (0.1 + 0.9 * left)) : least;
  };
  return product(constant({ value: "1x" }), context.custom(share));
}
