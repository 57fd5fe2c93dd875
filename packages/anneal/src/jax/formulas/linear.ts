import { LinearLeaf } from "../../kinds/linear.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed, left } from "../moment.ts";
import { between, endNumbers, overNumbers } from "./ends.ts";

/** A straight line. */
export const linear: Formula = simple(LinearLeaf, (fields, unit) => ({
  shape: "linear",
  numbers: [...endNumbers(fields), ...overNumbers(fields.over / unit)],
  read(graph, moment, [from = 0, to = 0, span = 0, each = 0, whole = 0, part = 0]) {
    const gone = graph.multiply(elapsed(graph, moment), each);
    return between(graph, [from, to, span], gone, graph.multiply(left(graph, moment, whole, part), each));
  },
}));
