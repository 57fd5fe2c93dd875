import { ExponentialLeaf } from "../../kinds/exponential.ts";
import { level } from "../curve.ts";
import { expm1 } from "../elementary/exp.ts";
import { growth, growthNumbers } from "../elementary/growth.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed } from "../moment.ts";
import { turnNumbers, turns } from "../turns.ts";

/** The distance to a level times a factor for every turn, or for every whole one. */
export const exponential: Formula = simple(ExponentialLeaf, (fields, unit, graph) => {
  const { from, to, factor, staircase } = fields;
  if (from === to) return level(from);
  const every = fields.every / unit;
  const log = Math.log(factor) / (staircase ? 1 : every);
  const turn = staircase ? turnNumbers(every) : [];
  return {
    shape: `exponential ${staircase}`,
    numbers: [from, to, from - to, Math.max(log, -1e30), ...growthNumbers(graph, log, from - to), ...turn],
    read(graph, moment, [start = 0, end = 0, distance = 0, rate = 0, a = 0, b = 0, c = 0, d = 0, ...own]) {
      const now = staircase ? { whole: turns(graph, moment, own).count, part: 0 } : moment;
      const grown = growth(graph, now, [a, b, c, d]);
      // Near its beginning it is told by what it has changed, since the other level may be far above.
      const change = graph.multiply(elapsed(graph, now), rate);
      const size = graph.maximum(change, graph.multiply(change, -1));
      const early = graph.add(start, graph.multiply(distance, expm1(graph, change)));
      return graph.maximum(graph.below(size, 0.5, early, graph.add(end, grown)), 0);
    },
  };
});
