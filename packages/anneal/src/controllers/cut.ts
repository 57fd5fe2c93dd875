/** A limit of one group, where there may be one for all. */
export function limitOf(limit: number | readonly number[], group: number): number {
  return typeof limit === "number" ? limit : (limit[group] as number);
}

/** The scale after a cut that leaves the rate at `least` or above; the same one when the rate would hardly change. */
export function cut(scale: number, rate: number, factor: number, least: number, eps: number): number {
  const next = Math.max(scale * factor, least && scale * (least / rate));
  // Without eps a scale is cut even where the plan is at 0.
  const counts = eps === 0 || rate - Math.max(rate * factor, least) > eps;
  return counts && next < scale ? next : scale;
}
