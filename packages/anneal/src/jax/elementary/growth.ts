import type { Graph, Value } from "../graph.ts";
import type { Moment } from "../moment.ts";
import { exp } from "./exp.ts";

/** More than all that lies between the smallest and the largest number of 32 bits, as a logarithm. */
const RANGE = 250;

/**
 * `scale * e ** (log * t)` for a curve's list. A late exponent has lost the digits that its power needs; so the curve is
 * known exactly every so many whole steps, and only what is between them is computed.
 */
export function growthNumbers(graph: Graph, log: number, scale = 1): readonly number[] {
  // Nothing decays faster than from one step to the next.
  const rate = Math.max(log, -1e30);
  const size = Math.abs(rate);
  const width = Math.min(Math.max(Math.round(1 / size), 1), 2 ** 24);
  const last = Math.min(Math.ceil(RANGE / (width * size)), Math.ceil(2 ** 24 / width));
  const anchors = Array.from({ length: last + 1 }, (_, i) => scale * Math.exp(rate * width * i));
  return [rate, width, last, graph.store(anchors)];
}

/** The curve of these numbers. */
export function growth(graph: Graph, { whole, part }: Moment, numbers: readonly Value[]): Value {
  const [rate = 0, width = 1, last = 0, table = 0] = numbers;
  const anchor = graph.minimum(graph.maximum(graph.floor(graph.divide(whole, width)), 0), last);
  const past = graph.subtract(graph.subtract(whole, graph.multiply(anchor, width)), part);
  const grown = graph.multiply(graph.read(graph.add(anchor, table)), exp(graph, graph.multiply(past, rate)));
  return graph.finite(grown);
}
