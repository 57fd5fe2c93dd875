import type { Lambda } from "../../value.ts";

/** The furthest epoch that a function is looked at. */
const FURTHEST = 1e7;
/** The most steps that are looked at one by one. */
const EVERY = 2000;

/**
 * The epochs at which a plan has to be what a function is: every one up to four times the largest number of its text
 * (as far as 2,000), those around each of its numbers and their multiples, and from there on ever more apart.
 */
export function probesOf({ text }: Lambda): readonly number[] {
  const numbers = (text.match(/\d[\d_]*(\.\d+)?(e[+-]?\d+)?/gi) ?? [])
    .map((one) => Number(one.replaceAll("_", "")))
    .filter((one) => one >= 1 && one <= FURTHEST)
    .slice(0, 20);
  const probes = new Set<number>();
  const last = Math.min(4 * Math.max(50, ...numbers), EVERY);
  for (let epoch = 0; epoch <= last; epoch++) probes.add(epoch);
  for (let epoch = last; epoch < FURTHEST; epoch = Math.ceil(epoch * 1.04)) probes.add(epoch);
  for (const one of numbers) {
    for (const times of [1, 2, 3, 4]) {
      for (const beside of [-1, 0, 1]) probes.add(Math.round(one) * times + beside);
    }
  }
  return [...probes].sort((a, b) => a - b);
}
