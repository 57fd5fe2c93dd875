import { element, tenth } from "./element.ts";
import type { Panel } from "./layout.ts";
import type { Outline } from "./outline.ts";
import type { Scale } from "./scale.ts";
import { type Paint, strokeOf } from "./theme.ts";

/** A curve as one line, which goes down to the foot where its values are left out, and is interrupted there. */
export function drawCurve(
  { times, values }: Outline,
  x: Scale,
  { y, floor, bottom }: Panel,
  number: number,
  broad: boolean,
  paint: Paint,
): string {
  const isShown = (i: number) => (values[i] as number) > floor;
  let d = "";
  let pen = "M";
  for (let i = 0; i < times.length; i++) {
    const drawn = isShown(i) || isShown(i - 1) || isShown(i + 1);
    const height = isShown(i) ? y.at(values[i] as number) : bottom;
    if (drawn) d += `${pen}${tenth(x.at(times[i] as number))} ${tenth(height)}`;
    pen = drawn && (isShown(i) || isShown(i + 1)) ? "L" : "M";
  }
  const look = { ...strokeOf(broad), "stroke-linejoin": "round", "stroke-linecap": "round" };
  // A single point is a line to itself, which is a dot.
  const path = d.includes("L") ? d : d.replace(/^M(.*)$/, "M$1L$1");
  return element("path", { d: path || "M0 0", fill: "none", ...look, ...paint("stroke", number) });
}
