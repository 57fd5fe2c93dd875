import type { Scheduler } from "../scheduler.ts";
import type { Group, Stepping } from "../stepper.ts";

/** Parts in their order, whose constructors ran in the order of the text; `after` is told each. */
export function constructed(
  parts: readonly Scheduler[],
  group: Group,
  i: number,
  after?: (part: Scheduler) => void,
): readonly Stepping[] {
  const byPlace = parts.toSorted(({ place: a }, { place: b }) => (a && b ? a.line - b.line || a.column - b.column : 0));
  const made = new Map<Scheduler, Stepping>();
  for (const part of byPlace) {
    made.set(part, part.stepper(group, i));
    after?.(part);
  }
  return parts.map((part) => made.get(part) as Stepping);
}
