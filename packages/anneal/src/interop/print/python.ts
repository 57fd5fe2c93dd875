import type { Call } from "../expression/expression.ts";
import type { Dialect } from "./dialect.ts";

/** The functions' names behind a prefix. */
export function prefixed(prefix: string, own: Partial<Record<Call, string>> = {}): Readonly<Record<Call, string>> {
  const names = ["exp", "expm1", "log", "log1p", "cos", "tanh", "floor", "ceil", "min", "max"] as const;
  return Object.fromEntries(names.map((name) => [name, own[name] ?? prefix + name])) as Record<Call, string>;
}

/** Python, as Black formats it. */
export const python: Dialect = {
  name: "learning_rate",
  width: 88,
  indent: "    ",
  black: true,
  gap: "\n\n",
  pi: "math.pi",
  calls: prefixed("math.", { min: "min", max: "max" }),
  floorDivision: "//",
  imports: [
    ["bisect.", "import bisect"],
    ["math.", "import math"],
  ],
  open: (name, parameters, about) => `def ${name}(${parameters}):\n${about ? `    """${about}"""\n` : ""}`,
  close: "",
  assign: (name) => [`${name} = `, ""],
  give: ["return ", ""],
  branch: (condition) => [`if ${condition}:`],
  conditional: (time, start, before, after) => ({
    operands: [before, { operands: [time, start], operators: ["<"] }, after],
    operators: ["if", "else"],
  }),
  search: (table, time) => ({ open: "bisect.bisect_right(", inside: [table, time], close: ")" }),
};
