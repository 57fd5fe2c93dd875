import { Problems, refuse } from "../../error.ts";
import { checkBetas } from "../betas.ts";
import type { Cohort } from "./cohort.ts";
import type { Ledger } from "./ledger.ts";
import type { Member } from "./members.ts";
import { placesOf } from "./placesOf.ts";
import type { SavedTensor } from "./readTensors.ts";
import type { TfjsVariable } from "./variable.ts";

/** What was saved for one variable. */
export interface Saved {
  /** Those of its cohort. */
  readonly numbers: readonly number[];
  readonly slots: readonly SavedTensor[];
}

/** Finds the variable of everything that was saved, or tells all that does not fit. */
export function checkSaved(
  { iterations, rows }: Ledger,
  slots: readonly SavedTensor[],
  members: readonly Member[],
  { lists, cells }: Cohort,
): Map<TfjsVariable, Saved> {
  const problems = new Problems();
  const all = members.map((_, i) => i);
  const rowsOf = (group: number) => rows?.filter(([number]) => number === group).length;
  for (const group of new Set(members.map((member) => member.group))) {
    const own = members.filter((member) => member.group === group).length;
    if (rows && rowsOf(group) !== own) problems.add("weights[0]", `${own} variables in group ${group}`, rowsOf(group));
  }
  rows?.forEach(([, , ...betas], i) => {
    if (cells.betas) checkBetas(`weights[0][${i}].betas`, betas.slice(0, 2), problems);
  });
  problems.throwIfAny();

  const updated = rows ? all.filter((i) => rows[i]?.[1]) : lists.length === 0 ? all : undefined;
  const count = updated?.length ?? slots.length / lists.length;
  const tensors = (updated ?? all).length * lists.length;
  const fits = updated ? slots.length === tensors : Number.isInteger(count) && slots.length <= tensors;
  if (!fits) refuse("weights", `${tensors + 1} tensors`, slots.length + 1);
  const places = (lists.length > 0 && placesOf(slots.slice(0, count), members)) || updated || all;
  if (places.length !== count) refuse("weights", `${tensors + 1} tensors, or the names of variables`, slots.length + 1);

  const found = places.map((place, i): [TfjsVariable, Saved] => {
    const { variable, group, cohort } = members[place] as Member;
    const row = rows?.[updated?.[i] as number];
    if (row && row[0] !== group) problems.add("weights[0]", `group ${group} of ${variable.name}`, row[0]);
    const own = lists.map((_, list) => {
      const index = list * count + i;
      const slot = slots[index] as SavedTensor;
      const shape = String(slot.tensor.shape);
      if (shape !== String(variable.shape)) problems.add(`weights[${index + 1}].shape`, `${variable.shape}`, shape);
      return slot;
    });
    return [variable, { numbers: row?.slice(1) ?? cohort.numbersAfter(iterations), slots: own }];
  });
  problems.throwIfAny();
  return new Map(found);
}
