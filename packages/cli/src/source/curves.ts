import { type Functions, functions as ours, type Plan, type Run, type Schedule, schedule } from "anneal";
import { UsageError } from "../usageError.ts";
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
      const at = schedule(plan, run, { functions });
      const parts = [name, entries.length > 1 ? key : "", list.length > 1 ? `group ${group}` : ""];
      return { name: parts.filter(Boolean).join(" "), key, group, plan, run, functions, at };
    });
  });
}
