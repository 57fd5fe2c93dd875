import { CosineLeaf } from "../../kinds/cosine.ts";
import { apply } from "../expression/expression.ts";
import { call, minus, over, PI, power, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";
import { waves } from "./waves.ts";

/** Half a cosine wave; its powers are those of the half angle's cosine, which loses nothing where it is small. */
export const cosine: Writer = writer(CosineLeaf, ({ from, to, over: length, power: exponent, k }, time) => {
  const way = power(over(time, length), k);
  const angle = k === 1 ? over(times(PI, time), length) : times(PI, way);
  if (exponent === 1) return apply("ramp", from, to, ...waves(angle));
  const left = power(call("cos", over(angle, 2)), 2 * exponent);
  return apply("ramp", from, to, minus(1, left), left);
});
