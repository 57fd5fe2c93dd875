import { exponential, linearWarmup, piecewise, sequence } from "anneal";
import { float, int } from "../numerals.ts";
import { nullable, optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `fixed`: a rate for each epoch, the last one held, or shrunk in each epoch from `force_anneal` on. */
export const fixed = schedule(
  {
    rates: "several",
    parameters: { force_anneal: nullable(int), lr_shrink: optional(float, 0.1), warmup_updates: optional(int, 0) },
  },
  ({ force_anneal, lr_shrink, warmup_updates: over }, { lr }) => {
    const [first, ...next] = lr;
    const listed = piecewise({
      from: next.length > 0 ? first : "1x",
      at: next.map((_, i) => `${i + 1} epochs` as const),
      to: next,
    });
    const shrunk = exponential({
      from: next.length > 0 ? (lr.at(-1) as number) * lr_shrink : `${lr_shrink}x`,
      factor: lr_shrink,
      every: "1 epochs",
      staircase: true,
    });
    // Its epochs count from 1, and 0 is none.
    const annealed = force_anneal !== null && force_anneal !== 0;
    const until = `${Math.max((force_anneal ?? 1) - 1, 0)} epochs` as const;
    const plan = annealed ? sequence({ plan: listed, until }, shrunk) : listed;
    return {
      plan: over > 0 ? linearWarmup({ plan, over }) : plan,
      byEpochs: annealed || next.length > 0,
    };
  },
);
