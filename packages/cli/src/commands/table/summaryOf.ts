import type { Schedule } from "anneal";

/** What a curve comes to. */
export interface Summary {
  readonly first: number;
  /** The largest value, and the first step that has it. */
  readonly peak: { readonly value: number; readonly step: number };
  /** The smallest value, and the first step that has it. */
  readonly lowest: { readonly value: number; readonly step: number };
  /** The value of the last step. */
  readonly final: number;
  /** The sum of the values of all steps: the area under the curve. */
  readonly area: number;
  readonly mean: number;
  /** The shares of the changes from one step to the next that go up, stay, and go down; they sum to 1. */
  readonly phases: { readonly rising: number; readonly flat: number; readonly falling: number };
  /** How many steps lie between two that were read; 1 where all were. */
  readonly every: number;
}

/** How many steps are read at most, and how many at once. */
const [MOST, ONCE] = [50_000_000, 65_536] as const;

/** Reads a curve at all of its steps; of a run that is longer than any, at some. */
export function summaryOf(at: Schedule, steps: number): Summary {
  const every = Math.ceil(steps / MOST);
  const buffer = new Float64Array(ONCE);
  const counts = { rising: 0, flat: 0, falling: 0 };
  let [peak, lowest] = [
    { value: -1 / 0, step: 0 },
    { value: 1 / 0, step: 0 },
  ];
  let [sum, lost, shares, before] = [0, 0, 0, Number.NaN];
  const read = Math.ceil(steps / every);
  for (let from = 0; from < read; from += ONCE) {
    const count = Math.min(ONCE, read - from);
    if (every === 1) at.fill(buffer.subarray(0, count), from);
    else for (let i = 0; i < count; i++) buffer[i] = at((from + i) * every);
    for (let i = 0; i < count; i++) {
      const value = buffer[i] as number;
      if (value > peak.value) peak = { value, step: (from + i) * every };
      if (value < lowest.value) lowest = { value, step: (from + i) * every };
      if (value > before) counts.rising++;
      else if (value < before) counts.falling++;
      else counts.flat++;
      before = value;
      // What a large sum loses of each small value is kept and added again.
      const next = value - lost;
      const total = sum + next;
      // A sum beyond all numbers has lost nothing that could be added again.
      lost = Number.isFinite(total) ? total - sum - next : 0;
      sum = total;
      shares += value / read;
    }
  }
  // The first value has none before it.
  const changes = Math.max(read - 1, 1);
  const phases = {
    rising: counts.rising / changes,
    flat: (counts.flat - (read > 1 ? 1 : 0)) / changes,
    falling: counts.falling / changes,
  };
  return {
    first: at(0),
    peak,
    lowest,
    final: at(steps - 1),
    area: sum * every,
    mean: Number.isFinite(sum) ? sum / read : shares,
    phases,
    every,
  };
}
