import { median } from "./median.ts";
import { runSide } from "./runSide.ts";
import type { Side } from "./side.ts";

/** What several runs of one side measured: a list for each number that it prints. */
export type Runs = Readonly<Record<string, readonly number[]>>;

/** How far two sides' check sums may be apart: they add the same rates in another order of rounding. */
const SAME = 1e-9;

/**
 * Runs the sides in turn, A B A B …, each time in a fresh process, so that neither the state of the JIT compiler nor
 * a busy minute of the machine falls on one side alone. Sides that print `check` must agree on it: they were to do
 * the same work.
 */
export async function alternate<K extends string>(
  sides: Readonly<Record<K, Side>>,
  rounds: number,
): Promise<Record<K, Runs>> {
  const names = Object.keys(sides) as K[];
  const found = new Map(names.map((name) => [name, {} as Record<string, number[]>]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, runs] of found) {
      for (const [key, value] of Object.entries(await runSide(sides[name]))) {
        runs[key] = [...(runs[key] ?? []), value];
      }
    }
    agree([...found]);
  }
  return Object.fromEntries(found) as unknown as Record<K, Runs>;
}

/** The median of one of the numbers that a side prints. */
export function middle(runs: Runs, key: string): number {
  return median(runs[key] ?? []);
}

function agree(found: readonly [string, Runs][]): void {
  const sums = found.flatMap(([name, { check = [] }]) => check.slice(-1).map((sum) => ({ name, sum })));
  for (const { name, sum } of sums) {
    const first = sums[0] as (typeof sums)[number];
    if (Math.abs(sum - first.sum) <= SAME * Math.abs(first.sum)) continue;
    throw new Error(
      `${name} and ${first.name} did different work: the sums of their rates are ${sum} and ${first.sum}`,
    );
  }
}
