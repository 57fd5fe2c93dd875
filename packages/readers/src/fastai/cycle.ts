import { type Level, oneCycle, type Plan, piecewiseInterpolate } from "anneal";
import type { Reader } from "../entry.ts";
import { limited, list, nullable, number, optional } from "../parameter.ts";
import { level } from "./rate.ts";

/** A share of a fit. */
export const share = limited(number, "a share from 0 to 1", (share) => share >= 0 && share <= 1);

/** How many epochs a fit has. */
export const epochs = limited(number, "a number above 0", (epochs) => epochs > 0);

/** A number that something is divided by. */
export const divisor = limited(number, "a number above 0", (by) => by > 0);

/** The momentum at the beginning, at the peak of the rate and at the end. */
export const moms = nullable(limited(list(number), "three numbers", ({ length }) => length === 3));

/** A learner's own `moms`, unless it is made with others. */
const MOMS = [0.95, 0.85, 0.95];

/** The parameters of a cycle that have defaults of their own. */
export const cycled = { div_final: optional(divisor, 1e5), moms };

/** Through three levels on two half cosines. */
export function twoCosines(over: number, share: number, [from = 0, middle = 0, end = 0]: readonly Level[]): Plan {
  const at = [`${share * over} epochs`, `${over} epochs`] as const;
  return piecewiseInterpolate({ from, at, to: [middle, end], curve: "cosine" });
}

/** One cycle of the momentum, which is `mom` in fastai: of Adam it is the first beta. */
export function momentumOf(
  over: number,
  share: number,
  moms: readonly number[] | null,
  { context, place }: Reader,
): Plan {
  if (moms === null) {
    context.note("moms are the learner's own: (0.95, 0.85, 0.95), unless it was made with others.", place);
  }
  return twoCosines(over, share, moms ?? MOMS);
}

/** One cycle of the rate; fastai divides the peak itself by `div_final`. */
export function cycleOf(rate: number | null, over: number, share: number, div: number, final: number): Plan {
  const factors = { divFactor: div, finalDivFactor: final / div, inclusive: false };
  return oneCycle({ peak: level(rate), over: `${over} epochs`, pctStart: share, ...factors }).lr;
}
