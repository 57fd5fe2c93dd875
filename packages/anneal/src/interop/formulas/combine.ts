import { CombinedLeaf } from "../../kinds/combine.ts";
import { apply, type Expression } from "../expression/expression.ts";
import { functionsIn } from "../expression/functionsIn.ts";
import { plus, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** What holds at the same time, multiplied, added, or the first kept between the others. */
export const combine: Writer = writer(CombinedLeaf, ({ active, operation }, time, { start, end, write }) => {
  const [first = 0, ...others] = active.map((piece) => write([{ ...piece, start }], time, end));
  if (operation !== "clamp") return others.reduce<Expression>(operation === "sum" ? plus : times, first);
  const [min = 0, max = 1 / 0] = others;
  // Only what is not known here could be below 0.
  const isAbove = min === 0 && functionsIn(first).size === 0;
  return apply("min", isAbove ? first : apply("max", first, min), max);
});
