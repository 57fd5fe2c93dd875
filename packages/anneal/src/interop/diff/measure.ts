import type { Difference } from "./difference.ts";

/** What is measured of two curves, before a cause is looked for. */
export interface Measured extends Omit<Difference, "cause"> {
  /** The last step whose values differ; -1 when none do. */
  readonly last: number;
  /** The largest finite value of both. */
  readonly peak: number;
}

/** Compares two curves step by step; `tolerance` is relative, and a thousandth of it relative to the largest value. */
export function measure(a: Float64Array, b: Float64Array, tolerance: number): Measured {
  let peak = 0;
  for (const values of [a, b]) {
    for (const value of values) if (Math.abs(value) > peak && Number.isFinite(value)) peak = Math.abs(value);
  }
  const [absolute, relative] = [
    { value: 0, step: 0 },
    { value: 0, step: 0 },
  ];
  let [first, last, count, sum, all]: [number | undefined, number, number, number, number] = [undefined, -1, 0, 0, 0];
  for (let step = 0; step < a.length; step++) {
    const [x, y] = [a[step] as number, b[step] as number];
    // Two values that are no numbers, or infinite, are the same.
    const off = Object.is(x, y) ? 0 : Math.abs(x - y);
    const size = Math.max(Math.abs(x), Math.abs(y));
    sum += off;
    if (Number.isFinite(x)) all += Math.abs(x);
    if (off === 0 || (off < 1 / 0 && off <= tolerance * (size + peak / 1000))) continue;
    first ??= step;
    last = step;
    count++;
    keep(absolute, off, step);
    keep(relative, off < 1 / 0 ? off / size : off, step);
  }
  const share = sum < 1 / 0 ? sum / all || 0 : sum;
  return { first, last, count, absolute, relative, integrated: { absolute: sum, relative: share }, peak };
}

/** The larger one, or the first that is no number. */
function keep(most: { value: number; step: number }, value: number, step: number): void {
  if (!(value <= most.value) && !Number.isNaN(most.value)) Object.assign(most, { value, step });
}
