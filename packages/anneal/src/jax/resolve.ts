import type { Piece } from "../piece.ts";
import { nearWhole } from "../units.ts";
import { level, type Place, type Stretch } from "./curve.ts";
import type { Building } from "./formula.ts";
import { formulaOf } from "./formulas.ts";
import type { Graph } from "./graph.ts";

/** What formulas need of each other, over one expression. */
export function building(graph: Graph): Building {
  return { graph, resolve };

  function resolve(pieces: readonly Piece[], place: Place, from: number, to: number): Stretch[] {
    const { origin, unit } = place;
    const start = (i: number) => (i < pieces.length ? nearWhole(origin + (pieces[i] as Piece).start / unit) : 1 / 0);
    const all: Stretch[] = [];
    pieces.forEach(({ value, leaf }, i) => {
      const first = i > 0 ? Math.max(start(i), from) : from;
      const end = Math.min(start(i + 1), to);
      if (!(first < end)) return;
      if (!leaf) all.push({ start: first, curve: level(value) });
      else {
        const own = { origin: origin + value / unit, unit };
        for (const one of formulaOf(leaf).stretches(leaf, { graph, resolve }, own, first, end)) all.push(one);
      }
    });
    return all;
  }
}
