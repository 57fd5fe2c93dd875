import { element, tenth } from "./element.ts";
import type { Panel } from "./layout.ts";
import type { Outline } from "./outline.ts";
import type { Scale } from "./scale.ts";
import { type Paint, strokeOf } from "./theme.ts";

/** A curve as one line, which is interrupted where its values are left out. */
export function drawCurve(
  { times, values }: Outline,
  x: Scale,
  { y, floor }: Panel,
  number: number,
  broad: boolean,
  paint: Paint,
): string {
  let d = "";
  let pen = "M";
  for (let i = 0; i < times.length; i++) {
    const value = values[i] as number;
    const isShown = value > floor;
    if (isShown) d += `${pen}${tenth(x.at(times[i] as number))} ${tenth(y.at(value))}`;
    pen = isShown ? "L" : "M";
  }
  const look = { ...strokeOf(broad), "stroke-linejoin": "round", "stroke-linecap": "round" };
  // A single point is a line to itself, which is a dot.
  const path = d.includes("L") ? d : d.replace(/^M(.*)$/, "M$1L$1");
  return element("path", { d: path || "M0 0", fill: "none", ...look, ...paint("stroke", number) });
}
