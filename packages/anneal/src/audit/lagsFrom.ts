import { minima } from "./minima.ts";
import type { Subject } from "./subject.ts";

/** By how many updates the schedule lags from a row on, and how far that explains the log. */
export interface Lag {
  readonly lag: number;
  /** The first row that it does not explain. */
  readonly until: number;
}

/** So many lags are tried, and so many rows are read of one. */
const MOST_LAGS = 2 ** 14;
const MOST_READ = 256;

/**
 * The lags between two that explain the most of the rows from one on, the best first. Of lags that explain as many, as
 * the digits of a log may allow, the one that leaves the least comes first, then the latest. Lags that are not
 * allowed are left out.
 */
export function lagsFrom(
  subject: Subject,
  row: number,
  least: number,
  most: number,
  allows: (lag: number) => boolean = () => true,
): readonly Lag[] {
  const { updates, resumes } = subject.logged;
  const count = Math.floor(most) - Math.ceil(least);
  if (count < 0) return [];
  const stride = Math.max(1, Math.ceil(count / MOST_LAGS));
  const lags = new Set<number>(resumes.filter((update) => update >= least && update <= most));
  for (let lag = Math.floor(most); lag >= least; lag -= stride) lags.add(lag);
  if (stride > 1) {
    // Between the lags of a coarse grid the best ones are looked for by how much they leave.
    const grid = Array.from({ length: 257 }, (_, i) => least + ((most - least) * i) / 256);
    const from = subject.update(row);
    for (const best of minima((lag) => subject.misfit((update) => subject.plain(update - lag), 0, from), grid, 6)) {
      for (let by = -1; by <= 1; by++) lags.add(Math.round(best) + by);
    }
  }
  const gap = Math.max(1, Math.floor((updates.length - row) / MOST_READ));
  // A step of stairs between two rows that are read would stand anywhere: the rows beside the largest changes are read too.
  const rows = new Set(subject.sample.filter((at) => at >= row));
  for (let at = row; at < updates.length; at += gap) rows.add(at);
  const inOrder = Int32Array.from(rows).sort();
  let best: { lag: number; read: number; off: number }[] = [];
  for (const lag of lags) {
    let [read, off] = [0, 0];
    for (const at of inOrder) {
      const rate = subject.plain(subject.update(at) - lag);
      if (!subject.isRate(at, rate)) break;
      off += Math.abs(rate - subject.rate(at));
      read++;
    }
    const most = best[0]?.read ?? 1;
    if (read < most) continue;
    if (!allows(lag)) continue;
    if (read > most) best = [];
    best.push({ lag, read, off: off / read });
  }
  const isHint = (lag: number) => +resumes.includes(lag);
  best.sort((a, b) => isHint(b.lag) - isHint(a.lag) || a.off - b.off || b.lag - a.lag);
  return best.slice(0, 3).map(({ lag }) => {
    let until = row;
    while (until < updates.length && subject.isRate(until, subject.plain(subject.update(until) - lag))) until++;
    return { lag, until };
  });
}
