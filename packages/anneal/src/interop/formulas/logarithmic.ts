import { LogarithmicLeaf } from "../../kinds/logarithmic.ts";
import { apply } from "../expression/expression.ts";
import { call, minus, over, plus } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A logarithm of the time. */
export const logarithmic: Writer = writer(LogarithmicLeaf, ({ from, to, over: length, every }, time) => {
  const units = every === 1 ? time : over(time, every);
  // A way shorter than its unit is a logarithm of hardly more than 1, where adding 1 would lose the digits.
  const way =
    length < every
      ? over(call("log1p", units), call("log1p", length / every))
      : over(call("log", plus(1, units)), call("log", 1 + length / every));
  return apply("line", from, to, way, minus(1, way));
});
