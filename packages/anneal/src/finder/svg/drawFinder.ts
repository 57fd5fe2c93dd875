import { format } from "../../format.ts";
import { element, label, titled } from "../../svg/element.ts";
import type { FinderResult } from "../result.ts";
import { drawAxes } from "./axes.ts";
import { checkDrawn } from "./checkDrawn.ts";
import { drawCurves } from "./curves.ts";
import { frameOf } from "./frame.ts";
import { drawMarks } from "./marks.ts";

/**
 * Draws a search: the losses of every seed as dots, the band and the median of the smoothed ones, the robust fit, the
 * interval of the answer, and what each rule suggests, over a logarithmic axis of rates.
 *
 * - `result`: what `findLearningRate` gave, or the same from JSON.
 *
 * Returns the text of an SVG of 760 by 520 pixels. The axis of losses ends a little above the highest one before the
 * minimum, so that divergence does not flatten what matters.
 *
 * Throws a PlanError that names the fields of what is no such result.
 *
 * @example
 * ```ts
 * import { drawFinder, findLearningRate } from "anneal/finder";
 * let weight = 5;
 * const result = await findLearningRate({
 *   step(rate) {
 *     const loss = weight ** 2;
 *     weight -= rate * 2 * weight;
 *     return loss;
 *   },
 *   snapshot: () => weight,
 *   restore: (saved) => {
 *     weight = saved;
 *   },
 * });
 * drawFinder(result).slice(0, 4); // => "<svg"
 * ```
 */
export function drawFinder(result: FinderResult): string {
  checkDrawn(result);
  const frame = frameOf(result);
  const { width, height, left, bottom } = frame;
  const { answer, restored, runs } = result;
  const lines = answer.reasons.map(({ text }) => text);
  const two = (rate: number) => format(Number(rate.toPrecision(2)));
  const title = answer.found
    ? `Learning rate ${two(answer.from)} to ${two(answer.to)}, confidence ${answer.confidence}`
    : "Learning rate: no answer";
  const proof = restored.same ? `restored, hash ${restored.before.slice(0, 16)}…` : "not restored";
  const content = [
    titled(title),
    element("rect", { width, height, fill: "#fff" }),
    label(title, left, 28, { "font-size": 17, "font-weight": 700, fill: "#111827" }),
    ...lines.slice(0, 4).map((line, i) => label(line, left, 48 + 16 * i, { "font-size": 12, fill: "#6b7280" })),
    ...drawAxes(frame),
    ...drawMarks(result, frame),
    ...drawCurves(result, frame),
    label(`${runs.length} ${runs.length === 1 ? "seed" : "seeds"}; ${proof}`, left, bottom + 80, {
      "font-size": 11,
      fill: "#6b7280",
    }),
  ];
  const about = { xmlns: "http://www.w3.org/2000/svg", role: "img", "aria-label": title };
  const size = { viewBox: `0 0 ${width} ${height}`, width, height, "font-family": "system-ui, sans-serif" };
  return `${element("svg", { ...about, ...size }, `\n${content.join("\n")}\n`)}\n`;
}
