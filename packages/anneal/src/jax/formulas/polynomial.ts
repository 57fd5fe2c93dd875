import { PolynomialLeaf } from "../../kinds/polynomial.ts";
import { expm1 } from "../elementary/exp.ts";
import { log1p } from "../elementary/log.ts";
import { power } from "../elementary/power.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed, left } from "../moment.ts";
import { turnNumbers, turns } from "../turns.ts";
import { between, endNumbers, overNumbers } from "./ends.ts";
import { wayLeft } from "./wayLeft.ts";

/** A power of what is left of the way; with `cycle` of a way that is longer each time. */
export const polynomial: Formula = simple(PolynomialLeaf, (fields, unit) => {
  const { power: exponent, k, cycle } = fields;
  const over = fields.over / unit;
  return {
    shape: `polynomial ${exponent} ${k} ${cycle}`,
    numbers: [...endNumbers(fields), ...overNumbers(over), ...(cycle ? turnNumbers(over) : [])],
    read(graph, moment, [from = 0, to = 0, span = 0, each = 0, whole = 0, part = 0, ...turn]) {
      const { count, inside } = cycle ? turns(graph, moment, turn, true) : { count: 0, inside: moment };
      const share = graph.divide(each, graph.add(count, 1));
      const rest = graph.multiply(left(graph, inside, whole, part), share);
      const gone = power(graph, graph.multiply(elapsed(graph, moment), share), k);
      const height = power(graph, wayLeft(graph, gone, rest, k), exponent);
      const lost = expm1(graph, graph.multiply(log1p(graph, graph.multiply(gone, -1)), exponent));
      const way = graph.below(gone, 0.5, graph.multiply(lost, -1), graph.subtract(1, height));
      return between(graph, [from, to, span], exponent === 1 ? gone : way, height);
    },
  };
});
