import { LogarithmicLeaf } from "../../kinds/logarithmic.ts";
import { log1p } from "../elementary/log.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed, left, split } from "../moment.ts";
import { between, endNumbers } from "./ends.ts";

/** A logarithm of the time, which is counted in what the plan says. */
export const logarithmic: Formula = simple(LogarithmicLeaf, (fields, unit) => ({
  shape: "logarithmic",
  numbers: [
    ...endNumbers(fields),
    ...split(fields.over / unit),
    unit / fields.every,
    Math.log1p(fields.over / fields.every),
  ],
  read(graph, moment, [from = 0, to = 0, span = 0, whole = 0, part = 0, each = 1, all = 1]) {
    const time = graph.multiply(elapsed(graph, moment), each);
    const rest = graph.multiply(left(graph, moment, whole, part), each);
    const gone = graph.divide(log1p(graph, time), all);
    const late = graph.divide(log1p(graph, graph.divide(rest, graph.add(time, 1))), all);
    return between(graph, [from, to, span], gone, late);
  },
}));
