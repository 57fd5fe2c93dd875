import { LogarithmicLeaf } from "../../kinds/logarithmic.ts";
import { apply } from "../expression/expression.ts";
import { call, minus, over, plus } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A logarithm of the time. */
export const logarithmic: Writer = writer(LogarithmicLeaf, ({ from, to, over: length, every }, time) => {
  const way = over(call("log", plus(1, every === 1 ? time : over(time, every))), call("log", 1 + length / every));
  return apply("line", from, to, way, minus(1, way));
});
