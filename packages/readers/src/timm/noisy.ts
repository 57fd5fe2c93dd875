import { noise, type Plan } from "anneal";

/** timm's noise over a schedule. */
export interface Noise {
  readonly noise_range_t: number | readonly number[] | null;
  readonly noise_pct: number;
  readonly noise_std: number;
  readonly noise_seed: number;
}

/** A plan with noise in a range of time: from one, or from the first to the second; never before `first`. */
export function noisy(
  plan: Plan,
  { noise_range_t: range, noise_pct: limit, noise_std: deviation, noise_seed: seed }: Noise,
  first: number,
  distribution: "normal" | "uniform" = "normal",
): Plan {
  if (range === null) return plan;
  const [begin = 0, until] = typeof range === "number" ? [range] : range;
  const from = Math.max(first, begin);
  if (until !== undefined && until <= from) return plan;
  return noise({ plan, from, ...(until !== undefined && { until }), limit, deviation, seed, distribution });
}
