import { TanhLeaf } from "../../kinds/tanh.ts";
import { apply } from "../expression/expression.ts";
import { call, minus, over, plus, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A hyperbolic tangent. */
export const tanh: Writer = writer(TanhLeaf, ({ from, to, over: length, lower, upper }, time) => {
  const height = call("tanh", plus(lower, over(times(minus(upper, lower), time), length)));
  return apply("ramp", from, to, over(plus(1, height), 2), over(minus(1, height), 2));
});
