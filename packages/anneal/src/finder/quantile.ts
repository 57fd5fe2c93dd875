/** The value below which a share `q` of some numbers lies, between two of them by a straight line; NaN for none. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = new Float64Array(values).sort();
  const place = q * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

/** The middle one, or halfway between the middle two. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}
