import type { CustomFunction } from "../kind.ts";
import type { Expression } from "./expression/expression.ts";

/** A function that is written as its formula, and not called by its name. */
export interface WrittenFunction extends CustomFunction {
  /** Its formula at a time. */
  formulaAt(time: Expression): Expression;
}

/** Whether a function has a formula of its own. */
export function isWritten(call: CustomFunction | undefined): call is WrittenFunction {
  return typeof call === "function" && "formulaAt" in call;
}
