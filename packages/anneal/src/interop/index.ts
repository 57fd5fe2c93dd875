/** Any plan as a formula in any language, and what differs between two plans. Each framework has an entry of its own. */

export type { Comparable } from "./diff/curve.ts";
export { type DiffOptions, diff } from "./diff/diff.ts";
export type { Cause, Deviation, Difference } from "./diff/difference.ts";
export type { Expression, Operation, Operator } from "./expression/expression.ts";
export { type Formula, formula } from "./formula.ts";
export { heldFor } from "./heldFor.ts";
export type { OfUpdatesOptions } from "./ofUpdates.ts";
export { jnp, kerasOps, numpy } from "./print/arrays.ts";
export type { Dialect } from "./print/dialect.ts";
export { javaScript } from "./print/javaScript.ts";
export { type PrintOptions, print } from "./print/print.ts";
export { python } from "./print/python.ts";
export { spreadOver } from "./spreadOver.ts";
export type { Exported } from "./write/exported.ts";
export { toCsv } from "./write/toCsv.ts";
export { toJavaScript } from "./write/toJavaScript.ts";
export { toLatex } from "./write/toLatex.ts";
export { toPython } from "./write/toPython.ts";
export type { WrittenFunction } from "./writtenFunction.ts";
