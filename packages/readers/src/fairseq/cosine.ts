import { restarts, warmup, cosine as wave } from "anneal";
import { float, int } from "../numerals.ts";
import { nullable, optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `cosine`: a warm-up, then restarts whose lengths grow by `t_mult` and whose rates shrink by `lr_shrink`. */
export const cosine = schedule(
  {
    parameters: {
      warmup_updates: optional(int, 0),
      warmup_init_lr: optional(float, -1),
      min_lr: optional(float, 0),
      max_lr: nullable(float),
      t_mult: optional(float, 1),
      lr_period_updates: optional(float, -1),
      lr_shrink: optional(float, 0.1),
    },
  },
  (given, { context, options, lr, maxUpdate, refuse }) => {
    const { warmup_updates: over, warmup_init_lr: init, t_mult: growth, lr_shrink: factor, max_lr } = given;
    // Until 0.10 --lr was the lower rate, and --max-lr the upper one.
    const [base, to] = max_lr === null ? [lr[0], given.min_lr] : [max_lr, lr[0]];
    if (max_lr !== null) {
      context.note(
        "--max-lr with cosine is of fairseq before 0.10: it is the highest rate, and --lr the lowest.",
        options("max_lr")?.place,
      );
    }
    if (base <= to) refuse(max_lr === null ? "lr" : "max_lr", `more than the lowest rate (${to})`);
    const byRun = given.lr_period_updates <= 0;
    if (byRun && maxUpdate <= 0) refuse("lr_period_updates", "a period above 0, or --max-update");
    const period = byRun ? maxUpdate - over : given.lr_period_updates;
    if (maxUpdate > over + period && factor !== 1) {
      const text = `The run is longer than its first period: each later one starts at ${factor} of the one before (--lr-shrink).`;
      context.note(text, options("lr_shrink")?.place);
    }
    const cycle = wave({ from: "1x", to, over: period });
    const plan = restarts({ plan: cycle, growth, factor, toFactor: factor });
    return { plan: warmup({ plan, over, from: init < 0 ? to : init }), base };
  },
);
