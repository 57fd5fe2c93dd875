import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { number, rateFunction } from "../parameter.ts";
import type { Carries, RateSetter } from "../rateSetter.ts";
import type { Lambda } from "../value.ts";
import { basesOf } from "./heldRate.ts";
import { Recurrence } from "./recurrence.ts";

/** What is kept from call to call: what it begins with, and what each call makes of it. */
interface Kept {
  readonly first: number;
  readonly next: Lambda;
}

/** The rates of a setter that goes on from what its call before left, one for each group of the optimizer. */
export function carriedRates(
  { name, place, values }: RateSetter,
  { start, kept, isOfSeveral }: Carries,
  document: Document,
  context: Context,
): readonly Lambda[] | undefined {
  const path = name;
  const rates = values.map((value) => rateFunction.read(value, { context, path, place }));
  const all = kept.map((one): Kept | undefined => {
    const next = rateFunction.read(one.next, { context, path, place });
    const first = number.read(one.first, { context, path: `${name}: ${one.name} at first`, place });
    return next && first !== undefined ? { first, next } : undefined;
  });
  const bases = basesOf(document, context, place);
  if (!bases || !isWhole(rates) || !isWhole(all)) return undefined;
  if (isOfSeveral && bases.length > 1) {
    context.problem(name, "each group's rate by that group's own", "one by another group's", place);
    return undefined;
  }
  const count = Math.max(values.length, bases.length);
  return context.build(name, place, () => {
    const found = Array.from({ length: count }, (_, i) => {
      return followed(rates[i] ?? (rates[0] as Lambda), all, start ?? 0, bases[i] ?? (bases[0] as number));
    });
    const isLater = start === undefined && found.some((one, i) => one.compute(0) !== (bases[i] ?? bases[0]));
    if (isLater)
      context.problem(name, "a first call that is known, since it changes the rate at 0", "one that is not", place);
    return isLater ? undefined : found;
  });
}

function isWhole<T>(all: readonly (T | undefined)[]): all is readonly T[] {
  return all.every((one) => one !== undefined);
}

function followed(rate: Lambda, kept: readonly Kept[], start: number, base: number): Recurrence {
  const { text, place } = rate;
  let states = kept.map(({ first }) => first);
  const next = (step: number, before: number): number => {
    if (step < start) return Number.NaN;
    const found = rate.compute(step, before, ...states);
    states = kept.map((one) => one.next.compute(step, before, ...states));
    return found;
  };
  const numbers = [...rate.numbers, ...kept.flatMap((one) => one.next.numbers)];
  return new Recurrence({ text, place, numbers, next }, base);
}
