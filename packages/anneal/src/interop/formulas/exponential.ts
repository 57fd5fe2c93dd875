import { ExponentialLeaf } from "../../kinds/exponential.ts";
import { apply } from "../expression/expression.ts";
import { growth, minus } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** The distance to a level times a factor for every turn, or for every whole one. */
export const exponential: Writer = writer(ExponentialLeaf, ({ from, to, factor, every, staircase }, time) => {
  const turns = apply(staircase ? "turns" : "/", time, every);
  const left = growth(factor, turns, Math.abs(from - to));
  const curve = apply("ramp", from, to, minus(1, left), left);
  return factor > 1 && from < to ? apply("max", curve, 0) : curve;
});
