import { format } from "../../format.ts";
import { element, label } from "../../svg/element.ts";
import { rateText } from "../../svg/rateText.ts";
import type { Frame } from "./frame.ts";

const TEXT = { "font-size": 12, fill: "#6b7280" };

/** The grid, the numbers and the names of both axes. */
export function drawAxes({ left, right, top, bottom, x, y }: Frame): string[] {
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string) =>
    element("line", { x1, y1, x2, y2, stroke });
  const upright = (value: number, stroke: string) => line(x.at(value), top, x.at(value), bottom, stroke);
  return [
    ...x.minor.map((value) => upright(value, "#f3f4f6")),
    ...x.ticks.map((value) => upright(value, "#d1d5db")),
    ...y.ticks.map((value) => line(left, y.at(value), right, y.at(value), "#e5e7eb")),
    ...x.ticks.map((value) => label(rateText(value), x.at(value), bottom + 18, { ...TEXT, "text-anchor": "middle" })),
    ...y.ticks.map((value) => label(format(value), left - 8, y.at(value) + 4, { ...TEXT, "text-anchor": "end" })),
    label("learning rate (log scale)", (left + right) / 2, bottom + 40, { ...TEXT, "text-anchor": "middle" }),
    label("loss", left - 8, top - 10, { ...TEXT, "text-anchor": "end" }),
  ];
}
