import { format } from "../format.ts";
import { auditBeside } from "./audit.ts";
import type { AuditedGroup, LoggedGroup } from "./auditGroups.ts";
import { rateText } from "./evidence.ts";
import type { AuditOptions } from "./options.ts";
import { plannedAt } from "./plannedAt.ts";
import { groupsSwapped } from "./signatures/groupsSwapped.ts";
import type { Explanation } from "./verdict.ts";

/** Of so many groups each is held against each other. */
const MOST = 16;

/** How far the rate of one row may be from another group's plan for the other rows to be looked at. */
const NEAR = 0.01;

/** Groups that differ, each of which has the rates of another of them; the others as they are. */
export function swapped(
  groups: readonly LoggedGroup[],
  audits: readonly AuditedGroup[],
  options: AuditOptions,
): readonly AuditedGroup[] {
  const wrong = [...audits.keys()].filter((i) => audits[i]?.verdict !== "agrees");
  if (wrong.length < 2 || wrong.length > MOST) return audits;
  const owners = new Map<number, number>();
  const taken = new Set<number>();
  for (const i of wrong) {
    const owner = wrong.find((j) => j !== i && !taken.has(j) && hasRatesOf(i, j));
    if (owner === undefined) continue;
    owners.set(i, owner);
    taken.add(owner);
  }
  // Where the other has not the rates of one of them too, it is none that was swapped.
  if (![...taken].every((j) => owners.has(j))) return audits;
  return audits.map((one, i) => {
    const owner = owners.get(i);
    return owner === undefined ? one : told(one, i, owner);
  });

  function hasRatesOf(i: number, j: number): boolean {
    const [own, other] = [groups[i], groups[j]] as [LoggedGroup, LoggedGroup];
    const { deviation, rows } = audits[i] as AuditedGroup;
    const planned = plannedAt(other.plan, other.run, options, rows.spacing)(deviation.step);
    if (!(Math.abs(deviation.logged - planned) <= NEAR * Math.abs(planned))) return false;
    const found = auditBeside(other.plan, other.run, own.logged, options, []);
    return found.verdict === "agrees" && !found.convention;
  }

  function told(one: AuditedGroup, i: number, j: number): AuditedGroup {
    const [own, other] = [groups[i], groups[j]] as [LoggedGroup, LoggedGroup];
    const { deviation, rows } = one;
    const at = plannedAt(other.plan, other.run, options, rows.spacing);
    const before = plannedAt(own.plan, own.run, options, rows.spacing);
    const informative = Array.from(own.logged.steps).filter((step) => at(step) !== before(step)).length;
    const { step, logged, expected } = deviation;
    const text = `its rates are those that are planned for ${other.name}`;
    const place = `${own.logged.clock ?? "update"} ${format(step)}`;
    const bug: Explanation = {
      ...groupsSwapped,
      text,
      confidence: Math.round((1000 * informative) / (informative + 1)) / 1000,
      evidence: [`at ${place} the log has ${rateText(logged)}; the plan's value is ${rateText(expected)} there`],
      numbers: { group: j },
      shift: 0,
      informative,
      explained: informative,
      left: auditBeside(other.plan, other.run, own.logged, options, []).deviation,
      at,
    };
    const { together: _, ...rest } = one;
    return { ...rest, verdict: "bug", bug, others: [], text: `${bug.title}: ${text}` };
  }
}
