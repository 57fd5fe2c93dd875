/** The lowest and the highest value of a curve in each column of a picture, and where it enters and leaves the column. */
export interface Envelope {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** How often a curve is read in one column: a change between two readings is drawn all the same, only not its exact place. */
const READS = 64;

const GOLDEN = 0.6180339887498949;

/**
 * Reads a curve over a run of so many steps: at every step of a short one, and so often in each column of a long one;
 * at its changes, which are in order, and just before them in any case.
 */
export function envelopeOf(
  at: (step: number) => number,
  steps: number,
  columns: number,
  changes: readonly number[],
): Envelope {
  const [low, high, first, last] = Array.from({ length: 4 }, () => new Float64Array(columns).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const most = Math.max(steps - 1, 0);
  let [read, next] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const [from, to] = [(column * most) / columns, ((column + 1) * most) / columns];
    const reads = Math.min(READS, Math.max(Math.ceil(to) - Math.floor(from), 1));
    const places: number[] = [];
    for (let k = 0; k <= reads; k++) {
      // At equal distances all readings could fall on one place of a cycle; the golden ratio's multiples fall everywhere.
      const off = reads === READS && k > 0 && k < reads ? ((read++ * GOLDEN) % 1) - 0.5 : 0;
      places.push(Math.min(Math.round(from + ((to - from) * (k + off)) / reads), most));
    }
    for (; (changes[next] as number) <= to; next++) {
      const change = changes[next] as number;
      places.push(Math.max(change - 1, Math.ceil(from)), change);
    }
    let before = Number.NaN;
    for (const step of places.sort((a, b) => a - b)) {
      const value = at(step);
      if (!Number.isFinite(value)) continue;
      if (Number.isNaN(before)) first[column] = value;
      before = value;
      last[column] = value;
      low[column] = Math.min(Number.isNaN(low[column] as number) ? value : (low[column] as number), value);
      high[column] = Math.max(Number.isNaN(high[column] as number) ? value : (high[column] as number), value);
    }
  }
  return { low, high, first, last };
}
