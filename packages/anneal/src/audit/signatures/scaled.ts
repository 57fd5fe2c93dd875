import { format } from "../../format.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import type { Subject } from "../subject.ts";

/** All rates are so many times what was planned. */
export const scaled: Signature = {
  name: "scaled",
  title: "all rates times a factor",
  severity: "error",
  mend: "give the base rate that was planned; trainers multiply it by the number of processes or the batch size, or take their own",
  find(subject) {
    const { shifts } = subject.logged;
    const { row, shift, bad } = subject.before;
    const whole = shifts.flatMap((by) => guess(subject, 0, by));
    return row > 0 && row < subject.logged.updates.length ? [...whole, ...guess(subject, bad, shift)] : whole;
  },
};

/** The middle of the factors of the sampled rows from an update on; and that of the largest rates, where others are wrong too. */
function guess(subject: Subject, from: number, shift: number): readonly Hypothesis[] {
  const factors: number[] = [];
  let largest = 0;
  for (const row of subject.sample) {
    const plain = subject.plain(subject.update(row) + shift);
    // Small rates have few digits where a log's decimals are fixed.
    if (subject.update(row) >= from && plain > 0.05 * subject.peak) factors.push(subject.rate(row) / plain);
    largest = Math.max(largest, subject.rate(row));
  }
  factors.sort((a, b) => a - b);
  const middle = factors[factors.length >> 1] ?? 0;
  const ofPeak = from > 0 ? [] : timesBy(subject, largest / subject.peak, from, shift);
  return [...timesBy(subject, middle, from, shift), ...ofPeak];
}

function timesBy(subject: Subject, middle: number, from: number, shift: number): readonly Hypothesis[] {
  if (!(middle > 0 && middle < 1 / 0)) return [];
  const { processes = 1, accumulate = 1 } = subject.options;
  const all = [processes, accumulate, processes * accumulate].flatMap((n) => [
    n,
    1 / n,
    Math.sqrt(n),
    1 / Math.sqrt(n),
  ]);
  const known = all.find((one) => one !== 1 && Math.abs(one / middle - 1) < 1e-3);
  const simple = Number(middle.toPrecision(3));
  return [...new Set([...(known ? [known] : []), simple, middle])]
    .filter((factor) => factor !== 1)
    .flatMap((factor) => {
      const since = from > 0 ? `from ${subject.updateText(from)} on ` : "";
      const times = `${format(Number(factor.toPrecision(6)))} times`;
      const told = {
        cost: (factor === known ? 1 : 2) + (from > 0 ? 1.5 : 0),
        numbers: { factor, ...(from > 0 && { at: from }) },
        shifts: [shift],
      };
      const isSince = (update: number) => update - shift >= from;
      const all = {
        ...told,
        text: `${since}the rates are ${times} the plan's`,
        at: (update: number) => subject.plain(update) * (isSince(update) ? factor : 1),
      };
      const { base } = subject.run;
      // Rates that the plan states, such as the one that its warm-up begins at, do not follow the base rate.
      const own =
        base === undefined || subject.isRelative ? undefined : subject.built({ ...subject.run, base: factor * base });
      if (!own) return [all];
      const text = `${since}the base rate is ${times} the planned one`;
      const at = (update: number) => (isSince(update) ? own(subject.position(update)) : subject.plain(update));
      return [all, { ...told, text, at }];
    });
}
