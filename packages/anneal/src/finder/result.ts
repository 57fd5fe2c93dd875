import type { Geometric } from "../kinds/geometric.ts";
import type { Linear } from "../kinds/linear.ts";
import { answer, type FinderAnswer } from "./answer/answer.ts";
import { read } from "./answer/reading.ts";
import { band, type FinderBand } from "./band.ts";
import type { Finder } from "./options.ts";
import type { FinderRun } from "./record.ts";
import { type Suggestions, suggestions } from "./suggest/suggestions.ts";

/** The proof that all is as it was: 128-bit hash (MurmurHash3) of the snapshot before the first update and after the last restoring. */
export interface Restored {
  readonly before: string;
  /** Null when nothing could be read any more. */
  readonly after: string | null;
  /** Whether they are the same. */
  readonly same: boolean;
}

/** What a search found: plain JSON, `JSON.stringify` and back gives the same. */
export interface FinderResult {
  readonly version: 1;
  /** The rates as a plan. */
  readonly plan: Geometric | Linear;
  /** The rates that were reached by any seed, one for each update. */
  readonly rates: readonly number[];
  /** One ramp for each seed. */
  readonly runs: readonly FinderRun[];
  /** The smoothed losses across the seeds. */
  readonly band: FinderBand;
  /** The robust fit through the losses of all seeds: `losses`, and their `slopes`, d(loss) / d(ln rate). */
  readonly fit: { readonly losses: readonly number[]; readonly slopes: readonly number[] };
  /** What the common rules suggest for the median of the band; null where there are too few points for one. */
  readonly suggestions: Suggestions;
  /** The interval to train in, or why there is none. */
  readonly answer: FinderAnswer;
  readonly restored: Restored;
}

/** Reads the ramps and puts the result together. */
export function resultOf(
  finder: Finder,
  plan: Geometric | Linear,
  allRates: readonly number[],
  runs: readonly FinderRun[],
  restored: Restored,
): FinderResult {
  const reach = Math.max(3, Math.round(finder.updates / 16));
  const rates = allRates.slice(0, Math.max(0, ...runs.map(({ losses }) => losses.length)));
  const complete = runs.filter(({ ended }) => ended !== "aborted" && ended !== "failed");
  const ramps = complete.map(({ losses }) => losses);
  const whole = read(rates, ramps, reach);
  const distinct = ramps.filter((ramp, i) => ramps.findIndex((other) => `${other}` === `${ramp}`) === i);
  const across = band(
    complete.map(({ smoothed }) => smoothed),
    whole.fit.losses.length,
  );
  const each = distinct.map((ramp) => read(rates, [ramp], reach));
  return {
    version: 1,
    plan,
    rates,
    runs,
    band: across,
    fit: whole.fit,
    suggestions: suggestions(rates, across.median, finder.updates),
    answer: answer(rates, runs, ramps, whole, each),
    restored,
  };
}
