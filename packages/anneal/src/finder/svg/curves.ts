import { element, label, tenth } from "../../svg/element.ts";
import type { FinderResult } from "../result.ts";
import type { Frame } from "./frame.ts";

const [BAND, MEDIAN, FIT] = ["#bfdbfe", "#2563eb", "#c2410c"] as const;

/** Losses, band, median and fit, cut off at the frame, and what their colours mean. */
export function drawCurves({ rates, runs, band, fit }: FinderResult, frame: Frame): string[] {
  const { left, right, top, bottom, x, y } = frame;
  const points = (losses: readonly number[]) =>
    losses.map((loss, i) => `${tenth(x.at(rates[i] as number))} ${tenth(y.at(loss))}`);
  const curve = (losses: readonly number[], stroke: string, width: number) =>
    element("path", { d: path(points(losses)), fill: "none", stroke, "stroke-width": width });
  const dots = runs.flatMap(({ losses }) =>
    losses.map((loss, i) => element("circle", { cx: x.at(rates[i] as number), cy: y.at(loss), r: 1.4 })),
  );
  const outline = [...points(band.high), ...points(band.low).reverse()];
  const inside = [
    element("path", { d: path(outline), fill: BAND, "fill-opacity": "0.6" }),
    element("g", { fill: "#9ca3af" }, dots.join("")),
    curve(fit.losses, FIT, 2),
    curve(band.median, MEDIAN, 2),
  ];
  const clip = element("rect", { x: left, y: top, width: right - left, height: bottom - top });
  return [
    element("clipPath", { id: "anneal-finder" }, clip),
    element("g", { "clip-path": "url(#anneal-finder)" }, inside.join("\n")),
    ...legend(frame),
  ];
}

/** Straight lines through points; nothing for none. */
function path(points: readonly string[]): string {
  return points.length > 0 ? `M${points.join("L")}` : "M0 0";
}

function legend({ left, bottom }: Frame): string[] {
  const rows = [
    [0, "#9ca3af", "losses"],
    [70, FIT, "robust fit"],
    [160, MEDIAN, "smoothed, median of seeds"],
    [345, BAND, "10 % to 90 %"],
  ] as const;
  return rows.flatMap(([from, fill, text]) => {
    const at = left + from;
    return [
      element("rect", { x: at, y: bottom + 53, width: 12, height: 4, fill }),
      label(text, at + 17, bottom + 59, { "font-size": 11, fill: "#374151" }),
    ];
  });
}
