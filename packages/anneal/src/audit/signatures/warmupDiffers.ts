import { countText } from "../countText.ts";
import { rateText } from "../evidence.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { minima } from "../minima.ts";
import { moved } from "../moved.ts";
import type { Subject } from "../subject.ts";

const GRID: readonly number[] = Array.from({ length: 81 }, (_, i) => 2 ** ((i - 40) / 8));

/** The warm-up takes another time, or begins elsewhere, and the rest is as planned. */
export const warmupDiffers: Signature = {
  name: "warmupDiffers",
  title: "another warm-up",
  severity: "error",
  mend: "state the warm-up in updates, and the rate that it begins at",
  general: true,
  find(subject) {
    const { warmup } = subject;
    if (!warmup) return [];
    return [...lengths(subject, warmup), ...starts(subject, warmup)];
  },
};

/** Where the schedule stands when its warm-up takes `own` steps: the rest keeps its place, begins later, or is stretched. */
const RESTS: readonly ((position: number, own: number, warmup: number, total: number) => number)[] = [
  (position, _, warmup) => Math.max(position, warmup),
  (position, own, warmup) => position - own + warmup,
  (position, own, warmup, total) => warmup + ((position - own) * (total - warmup)) / (total - own),
];

function lengths(subject: Subject, warmup: number): Hypothesis[] {
  const { likelyShifts } = subject;
  return RESTS.flatMap((rest) => {
    const positionOf = (own: number) => (update: number) => {
      const position = subject.position(update);
      return position < own ? (position * warmup) / own : rest(position, own, warmup, subject.total);
    };
    const misfit = (shift: number) => (own: number) =>
      subject.misfit((update) => subject.at(positionOf(own)(update)), shift);
    const grid = GRID.map((times) => times * warmup).filter((own) => own < 0.98 * subject.total);
    const found = likelyShifts.flatMap((shift) => minima(misfit(shift), grid)).flatMap((own) => [Math.round(own), own]);
    return [...new Set(found)]
      .filter((own) => own > 0 && Math.abs(own - warmup) > 0.5)
      .map((own) => {
        const text = `the warm-up takes ${countText(own, subject.unit)} instead of ${countText(warmup)}`;
        return moved(subject, positionOf(own), { cost: 3, text, numbers: { warmup: own, factor: own / warmup } });
      });
  });
}

/** A straight warm-up from the rate that the first rows lie on. */
function starts(subject: Subject, warmup: number): Hypothesis[] {
  const top = subject.at(warmup);
  const shift = subject.before.row > 0 ? subject.before.shift : 0;
  const found: number[] = [];
  for (const row of subject.sample) {
    const position = subject.position(subject.update(row) + shift);
    if (position >= 0 && position < 0.9 * warmup) {
      found.push((subject.rate(row) - (top * position) / warmup) / (1 - position / warmup));
    }
  }
  found.sort((a, b) => a - b);
  const middle = found[found.length >> 1];
  if (middle === undefined) return [];
  const tidy = Math.abs(middle) < 1e-6 * top ? 0 : Number(middle.toPrecision(3));
  return [...new Set([tidy, middle])].map((from) => ({
    cost: 2.5,
    text: `the warm-up begins at ${rateText(from)} instead of ${rateText(subject.at(0))}`,
    numbers: { from },
    at: (update) => {
      const position = Math.max(subject.position(update), 0);
      return position < warmup ? from + ((top - from) * position) / warmup : subject.at(position);
    },
  }));
}
