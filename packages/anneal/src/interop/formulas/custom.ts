import { radam as rectification } from "../../functions/radam.ts";
import { CustomLeaf } from "../../kinds/custom.ts";
import { apply } from "../expression/expression.ts";
import { type Writer, writer } from "../writer.ts";
import { isWritten } from "../writtenFunction.ts";
import { radam } from "./radam.ts";

/** A function by its name; RAdam's factor has a formula of its own, as others may. */
export const custom: Writer = writer(CustomLeaf, ({ call, args }, time, { nameOf }) => {
  if (isWritten(call)) return call.formulaAt(time);
  return call === rectification ? radam(time, args) : { ...apply("custom", time), name: nameOf(call), numbers: args };
});
