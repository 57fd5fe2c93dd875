import { CosineWaveLeaf } from "../../kinds/cosineWave.ts";
import { apply } from "../expression/expression.ts";
import { over, PI, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";
import { waves } from "./waves.ts";

/** A cosine without end: the place in the period first, since a large angle has lost digits. */
export const cosineWave: Writer = writer(CosineWaveLeaf, ({ from, to, over: half }, time, { end }) => {
  const inside = end > 2 * half ? apply("%", time, 2 * half) : time;
  return apply("wave", from, to, ...waves(over(times(PI, inside), half)));
});
