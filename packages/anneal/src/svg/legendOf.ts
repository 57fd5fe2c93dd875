import { element, label } from "./element.ts";
import type { Paint } from "./theme.ts";

/** How much a letter takes, and the line before a name. */
const [LETTER, SIGN] = [7, 26] as const;

/** The height of a row. */
export const ROW = 18;

/** Where each name of a legend stands, in rows that are no wider than so much; long names are cut. */
export interface Legend {
  readonly height: number;
  draw(left: number, top: number, paint: Paint): readonly string[];
}

/** The names of curves, side by side as far as there is room; none for a single one. */
export function legendOf(names: readonly string[], width: number): Legend {
  const most = Math.floor((width - SIGN) / LETTER);
  let [x, row] = [0, 0];
  const entries = (names.length > 1 ? names : []).map((name) => {
    const text = [...name].length > most ? `${[...name].slice(0, most - 1).join("")}…` : name;
    const wide = SIGN + LETTER * [...text].length + 16;
    if (x > 0 && x + wide - 16 > width) [x, row] = [0, row + 1];
    const entry = { text, x, y: row * ROW };
    x += wide;
    return entry;
  });
  return {
    height: entries.length > 0 ? (row + 1) * ROW : 0,
    draw: (left, top, paint) =>
      entries.flatMap(({ text, x: at, y }, i) => [
        element("line", {
          ...{ x1: left + at, x2: left + at + 18, y1: top + y + 8, y2: top + y + 8, "stroke-width": 2 },
          ...paint("stroke", i),
        }),
        label(text, left + at + SIGN - 2, top + y + 12, { "font-size": 12, ...paint("fill", "ink") }),
      ]),
  };
}
