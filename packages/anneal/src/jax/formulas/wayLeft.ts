import { expm1 } from "../elementary/exp.ts";
import { log1p } from "../elementary/log.ts";
import type { Graph, Value } from "../graph.ts";

/** `1 - way ** k`, from `way ** k` while that is small, and from what is left of the way (`1 - way`) later. */
export function wayLeft(graph: Graph, gone: Value, rest: Value, k: number): Value {
  if (k === 1) return rest;
  const late = expm1(graph, graph.multiply(log1p(graph, graph.multiply(rest, -1)), k));
  return graph.below(gone, 0.5, graph.subtract(1, gone), graph.multiply(late, -1));
}
