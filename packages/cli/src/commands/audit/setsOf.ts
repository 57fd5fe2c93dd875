import { groupsTold } from "../../source/groupsTold.ts";
import type { Judged } from "./judge.ts";

/** Series of which the same is to be told, and what they are called together. */
export interface JudgedSet {
  readonly title: string;
  /** One of them, which stands for all. */
  readonly judged: Judged;
}

/** Brings series together that have one hyperparameter and of which the same is told. */
export function setsOf(judged: readonly Judged[], told: (one: Judged) => string): readonly JudgedSet[] {
  const sets = new Map<string, Judged[]>();
  for (const one of judged) {
    const name = JSON.stringify([one.series.key, told(one)]);
    const set = sets.get(name);
    if (set) set.push(one);
    else sets.set(name, [one]);
  }
  return [...sets.values()].map((set) => ({ title: titleOf(set), judged: set[0] as Judged }));
}

function titleOf(set: readonly Judged[]): string {
  const [first] = set as readonly [Judged];
  if (set.length === 1) return first.title;
  const groups = set.map(({ series }) => series.group);
  const areNumbered = groups.every((group): group is number => group !== undefined);
  return areNumbered
    ? `${first.series.key}, ${groupsTold(groups)}`
    : `${first.title} and ${set.length - 1} more with the same verdict`;
}
