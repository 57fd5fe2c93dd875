import { format } from "../format.ts";
import type { Plan } from "../plan.ts";
import { countText } from "./countText.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { lengthened } from "./lengthened.ts";
import { minima } from "./minima.ts";
import type { Subject } from "./subject.ts";

/** How a schedule goes that was made for another total: where it stands, or only its rates. */
export type Guess = Pick<Hypothesis, "position" | "at">;

/** One way in which a plan is made for another total, if it is one. */
export type Way = (total: number) => Guess | undefined;

/** How frameworks make whole steps of a share of the total. */
const WHOLE: readonly ((steps: number) => number)[] = [Math.floor, Math.round];

/**
 * The ways in which a plan is made for another total: what is measured by the run is, or all of its times are, or all
 * but the warm-up's, or the warm-up's too but in whole steps.
 */
export function waysOf(subject: Subject): readonly Way[] {
  const { run, plan, warmup = 0, total } = subject;
  const stretched =
    (end: number, endFor: (times: number) => number = () => end): Way =>
    (other) => {
      const from = endFor(other / total);
      if (!(other > from)) return undefined;
      const speed = (total - end) / (other - from);
      const position = (update: number) => {
        const own = subject.position(update);
        return own < from ? (own * end) / from : end + (own - from) * speed;
      };
      return { position, at: (update) => subject.at(position(update)) };
    };
  const built =
    (planFor: (times: number) => Plan): Way =>
    (other) => {
      const at = subject.built({ ...run, steps: other }, planFor(other / total));
      return at && { at: (update) => at(subject.position(update)) };
    };
  const isInclusive = JSON.stringify(plan).includes('"inclusive":true');
  return [
    ...(subject.scales ? [built(() => plan)] : []),
    stretched(0),
    ...(warmup > 0
      ? [stretched(warmup), ...WHOLE.map((whole) => stretched(warmup, (times) => whole(warmup * times)))]
      : []),
    // What is inclusive takes a step less, however long it is.
    ...(isInclusive ? [built((times) => lengthened(plan, times)), built((times) => lengthened(plan, times, 1))] : []),
  ];
}

/** How far a total may be from a multiple, by batches that are dropped or factors that are rounded. */
const NEAR = 0.03;

/** The plan with a total so many times as large or as small. */
export function otherTotals(subject: Subject, factor: number, of: string): readonly Hypothesis[] {
  if (factor < 2) return [];
  return [factor, 1 / factor].flatMap((times) => {
    const total = subject.total * times;
    const size = times > 1 ? `${format(factor)} times the plan's total` : `a ${format(factor)}th of the plan's total`;
    return waysOf(subject).flatMap((way, i) => {
      const misfit = (shift: number) => (other: number) => {
        const guess = way(other);
        return guess ? subject.misfit((update) => guess.at(update), shift) : 1 / 0;
      };
      const grid = [1 - NEAR, 1, 1 + NEAR].map((share) => share * total);
      const near = subject.likelyShifts.flatMap((shift) => minima(misfit(shift), grid, 1));
      return [...new Set([total, ...near.flatMap((other) => [Math.round(other), other])])].flatMap((other) => {
        const guess = way(other);
        if (!guess) return [];
        const text = `the schedule was made for ${countText(other, subject.unit)}, ${size}, as there are ${format(factor)} ${of}`;
        const cost = (times > 1 ? 1.2 : 2.2) + (other === total ? 0 : 0.8) + 0.1 * i;
        return [{ ...guess, cost, text, numbers: { total: other, factor: times } }];
      });
    });
  });
}
