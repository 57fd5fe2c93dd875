import { Problems } from "../error.ts";
import { type Field, isObject, readFields, type Values } from "../field.ts";

/** What is read where it is used. */
const THERE: Field = { type: "plan", default: undefined };

/** Refuses what are no options, or not those with these names. */
export function checkOptions(options: unknown, ...names: readonly string[]): void {
  const problems = new Problems();
  const table = Object.fromEntries(names.map((name) => [name, THERE]));
  const walk = { problems, child: (_: unknown, value: unknown) => value };
  const { functions } = readFields<Values>(walk, table, options, "options");
  if (functions !== undefined && !isObject(functions)) {
    problems.add("options.functions", "an object with functions", functions);
  }
  problems.throwIfAny();
}
