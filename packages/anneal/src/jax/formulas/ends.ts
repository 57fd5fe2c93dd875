import type { Graph, Value } from "../graph.ts";
import { split } from "../moment.ts";

/** What a curve between two levels is told by. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Two levels for a curve's list, and the way from one to the other. */
export function endNumbers({ from, to }: Ends): readonly [from: number, to: number, span: number] {
  return [from, to, to - from];
}

/** A length of time for a curve's list: what one step is of it, and split. */
export function overNumbers(over: number): readonly [each: number, whole: number, part: number] {
  return [1 / over, ...split(over)];
}

/** So much of the way between two levels, measured from the nearer one. */
export function between(graph: Graph, ends: readonly Value[], gone: Value, left: Value): Value {
  const [from = 0, to = 0, span = 0] = ends;
  const early = graph.add(from, graph.multiply(span, gone));
  return graph.below(gone, 0.5, early, graph.subtract(to, graph.multiply(span, left)));
}
