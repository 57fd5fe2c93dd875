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
/** A flat curve's fit wanders by so many as often as not, and by more as seldom as a real fall is that small. */
const CHANCE = CLEAR / 2;

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
  const calmer = "take larger batches, more updates, or `evaluate` on held-out data";
  if (!whole.clear && found.improved === 0) {
    const rises = broke || whole.rise > CLEAR;
    if (whole.fall > (rises ? CHANCE : CLEAR)) {
      const errors = format(Math.round(whole.fall));
      return none("noisy", `the loss falls by ${errors} standard errors, too unevenly to tell where: ${calmer}`);
    }
    return rises
      ? none("neverImproved", "the loss rises and does not clearly fall before: search from a lower rate, or longer")
      : none("flat", "the loss stays as it is at every rate: search up to a higher rate, or longer");
  }
  if (!whole.clear || found.spread > 10 || found.improved * 3 < each.length * 2) {
    const few =
      found.improved < each.length
        ? `for ${found.improved} of ${each.length} seeds only`
        : "for each seed, not for all together";
    return found.spread > 10
      ? none("noisy", `the seeds disagree (they fall at rates a factor of ${shown(found.spread)} apart): ${calmer}`)
      : none("noisy", `noise hides the fall (it is clear ${few}): ${calmer}`);
  }
  const [from, to] = [rateAt(whole.from), rateAt(whole.to)];
  say("falls", `from ${shown(from)} to ${shown(to)} the loss falls at least half as fast as where it falls fastest`);
  if (whole.rise > CLEAR) say("turns", `it is lowest at ${shown(rateAt(whole.bottom))}, and rises above that`);
  else say("stillFalling", `it does not rise again up to ${shown(rateAt(points - 1))}: search up to a higher rate`);
  if (whole.from === 0) say("alreadyFalling", `it falls from the lowest rate on: search from a lower one`);
  const agreeing = `${found.improved}${found.improved < each.length ? ` of ${each.length}` : ""}`;
  if (each.length < 2) say("oneCurve", "one curve only: give more seeds, and data or dropout that depend on them");
  else if (found.spread > 3) say("seedsDiffer", `the seeds' rates differ by a factor of ${shown(found.spread)}`);
  else say("seedsAgree", `the rates of ${agreeing} seeds are within a factor of ${shown(found.spread)}`);
  if (whole.fall < FAINT) say("faint", `the fall is ${shown(whole.fall)} standard errors of the fitted curve`);
  if (ramps.length < runs.length) say("incomplete", `only ${ramps.length} of ${runs.length} ramps came to their end`);
  const against = reasons.reduce((sum, { code }) => sum + AGAINST[code], 0);
  const confidence = (["high", "medium"] as const)[against] ?? "low";
  return { found: true, from, to, rate: middle(from, to), confidence, reasons };
}
