import { GeometricLeaf } from "../../kinds/geometric.ts";
import { expm1 } from "../elementary/exp.ts";
import { growth, growthNumbers } from "../elementary/growth.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed, left, split } from "../moment.ts";
import { between, endNumbers } from "./ends.ts";

/** Equal ratios, from the first level on; with a ratio of its own, the curve of that ratio between the levels. */
export const geometric: Formula = simple(GeometricLeaf, (fields, unit, graph) => {
  const { from, to, ratio } = fields;
  const over = fields.over / unit;
  if (!ratio) {
    const numbers = growthNumbers(graph, (Math.log(to) - Math.log(from)) / over, from);
    return { shape: "geometric", numbers, read: growth };
  }
  // Nearer to 1 the curve is a straight line to the last digit.
  const exact = Math.log(ratio);
  const log = Math.abs(exact) < 1e-8 ? 1e-8 : exact;
  const rate = log / over;
  return {
    shape: "geometric with a ratio",
    numbers: [...endNumbers(fields), rate, Math.expm1(log), ...split(over), ...growthNumbers(graph, rate)],
    read(graph, moment, [start = 0, end = 0, span = 0, each = 0, all = 1, whole = 0, part = 0, ...own]) {
      const grown = growth(graph, moment, own);
      const early = graph.multiply(elapsed(graph, moment), each);
      const size = graph.maximum(early, graph.multiply(early, -1));
      const gone = graph.below(size, 0.5, expm1(graph, early), graph.subtract(grown, 1));
      const late = graph.multiply(grown, expm1(graph, graph.multiply(left(graph, moment, whole, part), each)));
      return between(graph, [start, end, span], graph.divide(gone, all), graph.divide(late, all));
    },
  };
});
