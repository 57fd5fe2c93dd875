import type { Graph, Value } from "../graph.ts";

/** `sin²(x)` up to a quarter of pi, by the sine's series: the libraries' own sine ends a term too early. */
export function sineSquared(graph: Graph, x: Value): Value {
  const square = graph.multiply(x, x);
  let sum: Value = 1;
  for (let n = 10; n > 1; n -= 2) sum = graph.add(graph.multiply(graph.multiply(square, -1 / (n * (n + 1))), sum), 1);
  const sine = graph.multiply(x, sum);
  return graph.multiply(sine, sine);
}
