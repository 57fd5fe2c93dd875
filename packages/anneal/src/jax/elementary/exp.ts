import type { Graph, Value } from "../graph.ts";

/** The logarithm of 2, of so few bits that small multiples are exact, and what that leaves out. */
export const LN2_HIGH = 0.693359375;
export const LN2_LOW: number = Math.LN2 - LN2_HIGH;

/** Where the exponential leaves the numbers of 32 bits. */
const LOWEST = -104;
const HIGHEST = 88;
const MOST_HALVINGS = 151;
const POWERS_OF_TWO: readonly number[] = Array.from({ length: 279 }, (_, i) => 2 ** (i - MOST_HALVINGS));

/** 2 to a whole power, exactly. */
export function powerOfTwo(graph: Graph, exponent: Value): Value {
  return graph.read(graph.add(exponent, graph.store(POWERS_OF_TWO) + MOST_HALVINGS));
}

/** `e ** x` to the last digits, which the libraries' own is not. */
export function exp(graph: Graph, x: Value): Value {
  const inside = graph.minimum(graph.maximum(x, LOWEST), HIGHEST);
  const twos = graph.floor(graph.add(graph.multiply(inside, Math.LOG2E), 0.5));
  const high = graph.subtract(inside, graph.multiply(twos, LN2_HIGH));
  const rest = graph.subtract(high, graph.multiply(twos, LN2_LOW));
  return graph.multiply(graph.add(series(graph, rest), 1), powerOfTwo(graph, twos));
}

/** `e ** x - 1`, which loses nothing where it is small. */
export function expm1(graph: Graph, x: Value): Value {
  const size = graph.maximum(x, graph.multiply(x, -1));
  return graph.below(size, 0.5, series(graph, x), graph.subtract(exp(graph, x), 1));
}

/** `x + x² / 2! + x³ / 3! + …`, enough of it up to a half. */
function series(graph: Graph, x: Value): Value {
  let sum: Value = 1;
  for (let n = 9; n > 1; n--) sum = graph.add(graph.multiply(graph.multiply(x, 1 / n), sum), 1);
  return graph.multiply(x, sum);
}
