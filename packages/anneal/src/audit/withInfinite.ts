import { format } from "../format.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import type { AuditOptions } from "./options.ts";
import { plannedAt } from "./plannedAt.ts";
import type { Rows } from "./rows.ts";
import type { Audit } from "./verdict.ts";

/** What was found of a log's finite rates, where it has infinite ones too: a run that used them never agrees. */
export function withInfinite(
  found: Audit,
  { step, rate, count }: NonNullable<Rows["infinite"]>,
  plan: Plan,
  run: Run,
  options: AuditOptions,
): Audit {
  const expected = plannedAt(plan, run, options, found.rows.spacing)(step);
  const deviation = { absolute: 1 / 0, relative: 1 / 0, step, logged: rate, expected };
  const told = `${count} ${count === 1 ? "row has" : "rows have"} an infinite rate, the first at step ${format(step)}`;
  const { convention, ...rest } = found;
  if (found.verdict !== "agrees") return { ...found, deviation, text: `${found.text}; ${told}` };
  const others = convention ? [convention, ...found.others] : found.others;
  return { ...rest, others, deviation, verdict: "unknown", text: `differs: ${told}` };
}
