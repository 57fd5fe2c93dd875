import type { Expression } from "../expression/expression.ts";
import { call, minus, over, plus } from "../expression/math.ts";

/** How much of a cosine wave's way is gone at an angle, and how much is left. */
export function waves(angle: Expression): readonly [gone: Expression, left: Expression] {
  const height = call("cos", angle);
  return [over(minus(1, height), 2), over(plus(1, height), 2)];
}
