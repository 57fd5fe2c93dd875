import type { Lambda } from "../../value.ts";

/** The furthest epoch that a function is looked at, but for those of its own numbers. */
export const FURTHEST = 1e7;
/** The largest number that is taken for an epoch. */
const LARGEST = 1e12;
/** The most steps that are looked at one by one. */
const EVERY = 2000;

/** Of how many numbers the multiples are looked at as well. */
const MULTIPLES = 20;

/**
 * The epochs at which a plan has to be what a function is: every one up to four times the largest number of its text
 * (as far as 2,000), those around each number of its code and the multiples of the first, and from there on ever more
 * apart.
 */
export function probesOf({ text, numbers }: Lambda): readonly number[] {
  const written = (text.match(/\d[\d_]*(\.\d+)?(e[+-]?\d+)?/gi) ?? []).map((one) => Number(one.replaceAll("_", "")));
  const marks = [...new Set([...written, ...numbers])].filter((one) => one >= 1 && one <= LARGEST);
  const probes = new Set<number>();
  const last = Math.min(4 * Math.max(50, ...marks), EVERY);
  for (let epoch = 0; epoch <= last; epoch++) probes.add(epoch);
  for (let epoch = last; epoch < FURTHEST; epoch = Math.ceil(epoch * 1.04)) probes.add(epoch);
  for (const [i, one] of marks.entries()) {
    for (const times of i < MULTIPLES ? [1, 2, 3, 4] : [1]) {
      for (const beside of [-1, 0, 1]) probes.add(Math.round(one) * times + beside);
    }
  }
  return [...probes].sort((a, b) => a - b);
}
