import type { FactsOf } from "../../needs.ts";
import type { Plan } from "../../plan.ts";
import type { BuildOptions, RunFor } from "../../schedule.ts";
import { checkOptions } from "../checkOptions.ts";
import { formula } from "../formula.ts";
import type { Dialect } from "../print/dialect.ts";
import { type PrintOptions, print } from "../print/print.ts";
import { type Exported, exported } from "./exported.ts";

/** A plan as a function in a language. */
export function writeCode<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  dialect: Dialect,
  options: BuildOptions & PrintOptions,
): Exported {
  checkOptions(options, "functions", "name");
  const { functions, name = dialect.name } = options;
  const own = formula(plan, run, functions && { functions });
  return exported(print(own, dialect, { name }), own);
}
