import { sineSquared } from "../elementary/sineSquared.ts";
import type { Graph, Value } from "../graph.ts";

/** Half a cosine wave between two levels, of the angle from its beginning and the one to its end. */
export function wave(graph: Graph, [from = 0, to = 0, span = 0]: readonly Value[], gone: Value, left: Value): Value {
  const way = graph.multiply(span, sineSquared(graph, graph.minimum(gone, left)));
  return graph.below(gone, left, graph.add(from, way), graph.subtract(to, way));
}

/** The angle that a wave of so many steps goes in one. */
export const angle = (over: number): number => Math.PI / 2 / over;
