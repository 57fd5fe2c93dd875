import { Problems, refuse } from "../error.ts";
import { isObject, readFields } from "../field.ts";
import type { Plan } from "../plan.ts";
import { readPlan } from "../readPlan.ts";
import { functionsOf, type Run, readRun } from "../run.ts";
import { decide } from "./decide.ts";
import type { LoggedRates } from "./loggedRates.ts";
import type { AuditOptions } from "./options.ts";
import { rowsOf } from "./rows.ts";
import type { Audit } from "./verdict.ts";
import { withInfinite } from "./withInfinite.ts";

/**
 * Compares the rates that a run logged with its plan, and names the bug that all of the difference comes from, where
 * there is one: each known bug is tried as a guess of every row.
 *
 * - `plan`: the plan that the run was meant to follow.
 * - `run`: the facts that it is read against; `steps` and `stepsPerEpoch` let more bugs be told.
 * - `logged`: what was logged, as it stands in the log.
 * - `options.unit`: what a step of the plan is, `"update"` or `"epoch"`. Default `"update"`.
 * - `options.updatesPerEpoch`: how many updates one epoch has. Default `run.stepsPerEpoch` where a step is an update.
 * - `options.processes`: how many processes train together. Default: not known.
 * - `options.accumulate`: how many micro-batches make one update. Default: not known.
 * - `options.tolerance`: up to which share of a rate two count as the same. Default: what the log's digits allow.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 *
 * Throws a PlanError that lists every problem of the plan, the run, the log or the options.
 *
 * @example
 * ```ts
 * import { schedule, warmupCosine } from "anneal";
 * import { audit } from "anneal/audit";
 * const run = { base: 0.001, steps: 1000 };
 * const plan = warmupCosine({ warmup: 100 });
 * const lr = schedule(plan, run);
 * const steps = Float64Array.from({ length: 100 }, (_, row) => 10 * row);
 * const { verdict, bug } = audit(plan, run, { steps, rates: steps.map((step) => lr(4 * step)) }, { processes: 4 });
 * verdict; // => "bug"
 * bug?.name; // => "steppedPerProcess"
 * audit(plan, run, { steps, rates: steps.map((step) => lr(step)) }).verdict; // => "agrees"
 * ```
 */
export function audit(plan: Plan, run: Run, logged: LoggedRates, options: AuditOptions = {}): Audit {
  return auditBeside(plan, run, logged, options, []);
}

/** The same, of one group among others, which were logged by the same program. */
export function auditBeside(
  plan: Plan,
  run: Run,
  logged: LoggedRates,
  options: AuditOptions,
  beside: readonly LoggedRates[],
): Audit {
  checkOptions(options);
  if (isObject(plan) && (plan.kind as string) in METRIC_DRIVEN) {
    refuse("plan", "a plan of steps; what follows a metric is only known from the metric's log", plan.kind);
  }
  const problems = new Problems();
  const facts = readRun(run, problems);
  const rows = rowsOf(logged, problems);
  problems.throwIfAny();
  readPlan(plan, "", problems, facts, options.functions ?? {});
  problems.throwIfAny();
  const found = decide(plan, facts, logged, rows, options, beside);
  return rows.infinite ? withInfinite(found, rows.infinite, plan, facts, options) : found;
}

/** The controllers, which are no plans. */
const METRIC_DRIVEN = { plateau: true, greedy: true, kerasPlateau: true, optaxPlateau: true };

/** Refuses options that are none, or out of range. */
function checkOptions(options: AuditOptions): void {
  const problems = new Problems();
  const count = { type: "number", from: 1, whole: true, default: undefined } as const;
  const table = {
    functions: { type: "plan", default: undefined },
    unit: { of: ["update", "epoch"], default: "update" },
    updatesPerEpoch: { type: "number", above: 0, default: undefined },
    processes: count,
    accumulate: count,
    tolerance: { type: "number", default: undefined },
  } as const;
  readFields({ problems, child: () => undefined }, table as never, options, "options");
  functionsOf(options, problems);
  problems.throwIfAny();
}
