import { PlanError, Problems, refuse } from "../error.ts";
import { isObject, readFields } from "../field.ts";
import type { Piece } from "../piece.ts";
import { piecesOf } from "../piecesOf.ts";
import type { Plan } from "../plan.ts";
import { readPlan } from "../readPlan.ts";
import { functionsOf, type Run, readRun } from "../run.ts";
import type { Finding } from "./finding.ts";
import type { CheckOptions } from "./options.ts";
import { outline } from "./outline.ts";
import { all } from "./rules.ts";
import { Subject } from "./subject.ts";

/** What can be checked: a plan of the rate, or a program, with one plan for all groups or one for each. */
export type Checkable = Plan | Readonly<Record<string, Plan | readonly Plan[]>>;

/**
 * Looks for what makes a plan train otherwise than it was meant to in a run, before the run: what it compiles to is
 * judged by a closed list of rules, each of which says exactly when it speaks.
 *
 * - `plan`: a plan of the rate, or a program of plans by hyperparameter.
 * - `run`: the facts that it is read against, `steps` first of all: most rules are silent without them.
 * - `options.bases`: the base rate of each group, where there are several. Default `run.base` for all.
 * - `options.unit`: what a step is, `"update"` or `"epoch"`. Default `"update"`.
 * - `options.processes`: how many processes train together. Default 1.
 * - `options.accumulate`: how many micro-batches make one update. Default 1.
 * - `options.ignore`: the codes that are not to speak. Default none.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 *
 * The findings, by group, hyperparameter and code; the same finding of several groups is told once. Throws a PlanError
 * that lists every problem of a plan, the run or the options.
 *
 * @example
 * ```ts
 * import { warmupCosine } from "anneal";
 * import { check } from "anneal/check";
 * const [finding] = check(warmupCosine({ warmup: 500, from: 1e-6 }), { base: 0.01, steps: 400 });
 * finding?.code; // => "AN001"
 * finding?.severity; // => "error"
 * finding?.path; // => "parts[0]"
 * check(warmupCosine({ warmup: "5%", from: 1e-6 }), { base: 0.01, steps: 400 }); // => []
 * ```
 */
export function check(plan: Checkable, run: Run = {}, options: CheckOptions = {}): readonly Finding[] {
  checkOptions(run, options);
  const program: Readonly<Record<string, unknown>> = isPlan(plan) ? { lr: plan } : plan;
  if (!isObject(program) || !Object.keys(program)[0]) refuse("", "a plan or a program", plan);
  const { bases = [run.base] } = options;
  const findings = Object.entries(program).flatMap(([key, plans]) => {
    const list = Array.isArray(plans) ? plans : bases.map(() => plans);
    return list.flatMap((one, group) => {
      const name = Array.isArray(plans) ? `${key}[${group}]` : key;
      const base = bases[group] ?? bases[0];
      return checkOne(key, isPlan(plan) ? "" : name, one, base === undefined ? run : { ...run, base }, options);
    });
  });
  const told = new Set<string>();
  return findings.filter(({ code, path, step }) => {
    const id = `${code} ${path} ${step}`;
    return !told.has(id) && told.add(id);
  });
}

function isPlan(plan: unknown): plan is Plan {
  return isObject(plan) && typeof plan.kind === "string";
}

/** Refuses a run that is none, and options that are none, or out of range. */
function checkOptions(run: Run, options: CheckOptions): void {
  const problems = new Problems();
  readRun(run, problems);
  const count = { type: "number", from: 1, whole: true, default: undefined } as const;
  const here = { type: "plan", default: undefined } as const;
  const table = {
    functions: here,
    bases: { type: "number", list: true, least: 1, default: undefined },
    unit: { of: ["update", "epoch"], default: "update" },
    processes: count,
    accumulate: count,
    ignore: { of: all.map(({ code }) => code), list: true, default: undefined },
  } as const;
  readFields({ problems, child: () => undefined }, table as never, options, "options");
  functionsOf(options, problems);
  problems.throwIfAny();
}

/** What the rules say of one plan. */
function checkOne(key: string, root: string, plan: unknown, given: Run, options: CheckOptions): Finding[] {
  const { functions = {}, ignore = [] } = options;
  const problems = new Problems();
  const run = readRun(given, problems);
  readPlan(plan, root, problems, run, functions);
  problems.throwIfAny();
  const segments = outline(plan as Plan, run, functions);
  const compiled = compile(plan as Plan, run, root, functions);
  const pieces = compiled instanceof PlanError ? [] : compiled;
  const subject = new Subject(key, plan as Plan, run, options, segments, pieces);
  const join = (path: string): string => [root, path.replace(/^\./, "")].filter(Boolean).join(".");
  const found = all.flatMap((rule) =>
    rule.find(subject).map(({ path, explains = [], refused = [], ...told }) => ({
      explains,
      refused,
      finding: { code: rule.code, ...told, path: join(path) },
    })),
  );
  if (compiled instanceof PlanError) {
    // What a rule explains better than an error does is a finding; all else is refused as it always is.
    const said = found.flatMap(({ refused }) => refused.map(join));
    if (!compiled.issues.every(({ path }) => said.includes(path))) throw compiled;
  }
  const explained = new Set(found.flatMap(({ explains }) => explains));
  return found
    .map(({ finding }) => finding)
    .filter(({ code, severity }) => !ignore.includes(code) && (severity === "info" || !explained.has(code)));
}

function compile(
  plan: Plan,
  run: Run,
  path: string,
  functions: CheckOptions["functions"],
): readonly Piece[] | PlanError {
  try {
    return piecesOf(plan, run, functions, path);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
}
