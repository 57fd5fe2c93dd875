import { cosine, restarts, sequence } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { ignored, limited, number, optional, whole } from "../parameter.ts";
import { cycled, cycleOf, divisor, epochs, momentumOf, moms, share, twoCosines } from "./cycle.ts";
import { learnerRate, level, rate, ratesOf } from "./rate.ts";

const rest = { cbs: ignored, reset_opt: ignored, start_epoch: ignored };

/** One cycle of the rate, and of the momentum against it. */
export const fit_one_cycle: Entry = entry(
  {
    n_epoch: epochs,
    lr_max: rate,
    div: optional(divisor, 25),
    div_final: cycled.div_final,
    pct_start: optional(share, 0.25),
    wd: ignored,
    moms,
    ...rest,
  },
  ({ n_epoch, lr_max, div, div_final, pct_start, moms }, reader) => {
    const lr = ratesOf(lr_max, reader)?.map((rate) => cycleOf(rate, n_epoch, pct_start, div, div_final));
    const momentum = momentumOf(n_epoch, pct_start, moms, reader);
    return lr && { program: { lr: only(lr), momentum }, ...learnerRate(lr_max, reader), unit: "update" };
  },
);

/** A rate that is held, then falls on half a cosine. */
export const fit_flat_cos: Entry = entry(
  { n_epoch: epochs, lr: rate, div_final: cycled.div_final, pct_start: optional(share, 0.75), wd: ignored, ...rest },
  ({ n_epoch, lr: given, div_final, pct_start }, reader) => {
    const lr = ratesOf(given, reader)?.map((rate) =>
      twoCosines(n_epoch, pct_start, [level(rate), level(rate), level(rate, div_final)]),
    );
    return lr && { program: { lr: only(lr) }, ...learnerRate(given, reader), unit: "update" };
  },
);

/** Half cosines, one after another. */
export const fit_sgdr: Entry = entry(
  {
    n_cycles: limited(whole, "a whole number from 1", (cycles) => cycles >= 1),
    cycle_len: epochs,
    lr_max: rate,
    // fastai divides by cycle_mult - 1.
    cycle_mult: optional(
      limited(number, "a number other than 1", (growth) => growth !== 1),
      2,
    ),
    cbs: ignored,
    reset_opt: ignored,
    wd: ignored,
    start_epoch: ignored,
  },
  ({ n_cycles: cycles, cycle_len, lr_max, cycle_mult: growth }, reader) => {
    const lr = ratesOf(lr_max, reader)?.map((rate) =>
      restarts({ plan: cosine({ from: level(rate), to: 0, over: `${cycle_len} epochs` }), growth, cycles }),
    );
    return lr && { program: { lr: only(lr) }, ...learnerRate(lr_max, reader), unit: "update" };
  },
);

/** The last group alone first, the others at a tenth; then all of them, from a small part of half the rate to it. */
export const fine_tune: Entry = entry(
  {
    epochs,
    base_lr: optional(number, 2e-3),
    freeze_epochs: optional(epochs, 1),
    lr_mult: optional(divisor, 100),
    pct_start: optional(share, 0.3),
    div: optional(divisor, 5),
    ...cycled,
    wd: ignored,
    ...rest,
  },
  ({ epochs, base_lr, freeze_epochs, lr_mult, pct_start, div, div_final, moms }, reader) => {
    const half = base_lr / 2;
    const frozen = ratesOf({ last: base_lr }, reader);
    const all = ratesOf({ first: half / lr_mult, last: half }, reader);
    if (!frozen || !all) return undefined;
    reader.context.note(
      "fine_tune fits twice: frozen with another pct_start (0.99) and div (25), then all of it.",
      reader.place,
    );
    const lr = all.map((rate, group) =>
      sequence(
        cycleOf(frozen[group] ?? null, freeze_epochs, 0.99, 25, div_final),
        cycleOf(rate, epochs, pct_start, div, div_final),
      ),
    );
    const momentum = sequence(
      momentumOf(freeze_epochs, 0.99, moms, reader),
      momentumOf(epochs, pct_start, moms, reader),
    );
    return { program: { lr: only(lr), momentum }, unit: "update" };
  },
);

/** One plan for all groups where there is one alone. */
function only<T>(plans: readonly T[]): T | readonly T[] {
  const [first] = plans;
  return first !== undefined && plans.length === 1 ? first : plans;
}
