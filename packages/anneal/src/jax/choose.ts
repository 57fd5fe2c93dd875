import type { Curve, Stretch } from "./curve.ts";
import type { Graph, Value } from "./graph.ts";
import { elapsed, type Moment } from "./moment.ts";

/**
 * The value of the stretch that has begun last. Its place is found by one comparison with all the starts, and stretches
 * of one shape share one formula, which reads its numbers from the table at that place: so a plan of a thousand
 * milestones is no longer an expression than one of two.
 */
export function choose(graph: Graph, moment: Moment, stretches: readonly Stretch[]): Value {
  const starts = stretches.slice(1).map(({ start }) => notBelow(start));
  const place = graph.count(starts, elapsed(graph, moment));
  const shapes = new Map<string, Curve>();
  for (const { curve } of stretches) if (!shapes.has(curve.shape)) shapes.set(curve.shape, curve);
  const names = [...shapes.keys()];

  const column = (number: (curve: Curve) => number): Value => {
    const values = stretches.map(({ curve }) => number(curve));
    const [first = 0] = values;
    return values.every((value) => value === first) ? first : graph.read(graph.add(place, graph.store(values)));
  };
  const which = column(({ shape }) => names.indexOf(shape));
  // Where another shape holds, the numbers of the first of this one stand in; what they give is not chosen.
  const values = [...shapes.values()].map((sample) => {
    const { shape, numbers } = sample;
    const columns = numbers.map((own, i) => column((curve) => (curve.shape === shape ? (curve.numbers[i] ?? 0) : own)));
    return sample.read(graph, moment, columns);
  });
  return values.reduceRight((rest, value, i) => graph.below(which, i + 0.5, value, rest));
}

/** The first number of 32 bits from 0 that is not below one of 64. */
function notBelow(value: number): number {
  const single = Float32Array.of(value);
  if ((single[0] as number) < value) (new Uint32Array(single.buffer)[0] as number)++;
  return single[0] as number;
}
