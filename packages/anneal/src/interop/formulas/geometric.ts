import { GeometricLeaf } from "../../kinds/geometric.ts";
import { apply, type Expression } from "../expression/expression.ts";
import { call, minus, over, power, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** Equal ratios. */
export const geometric: Writer = writer(GeometricLeaf, ({ from, to, over: length, ratio }, time) => {
  const way = over(time, length);
  if (!ratio) {
    const isNumber = to / from < 1e300 && from / to < 1e300;
    return isNumber ? times(from, power(over(to, from), way)) : times(power(from, minus(1, way)), power(to, way));
  }
  const log = Math.log(ratio);
  const gone = log === 0 ? way : Math.abs(log) > 0.5 ? plain(ratio, way) : nearOne(log, way);
  return apply("line", from, to, gone, minus(1, gone));
});

/** What is gone of an exponential that ends at its own ratio. */
function plain(ratio: number, way: Expression): Expression {
  return over(minus(1, power(ratio, way)), minus(1, ratio));
}

/** The same where 1 and the ratio are so near to each other that a difference loses digits. */
function nearOne(log: number, way: Expression): Expression {
  return over(call("expm1", times(log, way)), Math.expm1(log));
}
