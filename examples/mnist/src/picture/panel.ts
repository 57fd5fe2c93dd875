import { scaleLinear, scaleLog } from "d3-scale";
import { curveLinear, curveStepAfter, line } from "d3-shape";
import { element, tenth, text } from "./svg.ts";

/** A point of a curve: a place in the run, in epochs, and a value; null where there was none to draw. */
export type Point = readonly [epoch: number, value: number | null];

/** One curve with its own vertical axis. */
export interface Panel {
  readonly name: string;
  readonly color: string;
  /** Logarithmic, for values that fall by factors, or linear. */
  readonly axis: "log" | "linear";
  /** Whether each value holds until the next point, or the curve goes straight there. */
  readonly steps: boolean;
  readonly points: readonly Point[];
  readonly label: (value: number) => string;
}

/** A rectangle of the picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Axis {
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

const GRID = "#e5e7eb";
const MUTED = "#6b7280";

/** Draws a panel: its grid, its tick labels, its curve, its name, and the last value beside the end of the curve. */
export function drawPanel(panel: Panel, box: Box, x: (epoch: number) => number): string {
  const { y, ticks } = axisOf(panel, box);
  const right = box.left + box.width;
  const grid = ticks.map((tick) => {
    return element("line", { x1: box.left, x2: right, y1: y(tick), y2: y(tick), stroke: GRID });
  });
  const labels = ticks.map((tick) => {
    return text(panel.label(tick), {
      x: box.left - 10,
      y: y(tick) + 4,
      fill: MUTED,
      "text-anchor": "end",
      "font-size": 12,
    });
  });
  const drawn = panel.points.filter((point): point is [number, number] => point[1] !== null);
  const name = text(panel.name, {
    x: box.left,
    y: box.top - 10,
    fill: panel.color,
    "font-size": 14,
    "font-weight": 600,
  });
  return [...grid, ...labels, name, ...drawCurve(panel, drawn, x, y)].join("\n");
}

function drawCurve(
  panel: Panel,
  points: readonly (readonly [number, number])[],
  x: (epoch: number) => number,
  y: (value: number) => number,
): string[] {
  const end = points.at(-1);
  if (end === undefined) return [];
  const path = line<readonly [number, number]>(
    ([epoch]) => tenth(x(epoch)),
    ([, value]) => tenth(y(value)),
  ).curve(panel.steps ? curveStepAfter : curveLinear)(points);
  const curve = { d: path ?? "", fill: "none", stroke: panel.color, "stroke-width": 2.25, "stroke-linejoin": "round" };
  const [left, top] = [x(end[0]), y(end[1])];
  return [
    element("path", curve),
    element("circle", { cx: left, cy: top, r: 3.5, fill: panel.color }),
    text(panel.label(end[1]), { x: left + 10, y: top + 4, fill: panel.color, "font-size": 13, "font-weight": 600 }),
  ];
}

function axisOf({ axis, points }: Panel, { top, height }: Box): Axis {
  const values = points.map(([, value]) => value).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = [top + height, top];
  const positive = values.filter((value) => value > 0);
  if (values.length === 0 || (axis === "log" && positive.length === 0))
    return { y: scaleLinear([0, 1], range), ticks: [] };
  if (axis === "log") return logAxis(positive, range);
  const scale = scaleLinear([low, high > low ? high : low + 1], range).nice(4);
  return { y: scale, ticks: scale.ticks(4) };
}

/** From one round value to another; a rate of 0 has no place on such an axis and lies on its bottom. */
function logAxis(values: readonly number[], range: readonly number[]): Axis {
  const bottom = Math.max(...roundValues(Math.min(...values)).filter((value) => value <= Math.min(...values)));
  const top = Math.min(...roundValues(Math.max(...values)).filter((value) => value >= Math.max(...values)));
  const scale = scaleLog([bottom, top > bottom ? top : 10 * bottom], range);
  const leading = top / bottom > 150 ? ["1"] : ["1", "2", "5"];
  const ticks = scale.ticks(8).filter((tick) => leading.includes(tick.toExponential()[0] as string));
  return { y: (value) => scale(Math.max(value, bottom)), ticks };
}

/** 1, 2, 5 and 10 times the power of ten at or below `value`. */
function roundValues(value: number): number[] {
  const exponent = Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((digit) => Number(`${digit}e${exponent}`));
}
