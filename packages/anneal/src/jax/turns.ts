import type { Graph, Value } from "./graph.ts";
import { elapsed, type Moment, remaining } from "./moment.ts";

/** How many whole turns are done, and the moment in the one that runs. */
export interface Turn {
  readonly count: Value;
  readonly inside: Moment;
}

/** Numbers of this many bits: their products with each other are exact. */
const BITS = 2 ** 12;

/** The length of a turn for a curve's list: all of it, the whole steps, and the rest in three parts of few bits. */
export function turnNumbers(length: number): readonly number[] {
  const whole = length < 2 ** 24 ? Math.floor(length) : Math.fround(length);
  const rest = Math.max(length - whole, 0);
  const first = Math.floor(rest * BITS) / BITS;
  const second = Math.floor((rest - first) * BITS * BITS) / (BITS * BITS);
  return [length, whole, first, second, rest - first - second];
}

/**
 * Divides a moment by the length of a turn. The remainder is exact to a ten-millionth of a step: the count and the
 * length are multiplied in parts that fit. Within a billionth of a whole turn it is reached, as for every time; or not
 * yet reached, with `before`.
 */
export function turns(graph: Graph, moment: Moment, numbers: readonly Value[], before?: boolean): Turn {
  const [length = 0, whole = 0, first = 0, second = 0, third = 0] = numbers;
  const time = elapsed(graph, moment);
  let count = graph.floor(graph.divide(time, length));
  const high = graph.floor(graph.divide(count, BITS));
  const low = graph.subtract(count, graph.multiply(high, BITS));
  const roughly = graph.subtract(
    graph.subtract(moment.whole, graph.multiply(count, whole)),
    graph.multiply(high, graph.multiply(first, BITS)),
  );
  let inside: Moment = { whole: roughly, part: moment.part };
  inside = take(graph, inside, graph.multiply(low, first));
  inside = take(graph, inside, graph.multiply(high, graph.multiply(second, BITS)));
  const tiny = graph.add(graph.multiply(low, second), graph.multiply(count, third));
  inside = { ...inside, part: graph.add(inside.part, tiny) };

  // The guess may be a turn or two off, which the small remainder tells; whether a turn is whole, an exact comparison.
  const rest = graph.add(graph.add(first, second), third);
  const move = (by: Value): void => {
    count = graph.add(count, by);
    inside = {
      whole: graph.subtract(inside.whole, graph.multiply(by, whole)),
      part: graph.add(inside.part, graph.multiply(by, rest)),
    };
  };
  const now = () => graph.subtract(inside.whole, inside.part);
  move(graph.floor(graph.divide(now(), length)));
  const slack = graph.multiply(graph.add(graph.multiply(time, 1e-9), 1e-6), before ? -1 : 1);
  const ahead = remaining(graph, inside, whole, graph.multiply(rest, -1));
  move(graph.below(slack, ahead, graph.below(graph.add(now(), slack), 0, -1, 0), 1));
  return { count: graph.maximum(count, 0), inside };
}

/** A moment less an amount that is more than a step: the whole steps of it exactly, the rest as a part. */
function take(graph: Graph, { whole, part }: Moment, amount: Value): Moment {
  const steps = graph.floor(graph.add(amount, 0.5));
  return { whole: graph.subtract(whole, steps), part: graph.add(part, graph.subtract(amount, steps)) };
}
