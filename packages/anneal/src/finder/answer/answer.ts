import { format } from "../../format.ts";
import type { FinderRun } from "../record.ts";
import { agreement, middle } from "./agreement.ts";
import { CLEAR, type Reading } from "./reading.ts";
import { AGAINST, type FinderReason } from "./reasons.ts";

/** An interval of rates to train with. */
export interface FinderInterval {
  readonly found: true;
  /** The lowest rate of the interval. */
  readonly from: number;
  /** The highest. */
  readonly to: number;
  /** The one in the middle, on a logarithmic scale. */
  readonly rate: number;
  /** How much there is against it: nothing, one reason, or several. */
  readonly confidence: "high" | "medium" | "low";
  readonly reasons: readonly FinderReason[];
}

/** No interval, and why. */
export interface NoAnswer {
  readonly found: false;
  readonly reasons: readonly FinderReason[];
}

/** The answer of a search. */
export type FinderAnswer = FinderInterval | NoAnswer;

/** Fewer points than this make no curve. */
const FEWEST = 10;
/** A fall of fewer standard errors is faint. */
const FAINT = 2 * CLEAR;

/** Answers from what all ramps together say, and from what each of them says. */
export function answer(
  rates: readonly number[],
  runs: readonly FinderRun[],
  ramps: readonly (readonly number[])[],
  whole: Reading,
  each: readonly Reading[],
): FinderAnswer {
  const reasons: FinderReason[] = [];
  const say = (code: FinderReason["code"], text: string) => reasons.push({ code, text });
  const none = (code: FinderReason["code"], text: string): NoAnswer => ({ found: false, reasons: [{ code, text }] });
  const rateAt = (i: number) => rates[i] as number;
  const shown = (rate: number) => format(Number(rate.toPrecision(2)));
  const points = whole.fit.losses.length;
  const broke = ramps.length > 0 && runs.some(({ ended }) => ended === "diverged" || ended === "nonFinite");

  if (ramps.length === 0) return none("incomplete", "no ramp came to its end");
  if (points < FEWEST) {
    const made = `${points} losses before the end, and a curve needs ${FEWEST}`;
    return broke
      ? none("divergedAtOnce", `the loss diverges at the first rates (${made}): search from a lower rate`)
      : none("tooShort", `only ${made}`);
  }
  const found = agreement(rates, each);
  if (whole.fall < CLEAR && found.improved === 0) {
    return broke || whole.rise > CLEAR
      ? none("neverImproved", "the loss rises and never falls before: search from a lower rate, or longer")
      : none("flat", "the loss stays as it is at every rate: search up to a higher rate, or longer");
  }
  if (whole.fall < CLEAR || found.spread > 10 || found.improved * 3 < each.length * 2) {
    const some =
      found.improved < each.length ? `the loss falls for ${found.improved} of ${each.length} only` : undefined;
    const apart = `the rates at which it falls are a factor of ${shown(found.spread)} apart`;
    return none("noisy", `the seeds disagree (${some ?? apart}): take larger batches, or more updates`);
  }
  const [from, to] = [rateAt(whole.from), rateAt(whole.to)];
  say("falls", `from ${shown(from)} to ${shown(to)} the loss falls at least half as fast as where it falls fastest`);
  if (whole.rise > CLEAR) say("turns", `it is lowest at ${shown(rateAt(whole.bottom))}, and rises above that`);
  else say("stillFalling", `it does not rise again up to ${shown(rateAt(points - 1))}: search up to a higher rate`);
  if (whole.from === 0) say("alreadyFalling", `it falls from the lowest rate on: search from a lower one`);
  if (each.length < 2) say("oneCurve", "one curve only: give more seeds, and data or dropout that depend on them");
  else if (found.spread > 3) say("seedsDiffer", `the seeds' rates differ by a factor of ${shown(found.spread)}`);
  else say("seedsAgree", `the rates of ${each.length} seeds are within a factor of ${shown(found.spread)}`);
  if (whole.fall < FAINT) say("faint", `the fall is ${shown(whole.fall)} standard errors of the fitted curve`);
  if (ramps.length < runs.length) say("incomplete", `only ${ramps.length} of ${runs.length} ramps came to their end`);
  const against = reasons.reduce((sum, { code }) => sum + AGAINST[code], 0);
  const confidence = (["high", "medium"] as const)[against] ?? "low";
  return { found: true, from, to, rate: middle(from, to), confidence, reasons };
}
