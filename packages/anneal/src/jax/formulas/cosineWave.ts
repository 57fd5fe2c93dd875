import { CosineWaveLeaf } from "../../kinds/cosineWave.ts";
import { type Formula, simple } from "../formula.ts";
import { elapsed, left, since, split } from "../moment.ts";
import { turnNumbers, turns } from "../turns.ts";
import { endNumbers } from "./ends.ts";
import { angle, wave } from "./wave.ts";

/** A cosine without end: the first half of each period goes, the second comes back. */
export const cosineWave: Formula = simple(CosineWaveLeaf, (fields, unit) => {
  const over = fields.over / unit;
  const times = [...split(over), ...split(2 * over), ...turnNumbers(2 * over)];
  return {
    shape: "cosineWave",
    numbers: [...endNumbers(fields), angle(over), ...times],
    read(graph, moment, [from = 0, to = 0, span = 0, each = 0, whole = 0, part = 0, end = 0, endPart = 0, ...turn]) {
      const { inside } = turns(graph, moment, turn);
      const away = graph.minimum(elapsed(graph, inside), left(graph, inside, end, endPart));
      // How far it is from the middle of the period, on whichever side.
      const after = elapsed(graph, since(graph, inside, whole, part));
      const rest = graph.maximum(after, left(graph, inside, whole, part));
      return wave(graph, [from, to, span], graph.multiply(away, each), graph.multiply(rest, each));
    },
  };
});
