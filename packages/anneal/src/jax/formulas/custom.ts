import { CustomLeaf } from "../../kinds/custom.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed } from "../moment.ts";

/** A function of the user's, in the plan's own units of time. */
export const custom: Formula = simple(CustomLeaf, (fields, unit, graph) => ({
  shape: `custom ${graph.identity(fields)}`,
  numbers: [unit],
  read: (_, moment, [each = 1]) => graph.call(graph.multiply(elapsed(graph, moment), each), fields),
}));
