import { type Functions, functions as ours, type Plan, PlanError, type Run, type Schedule, schedule } from "anneal";
import { UsageError } from "../usageError.ts";
import { flagOf } from "./flags.ts";
import type { Source } from "./source.ts";

/** One hyperparameter of one group over the run. */
export interface Curve {
  /** What it is called: the source, and the hyperparameter and the group where there are several. */
  readonly name: string;
  /** The hyperparameter, such as `lr`. */
  readonly key: string;
  readonly group: number;
  readonly plan: Plan;
  readonly run: Run;
  /** The functions that its plan may name: the library's own, and the source's. */
  readonly functions: Functions;
  /** What one step is, where that is known. */
  readonly unit: "update" | "epoch" | undefined;
  readonly at: Schedule;
}

/** The plans of a source; a UsageError that says which facts it needs and how to give them. */
export function programOf({ program, needs, name }: Source): NonNullable<Source["program"]> {
  if (program) return program;
  const asked = needs.map((need) => `  --set "${need.name}=…"   ${need.why}`).join("\n");
  throw new UsageError(`${name} does not say everything that its schedule needs:\n${asked}`);
}

/** Every curve of a source, whose plans all facts are there for. */
export function curvesOf(source: Source): readonly Curve[] {
  const program = programOf(source);
  const { name } = source;
  const functions = { ...ours, ...source.functions };
  const bases = source.bases ?? [source.run.base];
  return Object.entries(program).flatMap(([key, plans], _, entries) => {
    const list = "kind" in plans ? bases.map(() => plans) : plans;
    return list.map((plan, group): Curve => {
      const base = bases[group] ?? bases[0];
      const run: Run = { ...source.run, ...(base === undefined ? {} : { base }) };
      const at = scheduled(plan, run, functions, name);
      // Who counts one update an epoch counts epochs.
      const unit = source.unit ?? (run.stepsPerEpoch === 1 ? "epoch" : undefined);
      const parts = [name, entries.length > 1 ? key : "", list.length > 1 ? `group ${group}` : ""];
      return { name: parts.filter(Boolean).join(" "), key, group, plan, run, functions, unit, at };
    });
  });
}

/** A plan's schedule; facts of the run that it lacks are told by their flags. */
function scheduled(plan: Plan, run: Run, functions: Functions, name: string): Schedule {
  try {
    return schedule(plan, run, { functions });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const facts = error.issues.map(({ expected }) => /^run\.(\w+) to resolve it$/.exec(expected)?.[1]);
    if (facts.includes(undefined)) throw error;
    const flags = [...new Set(facts as string[])].map(flagOf);
    const [{ path, received }] = error.issues as [PlanError["issues"][number]];
    throw new UsageError(`${name}: say ${flags.join(" and ")}, which ${path || "the plan"} needs: it is ${received}`);
  }
}
