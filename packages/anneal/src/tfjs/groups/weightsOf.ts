import type { NamedTensor } from "../recognise.ts";
import type { Cohort } from "./cohort.ts";
import type { Group } from "./group.ts";
import { writeLedger } from "./ledger.ts";
import { membersOf } from "./members.ts";

/**
 * All state of the groups, laid out as TensorFlow.js lays out that of one optimizer with all of the variables: the count
 * of updates, then list by list the slots of those that had an update.
 */
export async function weightsOf(groups: readonly Group[], iterations: number): Promise<NamedTensor[]> {
  const members = membersOf(groups);
  const cohorts = groups.flatMap((group) => group.cohorts);
  const read = cohorts.map(async (cohort): Promise<[Cohort, number[]]> => [cohort, await cohort.numbers()]);
  const numbers = new Map(await Promise.all(read));
  const rows = members.map(({ group, cohort }) => [group, ...(numbers.get(cohort) as number[])]);
  const slots = members.map(({ cohort, place }) => cohort.slots(place)).filter((list) => list.length > 0);
  const lists = (slots[0] ?? []).map((_, i) => slots.map((list) => list[i] as NamedTensor));
  return [{ name: "iter", tensor: writeLedger({ iterations, rows }) }, ...lists.flat()];
}
