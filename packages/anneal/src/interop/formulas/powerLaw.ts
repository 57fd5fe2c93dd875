import { PowerLawLeaf } from "../../kinds/powerLaw.ts";
import { apply } from "../expression/expression.ts";
import { over, plus, power, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A power of time, or of the whole turns that are done. */
export const powerLaw: Writer = writer(PowerLawLeaf, ({ from, rate, every, power: exponent, staircase }, time) => {
  const added = staircase ? times(rate, apply("turns", time, every)) : over(times(rate, time), every);
  return times(from, power(plus(1, added), exponent));
});
