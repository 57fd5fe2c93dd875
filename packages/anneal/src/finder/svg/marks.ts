import { element, label } from "../../svg/element.ts";
import type { FinderResult } from "../result.ts";
import type { Frame } from "./frame.ts";

const COLOR = "#047857";
const HALO = { stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" };

/** The interval of the answer as a shaded stretch, and every suggestion as a line with its name and a dot where it was read. */
export function drawMarks({ answer, suggestions }: FinderResult, { top, bottom, x, y, left, right }: Frame): string[] {
  const interval = answer.found
    ? [
        element("rect", {
          ...{ x: x.at(answer.from), y: top, width: Math.max(x.at(answer.to) - x.at(answer.from), 1) },
          ...{ height: bottom - top, fill: "#bbf7d0", "fill-opacity": "0.55" },
        }),
      ]
    : [];
  const named = Object.entries(suggestions)
    .flatMap(([name, suggestion]) => (suggestion ? [{ name, at: x.at(suggestion.rate), suggestion }] : []))
    .filter(({ at }) => at >= left && at <= right)
    .sort((a, b) => a.at - b.at);
  const dot = (cx: number, cy: number) =>
    cy >= top && cy <= bottom ? [element("circle", { cx, cy, r: 3.5, fill: COLOR })] : [];
  return [
    ...interval,
    ...named.flatMap(({ name, at, suggestion }, i) => [
      element("line", { x1: at, x2: at, y1: top, y2: bottom, stroke: COLOR, "stroke-dasharray": "3 3" }),
      // Names at different heights do not cover each other.
      label(name, at - 4 * side(name, at - left), top + 14 + 14 * i, {
        ...HALO,
        ...{ "font-size": 11, fill: COLOR, "text-anchor": side(name, at - left) > 0 ? "end" : "start" },
      }),
      ...dot(x.at(suggestion.at), y.at(suggestion.loss)),
    ]),
  ];
}

/** 1 for a name on the left of its line, -1 on the right where there is no room: a letter takes some 7 pixels. */
function side(name: string, room: number): number {
  return room < 4 + 7 * name.length ? -1 : 1;
}
