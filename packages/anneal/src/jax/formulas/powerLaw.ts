import { PowerLawLeaf } from "../../kinds/powerLaw.ts";
import { power } from "../elementary/power.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed } from "../moment.ts";
import { turnNumbers, turns } from "../turns.ts";

/** A power of time, or of the whole turns that are done. */
export const powerLaw: Formula = simple(PowerLawLeaf, (fields, unit) => {
  const { from, rate, power: exponent, staircase } = fields;
  const every = fields.every / unit;
  return {
    shape: `powerLaw ${exponent} ${staircase}`,
    numbers: [from, staircase ? rate : rate / every, ...(staircase ? turnNumbers(every) : [])],
    read(graph, moment, [start = 0, each = 0, ...turn]) {
      const time = staircase ? turns(graph, moment, turn).count : elapsed(graph, moment);
      const base = graph.add(graph.multiply(time, each), 1);
      return graph.finite(graph.multiply(start, graph.finite(power(graph, base, exponent))));
    },
  };
});
