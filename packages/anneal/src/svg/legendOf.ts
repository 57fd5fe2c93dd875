import { element, label } from "./element.ts";
import { cut, widthOf } from "./textWidth.ts";
import { type Paint, strokeOf } from "./theme.ts";

/** How much the line before a name takes. */
const SIGN = 26;

/** The height of a row. */
export const ROW = 18;

/** Where each name of a legend stands, in rows that are no wider than so much; long names are cut. */
export interface Legend {
  readonly height: number;
  draw(left: number, top: number, paint: Paint): readonly string[];
}

/** The names of curves, side by side as far as there is room, some of them `broad`; none for a single one. */
export function legendOf(names: readonly string[], broad: ReadonlySet<string>, width: number): Legend {
  let [x, row] = [0, 0];
  const entries = (names.length > 1 ? names : []).map((name) => {
    const text = cut(name, width - SIGN);
    const wide = SIGN + widthOf(text) + 16;
    if (x > 0 && x + wide - 16 > width) [x, row] = [0, row + 1];
    const entry = { text, x, y: row * ROW, look: strokeOf(broad.has(name)) };
    x += wide;
    return entry;
  });
  return {
    height: entries.length > 0 ? (row + 1) * ROW : 0,
    draw: (left, top, paint) =>
      entries.flatMap(({ text, x: at, y, look }, i) => [
        element("line", {
          ...{ x1: left + at, x2: left + at + 18, y1: top + y + 8, y2: top + y + 8, ...look },
          ...paint("stroke", i),
        }),
        label(text, left + at + SIGN - 2, top + y + 12, { "font-size": 12, ...paint("fill", "ink") }),
      ]),
  };
}
