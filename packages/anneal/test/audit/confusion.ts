import { type Audit, type AuditOptions, auditGroups, type LoggedGroup } from "../../src/audit/index.ts";
import { parsePlan } from "../../src/index.ts";
import type { LoggedCase, LoopLogs } from "./cases.ts";
import { alsoShows } from "./rivals.ts";

/** What the engine called one log. */
export interface Judged {
  readonly given: LoggedCase;
  readonly audited: Audit;
  /** The name of the bug that was found, else of the convention, else the verdict. */
  readonly named: string;
  /** Whether that is what it is, or, where it is another bug, one that leaves the same rows. */
  readonly outcome: "right" | "tie" | "wrong";
}

function logged({ steps, clock }: LoggedCase, rates: readonly (number | null)[]): LoggedGroup["logged"] {
  return { steps: Float64Array.from(steps), rates: Float64Array.from(rates, (rate) => rate ?? Number.NaN), clock };
}

/** Audits a log with what its author knows: the plan, the run, and how many processes and micro-batches there are. */
export function judge(given: LoggedCase): Judged {
  const plan = parsePlan(given.plan);
  const { processes, accumulation } = given.parameters;
  const options: AuditOptions = {
    ...(typeof processes === "number" && { processes }),
    ...(typeof accumulation === "number" && { accumulate: accumulation }),
  };
  const own: LoggedGroup = { name: "0", plan, run: given.run, logged: logged(given, given.rates) };
  const others = (given.beside ?? []).map(({ base, rates }, index): LoggedGroup => {
    return { name: `${index + 1}`, plan, run: { ...given.run, base }, logged: logged(given, rates) };
  });
  const audited = auditGroups([own, ...others], options)[0] as Audit;
  const named = audited.bug?.name ?? audited.convention?.name ?? audited.verdict;
  const right = named === given.bug || (named === "agrees" && given.bug === "none");
  return { given, audited, named, outcome: right ? "right" : alsoShows(named, given) ? "tie" : "wrong" };
}

/** Every log, judged. */
export function judgeAll(loops: readonly LoopLogs[]): readonly Judged[] {
  return loops.flatMap(({ cases }) => cases.map(judge));
}
