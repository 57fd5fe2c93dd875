import { CombinedLeaf } from "../../kinds/combine.ts";
import { combined, type Stretch } from "../curve.ts";
import { type Formula, nested } from "../formula.ts";
import type { Graph, Value } from "../graph.ts";

/** What holds at the same time, multiplied, added, or the first kept between the others: one stretch for each change. */
export const combine: Formula = nested(CombinedLeaf, ({ fields }, { resolve }, place, from, to) => {
  const { active, operation } = fields;
  const lists = active.map((piece) => resolve([piece], place, from, to));
  const starts = [...new Set(lists.flat().map(({ start }) => start))].sort((a, b) => a - b);
  const at = lists.map(() => 0);
  return starts.map((start) => {
    const curves = lists.map((list, i) => {
      while ((list[(at[i] as number) + 1]?.start ?? 1 / 0) <= start) (at[i] as number)++;
      return (list[at[i] as number] as Stretch).curve;
    });
    return { start, curve: combined(operation, curves, JOIN[operation]) };
  });
});

/** The product of all. */
export const multiplied = (graph: Graph, all: readonly Value[]): Value =>
  all.reduce((a, b) => graph.finite(graph.multiply(a, b)));

const JOIN: Readonly<Record<CombinedLeaf["fields"]["operation"], typeof multiplied>> = {
  product: multiplied,
  sum: (graph, all) => all.reduce((a, b) => graph.finite(graph.add(a, b))),
  clamp: (graph, [value = 0, min = 0, max = 0]) => graph.minimum(graph.maximum(value, min), max),
};
