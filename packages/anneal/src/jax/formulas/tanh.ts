import { TanhLeaf } from "../../kinds/tanh.ts";
import { growth, growthNumbers } from "../elementary/growth.ts";
import { type Formula, simple } from "../formula.ts";
import { between, endNumbers } from "./ends.ts";

/** A hyperbolic tangent: `(1 - tanh(x)) / 2` is `1 / (1 + exp(2 x))`, and the exponential of a line is a growth. */
export const tanh: Formula = simple(TanhLeaf, (fields, unit, graph) => {
  const { over, lower, upper } = fields;
  const curve = growthNumbers(graph, (2 * (upper - lower) * unit) / over, Math.exp(2 * lower));
  return {
    shape: "tanh",
    numbers: [...endNumbers(fields), ...curve],
    read(graph, moment, [from = 0, to = 0, span = 0, ...own]) {
      const grown = growth(graph, moment, own);
      const gone = graph.divide(1, graph.add(graph.divide(1, grown), 1));
      return between(graph, [from, to, span], gone, graph.divide(1, graph.add(grown, 1)));
    },
  };
});
