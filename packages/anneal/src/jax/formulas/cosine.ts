import { CosineLeaf } from "../../kinds/cosine.ts";
import { expm1 } from "../elementary/exp.ts";
import { log1p } from "../elementary/log.ts";
import { power } from "../elementary/power.ts";
import { sineSquared } from "../elementary/sineSquared.ts";
import { type Formula, simple } from "../formula.ts";
import type { Graph, Value } from "../graph.ts";
import { elapsed, left } from "../moment.ts";
import { between, endNumbers, overNumbers } from "./ends.ts";
import { angle, wave } from "./wave.ts";
import { wayLeft } from "./wayLeft.ts";

/** Half a cosine wave, to a power of the whole and of time. */
export const cosine: Formula = simple(CosineLeaf, (fields, unit) => {
  const { power: exponent, k } = fields;
  const over = fields.over / unit;
  return {
    shape: `cosine ${exponent} ${k}`,
    numbers: [...endNumbers(fields), ...overNumbers(over), angle(over)],
    read(graph, moment, [from = 0, to = 0, span = 0, each = 0, whole = 0, part = 0, turn = 0]) {
      const ends = [from, to, span];
      const time = elapsed(graph, moment);
      const rest = left(graph, moment, whole, part);
      if (k === 1) return powered(graph, ends, graph.multiply(time, turn), graph.multiply(rest, turn), exponent);
      const gone = power(graph, graph.multiply(time, each), k);
      const late = graph.multiply(wayLeft(graph, gone, graph.multiply(rest, each), k), Math.PI / 2);
      return powered(graph, ends, graph.multiply(gone, Math.PI / 2), late, exponent);
    },
  };
});

/** The wave's height to a power, and what is missing from 1, each from the sine that is small there. */
function powered(graph: Graph, ends: readonly Value[], gone: Value, rest: Value, exponent: number): Value {
  if (exponent === 1) return wave(graph, ends, gone, rest);
  const small = sineSquared(graph, graph.minimum(gone, rest));
  const isEarly = (early: Value, late: Value) => graph.below(gone, rest, early, late);
  const height = power(graph, isEarly(graph.subtract(1, small), small), exponent);
  const lost = expm1(graph, graph.multiply(log1p(graph, graph.multiply(small, -1)), exponent));
  return between(graph, ends, isEarly(graph.multiply(lost, -1), graph.subtract(1, height)), height);
}
