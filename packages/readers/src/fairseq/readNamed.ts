import type { Context } from "../context.ts";
import { word } from "../numerals.ts";
import type { Options, Written } from "../options.ts";
import { text } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { schedules } from "./schedules.ts";

/** The schedule of a name, from its options. */
export function readNamed({ value, path, place }: Written, options: Options, context: Context): Found | undefined {
  const name = word(text).read(value, { context, path, place });
  if (name === undefined) return undefined;
  const schedule = schedules.get(name);
  if (schedule) return schedule(options, context);
  const expected = [...schedules.keys()].map((one) => JSON.stringify(one)).join(", ");
  const passed = name === "pass_through" ? ", which leaves the rates to the optimizer" : "";
  context.problem(path, `one of ${expected}`, JSON.stringify(name.slice(0, 60)) + passed, place);
  return undefined;
}
