import type { Graph, Value } from "../graph.ts";
import { exp } from "./exp.ts";
import { logNearOne, normalise } from "./log.ts";

/** Powers that need no logarithm. */
const EASY: Readonly<Record<number, (graph: Graph, x: Value) => Value>> = {
  0: () => 1,
  1: (_, x) => x,
  2: (graph, x) => graph.multiply(x, x),
  0.5: (graph, x) => graph.sqrt(x),
  [-0.5]: (graph, x) => graph.divide(1, graph.sqrt(x)),
  [-1]: (graph, x) => graph.divide(1, x),
};

/** A number from 0 to a known power; the power of its twos is looked up, so that a large logarithm costs no digits. */
export function power(graph: Graph, x: Value, exponent: number): Value {
  const easy = EASY[exponent];
  if (easy) return easy(graph, x);
  const { twos, over } = normalise(graph, x);
  const table = graph.store(Array.from({ length: 254 }, (_, i) => 2 ** ((i - 126) * exponent)));
  const coarse = graph.read(graph.add(twos, table + 126));
  const fine = exp(graph, graph.multiply(logNearOne(graph, over), exponent));
  return graph.below(0, x, graph.multiply(coarse, fine), exponent > 0 ? 0 : 1 / 0);
}
