import { countText } from "../countText.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { lagsFrom } from "../lagsFrom.ts";
import type { Subject } from "../subject.ts";

/** How many times as large its factor has to become in the log: one that hardly moves is a constant. */
const LEAST_CLIMB = 1.05;

/** A second warm-up: on top of the plan's own, before it, or again after a resume. */
export const warmupTwice: Signature = {
  name: "warmupTwice",
  title: "warmed up twice",
  severity: "error",
  mend: "leave one warm-up out, the plan's or the wrapper's, and save the wrapper's counter with the checkpoint",
  find: (subject) => [...onTop(subject), ...ahead(subject)],
};

/** The plan's rates times a factor that climbs to 1, from the first wrong row on. */
function onTop(subject: Subject): readonly Hypothesis[] {
  const { before, logged } = subject;
  const { updates } = logged;
  const ratios: [update: number, ratio: number][] = [];
  // In a log whose first rate is 0 the row tells nothing.
  for (let row = before.row; row < updates.length; row++) {
    const update = subject.update(row) + before.shift;
    const [plain, rate] = [subject.plain(update), subject.rate(row)];
    if (plain === 0 && rate === 0) continue;
    if (subject.isRate(row, plain)) break;
    ratios.push([update, rate / plain]);
  }
  const [first, last] = [ratios[0], ratios.at(-1)];
  if (!first || !last || !(last[1] > LEAST_CLIMB * first[1])) return [];
  const slope = (last[1] - first[1]) / (last[0] - first[0]);
  const length = 1 / slope;
  const origin = first[0] - first[1] * length;
  const guesses = [
    [Math.round(origin), Math.round(length)],
    [origin, length],
  ] as const;
  const { bad, shift } = before;
  return guesses.map(([from, over]) => ({
    cost: 3,
    text: `the rates are multiplied by a second warm-up of ${countText(over, "update")} from ${subject.updateText(Math.max(0, Math.round(from)))} on`,
    numbers: { at: Math.max(0, from), warmup: over },
    shifts: [shift],
    at: (update) =>
      update - shift >= bad
        ? subject.plain(update) * Math.min(1, Math.max(0, (update - from) / over))
        : subject.plain(update),
  }));
}

/** A straight climb to the top of the plan's own warm-up, and the plan after it. */
function ahead(subject: Subject): readonly Hypothesis[] {
  const { updates, rates } = subject.logged;
  const { warmup } = subject;
  if (!warmup) return [];
  const top = subject.at(warmup);
  // The second climb begins where the rate falls first.
  let row = 1;
  while (row < updates.length && (rates[row] as number) >= (rates[row - 1] as number)) row++;
  if (row >= updates.length) return [];
  const [before, after] = [subject.update(row - 1), subject.update(row)];
  return lagsFrom(subject, row, 1, after).flatMap(({ lag, until }) => {
    if (until < updates.length || lag < before - 2) return [];
    const from = ((rates[0] as number) - (top * subject.update(0)) / lag) / (1 - subject.update(0) / lag);
    return [from, Number(from.toPrecision(2))].map((start) => ({
      cost: 3,
      text: `a warm-up of ${countText(lag, "update")} comes before the plan, which has its own`,
      numbers: { warmup: lag, at: 0 },
      shifts: [0],
      at: (update) =>
        update < lag ? start + ((top - start) * Math.max(update, 0)) / lag : subject.plain(update - lag),
    }));
  });
}
