import type { Graph, Value } from "../graph.ts";
import { LN2_HIGH, LN2_LOW, powerOfTwo } from "./exp.ts";

/** A number above 0 as `2 ** twos * (1 + over)`, the latter near 1. */
export function normalise(graph: Graph, x: Value): { readonly twos: Value; readonly over: Value } {
  const twos = graph.floor(graph.add(graph.multiply(graph.log(x), Math.LOG2E), 0.5));
  const inside = graph.minimum(graph.maximum(twos, -126), 127);
  const scaled = graph.multiply(x, powerOfTwo(graph, graph.multiply(inside, -1)));
  return { twos: inside, over: graph.subtract(scaled, 1) };
}

/** `ln(1 + x)` for x near 0, by the series of the inverse hyperbolic tangent. */
export function logNearOne(graph: Graph, x: Value): Value {
  const z = graph.divide(x, graph.add(x, 2));
  const square = graph.multiply(z, z);
  let sum: Value = 1 / 11;
  for (let n = 9; n > 0; n -= 2) sum = graph.add(graph.multiply(sum, square), 1 / n);
  return graph.multiply(graph.multiply(z, 2), sum);
}

/** `ln(1 + x)` for x above -1, to the last digits wherever it is small. */
export function log1p(graph: Graph, x: Value): Value {
  const { twos, over } = normalise(graph, graph.add(x, 1));
  const isNear = (near: Value, far: Value) => graph.below(graph.multiply(twos, twos), 0.5, near, far);
  const near = logNearOne(graph, isNear(x, over));
  return graph.add(graph.multiply(twos, LN2_HIGH), graph.add(graph.multiply(twos, LN2_LOW), near));
}
