import { checkSaved, type Saved } from "./checkSaved.ts";
import type { Group } from "./group.ts";
import { readLedger } from "./ledger.ts";
import { type Member, membersOf } from "./members.ts";
import type { SavedTensor } from "./readTensors.ts";
import type { TfjsVariable } from "./variable.ts";

/**
 * Takes over what `weightsOf` or a plain optimizer of the same class saved; returns the count of updates. What belongs
 * to other variables or groups is refused, and changes nothing.
 */
export function readWeights(groups: readonly Group[], weights: readonly [SavedTensor, ...SavedTensor[]]): number {
  const [first, ...slots] = weights;
  const members = membersOf(groups);
  const { cohort } = members[0] as Member;
  const ledger = readLedger(first.tensor, members.length, 1 + cohort.numbersAfter(0).length);
  const saved = checkSaved(ledger, slots, members, cohort);
  groups.forEach((group, i) => {
    const row = ledger.rows?.find(([number]) => number === i);
    // What corrects the bias is a power of the betas, so they belong to the state.
    if (row && group.view.betas) group.view.betas = [row[2] as number, row[3] as number];
    restore(group, saved);
  });
  return ledger.iterations;
}

/** Puts the variables with the same numbers into a cohort, and those without any into one that is fresh. */
function restore(group: Group, saved: ReadonlyMap<TfjsVariable, Saved>): void {
  const alike = new Map<string, TfjsVariable[]>();
  for (const variable of group.cohorts.flatMap(({ variables }) => variables)) {
    const key = String(saved.get(variable)?.numbers);
    alike.set(key, [...(alike.get(key) ?? []), variable]);
  }
  const cohorts = [...alike.values()].map((variables) => {
    const cohort = group.fresh(variables);
    const [first, ...others] = variables.flatMap((variable) => saved.get(variable) ?? []);
    if (first)
      cohort.restore(
        first.numbers,
        [first, ...others].map(({ slots }) => slots),
      );
    return cohort;
  });
  group.replaceCohorts(cohorts);
}
