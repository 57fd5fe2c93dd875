import type { Dialect } from "./dialect.ts";
import { flat } from "./doc.ts";
import { prefixed } from "./python.ts";

/** JavaScript, as Prettier formats it. */
export const javaScript: Dialect = {
  name: "learningRate",
  width: 80,
  indent: "  ",
  black: false,
  gap: "\n",
  pi: "Math.PI",
  calls: prefixed("Math."),
  imports: [],
  open: (name, parameters, about) => `${about ? `/** ${about} */\n` : ""}function ${name}(${parameters}) {\n`,
  close: "}\n",
  assign: (name) => [`const ${name} = `, ";"],
  give: ["return ", ";"],
  branch: (condition) => [`if (${condition}) {`, "}"],
  conditional: (time, start, before, after) => ({
    operands: [{ operands: [time, start], operators: ["<"] }, before, after],
    operators: ["?", ":"],
  }),
  search: (table, time) => `${table}.filter((start) => start <= ${flat(time)}).length`,
};
