import { PlanError } from "anneal";
import type { Context } from "../context.ts";
import { Recurrence } from "../function/recurrence.ts";
import type { OwnScheduler } from "../ownScheduler.ts";
import { rateFunction } from "../parameter.ts";
import { at } from "../refuse.ts";
import { Lambda } from "../value.ts";
import { isShare } from "./lambda/isShare.ts";

/** Powers of two, by which scaling is exact, and what the other groups' base rates are meanwhile. */
const SCALES = [2, 2 ** -10, 2 ** -30];
const OTHERS = 3;

/** The rates of a scheduler of the text's own, one for each group; nothing where they are no functions that can be computed. */
export function readRates(
  { call, name, rates, refused }: OwnScheduler,
  context: Context,
): readonly Lambda[] | undefined {
  const path = `${name}.get_lr`;
  if (refused) {
    const expected = "rates that follow from self.last_epoch, self.base_lrs and the rates in force";
    context.problem(path, expected, refused.because, refused.place);
    return undefined;
  }
  const all = rates.map((rate) => rateFunction.read(rate, { context, path, place: call.place }));
  return all.every((one) => one !== undefined) ? all : undefined;
}

/** The rate of a group, once the base rates of all are known, from a first epoch on. */
export function rateBy(rate: Lambda, i: number, bases: readonly number[], leads: boolean, first = 0): Lambda {
  const { text, place } = rate;
  const numbers = first === 0 ? rate.numbers : [...rate.numbers, ...rate.numbers.map((one) => one - first)];
  if (!leads) return new Lambda(text, (step) => rate.compute(step + first, ...bases), place, numbers);
  const next = (step: number, before: number): number => nextRate(rate, i, bases, step, before);
  return new Recurrence({ text, place, numbers, next }, bases[i] as number);
}

/** What a group's rate becomes at an epoch, by the one in force. */
export function nextRate(rate: Lambda, i: number, bases: readonly number[], epoch: number, before: number): number {
  const by = (other: number): number =>
    rate.compute(epoch, ...bases, ...bases.map((_, j) => (j === i ? before : other)));
  const next = by(before);
  // What another group has then is not followed.
  if (!Number.isNaN(next) && (bases.length === 1 || next === by(2 * before + 1))) return next;
  const path = at(rate.place, `the rate at epoch ${epoch}`);
  throw new PlanError([{ path, expected: "a number", received: "one by another group's rate" }]);
}

/** Whether a group's rate is its own base rate times something of the step alone, whatever the base rates are. */
export function isShareOf(rate: Lambda, i: number, count: number, leads: boolean, first: number): boolean {
  const by = (bases: readonly number[]): Lambda => rateBy(rate, i, bases, leads, first);
  const unit = by(Array<number>(count).fill(1));
  if (!(unit instanceof Recurrence)) return isShare(by, i, count, unit.numbers);
  return SCALES.every((scale) => {
    const own = by(Array.from({ length: count }, (_, j) => (j === i ? scale : OTHERS)));
    return own instanceof Recurrence && own.isShare(unit, scale);
  });
}
