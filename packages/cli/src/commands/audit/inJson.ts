import type { Audit, Explanation } from "anneal/audit";
import type { Log, LogSeries } from "anneal-readers/logs";
import type { Source } from "../../source/source.ts";
import type { Judged } from "./judge.ts";
import type { Pairs } from "./pair.ts";

/** The documented shape: what is not there, or is no number, is null. */
export function inJson(
  verdict: Audit["verdict"],
  source: Source,
  file: string,
  log: Log,
  judged: readonly Judged[],
  { onlyInPlan, onlyInLog }: Pairs,
  notes: readonly string[],
): object {
  const { format, bytes, facts, unread, problems, problemCount } = log;
  return {
    verdict,
    plan: { name: source.name, framework: source.framework, run: judged[0]?.curve.run ?? source.run },
    log: { name: file, format, bytes, facts, unread, problems, problemCount },
    notes,
    series: judged.map(({ series, curve, found, unit }) => ({
      ...placeOf(series),
      planGroup: curve.group,
      unit,
      rowsRead: series.rows,
      every: series.every,
      verdict: found.verdict,
      text: found.text,
      bug: explained(found.bug),
      convention: explained(found.convention),
      others: found.others.map(explained),
      deviation: found.deviation,
      rows: found.rows,
      precision: found.precision,
      notes: found.notes,
    })),
    onlyInPlan: onlyInPlan.map(({ key, group }) => ({ key, group })),
    onlyInLog: onlyInLog.map(placeOf),
  };
}

function placeOf({ name, key, group, clock, stepName }: LogSeries): object {
  return { name, key, group: group ?? null, clock, stepColumn: stepName ?? null };
}

function explained(one: Explanation | undefined): object | null {
  if (!one) return null;
  const { at: _, ...data } = one;
  return data;
}
