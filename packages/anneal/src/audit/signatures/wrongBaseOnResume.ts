import { rateText } from "../evidence.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import type { Subject } from "../subject.ts";

/** So many updates are tried as the one of the resume, so many just before a step, and so many rows are read of each. */
const MOST = 512;
const NEAR = 64;
const MOST_READ = 64;

/** From an update on the rate of that moment is taken for the base rate. */
export const wrongBaseOnResume: Signature = {
  name: "wrongBaseOnResume",
  title: "a decayed rate taken for the base rate",
  severity: "error",
  mend: "give the scheduler the base rate that was planned (`initial_lr`), and load the optimizer's state before it is made",
  find(subject) {
    const { row, bad, good, shift } = subject.before;
    if (row < 1 || row >= subject.logged.updates.length) return [];
    const { base = subject.at(subject.warmup ?? 0) } = subject.run;
    if (!(base > 0)) return [];
    const resumes = new Set(subject.logged.resumes.filter((update) => update <= bad));
    // Most resumes show at once, or lie a little before the step that the log goes back to.
    for (const resume of [...resumes, bad]) {
      for (let at = resume; at >= Math.max(resume - NEAR, 1); at--) resumes.add(at);
    }
    for (let at = bad; at >= 1; at -= Math.max(1, Math.ceil((at > good ? bad - good : good) / MOST))) resumes.add(at);
    let best: { read: number; found: Rebased[] } = { read: 1, found: [] };
    for (const at of resumes) {
      for (const by of [0, -1, 1]) {
        for (const one of guesses(subject, at, base, subject.plain(at + by))) {
          const read = rowsRead(subject, one);
          if (read > best.read) best = { read, found: [] };
          if (read === best.read) best.found.push(one);
        }
      }
    }
    // Rows before it have to tell that it was not so all along.
    const isContradicted = ({ always }: Rebased) => {
      for (let one = 0; one < row; one++) if (!subject.isRate(one, always(subject.update(one) + shift))) return true;
      return false;
    };
    return best.found.slice(0, 4).filter(isContradicted);
  },
};

interface Rebased extends Hypothesis {
  /** The rate of an update as if it had been so from the beginning. */
  always(update: number): number;
}

/** The plan with another base, from its beginning on, or from where the run was. */
function guesses(subject: Subject, at: number, base: number, rate: number): readonly Rebased[] {
  const { before, run } = subject;
  const { shift, bad } = before;
  if (!(rate > 0) || Math.abs(rate - base) < 1e-9 * base) return [];
  const other = subject.isRelative
    ? (position: number) => (rate / base) * subject.at(position)
    : run.base === undefined
      ? undefined
      : subject.built({ ...run, base: rate });
  if (!other) return [];
  return [at, 0].map((origin) => ({
    cost: 3,
    text: `from ${subject.updateText(at)} on ${rateText(rate)}, the rate of that moment, is the base rate${origin ? ", and the curve starts again" : ""}`,
    numbers: { at, base: rate, factor: rate / base },
    shifts: [shift],
    always: (update) => other(subject.position(update - origin)),
    at: (update) => (update - shift >= bad ? other(subject.position(update - origin)) : subject.plain(update)),
  }));
}

/** How many of some rows from the first wrong one on it explains, one after another. */
function rowsRead(subject: Subject, { at, always, numbers }: Rebased): number {
  const { row, shift } = subject.before;
  // Between the resume and what shows it there may only be rows that are the same either way.
  if (!subject.areRates((numbers.at as number) + 1.5, row, always, shift)) return 0;
  const { length } = subject.logged.updates;
  const gap = Math.max(1, Math.floor((length - row) / MOST_READ));
  let read = 0;
  for (let one = row; one < length && subject.isRate(one, at(subject.update(one) + shift)); one += gap) read++;
  return read;
}
