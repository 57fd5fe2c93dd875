import { quantile } from "./quantile.ts";

/** The smoothed losses of all seeds at each rate that at least half of them reached. */
export interface FinderBand {
  /** Below this lie 10 % of them. */
  readonly low: readonly number[];
  readonly median: readonly number[];
  /** Below this lie 90 %. */
  readonly high: readonly number[];
}

/** Cuts several curves across. */
export function band(curves: readonly (readonly number[])[], points: number): FinderBand {
  const across = Array.from({ length: points }, (_, i) => curves.flatMap((curve) => curve[i] ?? []));
  const at = (q: number) => across.map((values) => quantile(values, q));
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}
