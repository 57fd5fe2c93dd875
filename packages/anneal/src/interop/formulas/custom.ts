import { radam as rectification } from "../../functions/radam.ts";
import { CustomLeaf } from "../../kinds/custom.ts";
import { apply } from "../expression/expression.ts";
import { type Writer, writer } from "../writer.ts";
import { radam } from "./radam.ts";

/** A function by its name; RAdam's factor has a formula of its own. */
export const custom: Writer = writer(CustomLeaf, ({ call, args }, time, { nameOf }) => {
  return call === rectification ? radam(time, args) : { ...apply("custom", time), name: nameOf(call), numbers: args };
});
