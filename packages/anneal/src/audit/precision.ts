import type { LoggedRates } from "./loggedRates.ts";

/** How exactly a log has its rates, and how far a rate may therefore be from what is expected. */
export interface Precision {
  readonly text: string;
  tolerance(rate: number): number;
}

/** How many digits a number has, as it is written shortest: all that count, and those after the point. */
interface Digits {
  readonly significant: number;
  readonly decimals: number;
}

/** Up to so many rates are looked at. */
const MOST_READ = 8192;
/** Fewer different rates than these say little of how they were rounded: milestones are short numbers by themselves. */
const FEW = 4;
/** By so many digits that are not seen, each ten times less likely, significant digits and decimals are told apart. */
const TOLD = 3;

/**
 * The precisions that a log can have, the likeliest first; later ones are coarser, and only where few different rates
 * leave it open how they were rounded. One rate in all rows was hardly rounded away from others: it is a short number.
 */
export function precisionsOf(
  rates: Float64Array,
  peak: number,
  given?: number,
  written: Pick<LoggedRates, "decimals" | "significant"> = {},
  beside: readonly LoggedRates[] = [],
): readonly Precision[] {
  if (given !== undefined) {
    return [{ text: `a tolerance of ${given}`, tolerance: (rate) => given * (Math.abs(rate) + peak / 1000) }];
  }
  const seen = new Set<number>();
  const see = (all: ArrayLike<number>) => {
    const stride = Math.max(1, Math.floor(all.length / MOST_READ));
    for (let i = 0; i < all.length; i += stride) if (Number.isFinite(all[i])) seen.add(all[i] as number);
  };
  see(rates);
  const isConstant = seen.size === 1;
  // Few rates are written as those of the groups beside them are, which show more.
  if (seen.size < FEW) for (const one of beside) see(one.rates);
  const digits = [...seen].filter((rate) => rate !== 0).map(digitsOf);
  const most = (of: keyof Digits) => digits.reduce((best, one) => Math.max(best, one[of]), 0);
  const [significant, decimals] = [most("significant"), most("decimals")];
  /** How many digits are 0 and not seen, if every rate was rounded so: of each digit one time in ten. */
  const unseen = (of: keyof Digits) => digits.reduce((sum, one) => sum + most(of) - one[of], 0);
  const isSingle = significant > 9 && [...seen].every((rate) => Math.fround(rate) === rate);
  // What single precision computes is good to a few units of its last place, and near 0 to those of the peak.
  const fine = isSingle || (significant >= 7 && significant <= 9);
  const floor = (rate: number) => (fine ? 4e-6 * Math.abs(rate) + 4e-7 * peak : 1e-9 * Math.abs(rate) + 1e-12 * peak);
  const bySignificant = (count: number): Precision => ({
    text: `${count} significant digits`,
    tolerance: (rate) => floor(rate) + (rate === 0 ? 0 : 0.51 * 10 ** (exponentOf(rate) - count + 1)),
  });
  const byDecimals = (count: number): Precision => ({
    text: `${count} decimals`,
    tolerance: (rate) => floor(rate) + 0.51 * 10 ** -count,
  });
  if (written.significant !== undefined) return [bySignificant(written.significant)];
  if (written.decimals !== undefined) return [byDecimals(written.decimals)];
  if (isSingle) return [{ text: "32 bits", tolerance: floor }];
  if (significant >= 15) return [{ text: "64 bits", tolerance: floor }];
  const least = Math.max(significant, 2);
  const rounded = bySignificant(least);
  const fixed = byDecimals(decimals);
  // Where it was the one, the other is finer: of both, what allows more is right in any case.
  const either: Precision = {
    text: `${least} significant digits or ${decimals} decimals`,
    tolerance: (rate) => Math.max(rounded.tolerance(rate), fixed.tolerance(rate)),
  };
  if (digits.length < FEW) {
    const coarse = significant < 3 ? [rounded] : [];
    return [bySignificant(Math.max(significant, 3)), ...coarse, ...(decimals >= 3 && !isConstant ? [fixed] : [])];
  }
  const more = unseen("decimals") - unseen("significant");
  return Math.abs(more) < TOLD ? [either] : [more > 0 ? rounded : fixed, either];
}

function digitsOf(rate: number): Digits {
  const [mantissa = "", exponent = "0"] = String(Math.abs(rate)).split("e");
  const [whole = "", part = ""] = mantissa.split(".");
  const significant = (whole + part).replace(/^0+/, "").replace(/0+$/, "").length;
  return { significant, decimals: Math.max(0, part.length - Number(exponent)) };
}

function exponentOf(rate: number): number {
  return Math.floor(Math.log10(Math.abs(rate)) + 1e-12);
}
