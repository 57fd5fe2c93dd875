import { PolynomialLeaf } from "../../kinds/polynomial.ts";
import { apply, bind, type Expression } from "../expression/expression.ts";
import { call, minus, over, power, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A power of what is left of the way; with `cycle` of a way that is longer each time. */
export const polynomial: Writer = writer(PolynomialLeaf, (fields, time) => {
  const { from, to, power: exponent, k, cycle } = fields;
  const write = (length: Expression) => {
    const way = over(time, length);
    const early = minus(1, power(way, k));
    // A root shows how many digits of what is left are lost near the end.
    const late = () => times(-1, call("expm1", times(k, call("log1p", over(minus(time, length), length)))));
    const share = k === 1 || exponent >= 1 ? early : apply("choose", way, 0.5, early, late());
    const left = power(share, exponent);
    return apply(cycle ? "wave" : "ramp", from, to, minus(1, left), left);
  };
  return cycle ? bind("length", times(fields.over, apply("begun", time, fields.over)), write) : write(fields.over);
});
