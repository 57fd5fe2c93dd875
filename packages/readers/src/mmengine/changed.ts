import { constant, type Plan, product, sequence, sum } from "anneal";
import type { Change, Common } from "./change.ts";

/** The group's own value, changed by one scheduler after the other; nothing where that is a recurrence. */
export function changed(changes: readonly Change[], { own }: Common): Plan | undefined {
  let plan: Plan | undefined;
  // Until when what was read so far moves, and whether it leaves the group's own value then.
  let [end, settled] = [0, true];
  // What goes by more than the value that it finds must be alone while it acts.
  const alone: Change[] = [];
  // What it finds is all that it leaves, until it first acts.
  for (const change of [...changes].sort((a, b) => actsFrom(a) - actsFrom(b) || a.begin - b.begin || 0)) {
    const { curve, shape, rest, restores } = change;
    const from = actsFrom(change);
    if (from >= change.end || from === Number.POSITIVE_INFINITY) continue;
    const isAlone = curve.overwrites || curve.returns || rest !== undefined;
    // What overwrites last of all takes over at the last step of the others.
    const takesOver = curve.overwrites && changes.at(-1) === change;
    const ended = plan === undefined || (takesOver ? end - 1 : end) <= change.begin;
    if (isAlone && !(ended || end <= from)) return undefined;
    if (curve.returns && !settled) return undefined;
    // At its last step, what comes later in the list multiplies what it leaves.
    const isAfter = (other: Change): boolean =>
      other.end <= from ||
      (takesOver && other.end - 1 <= from) ||
      (other.end - 1 <= from && !isAlone && changes.indexOf(other) < changes.indexOf(change));
    if (!alone.every(isAfter)) return undefined;
    if (plan === undefined) plan = change.after();
    else if (ended && (settled || curve.overwrites)) plan = change.after({ plan, until: change.at });
    else if (settled && end <= from) plan = sequence({ plan, until: end }, { plan: change.after(), clock: "global" });
    else plan = rest ? sum(product(plan, shape), rest) : product(plan, shape);
    if (isAlone) alone.push(change);
    settled = settled && restores;
    end = Math.max(end, change.end);
  }
  return plan ?? constant({ value: own(1) });
}

function actsFrom({ curve, begin, first }: Change): number {
  return curve.overwrites ? begin : first;
}
