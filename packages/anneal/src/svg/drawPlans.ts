import { refuse } from "../error.ts";
import { piecesOf } from "../piecesOf.ts";
import { drawAxes } from "./drawAxes.ts";
import { drawCurve } from "./drawCurve.ts";
import { drawTitle } from "./drawTitle.ts";
import { element, label, titled } from "./element.ts";
import { type Panel, panelsOf } from "./layout.ts";
import { legendOf, ROW } from "./legendOf.ts";
import { type Curve, type DrawnPlan, type DrawOptions, readDrawn } from "./options.ts";
import { linearScale } from "./scale.ts";
import { type Paint, paintOf, styleOf } from "./theme.ts";
import { trace } from "./trace.ts";

/** How low an axis of values may be. */
const LOWEST = 60;

/**
 * Draws plans over their runs: one SVG with all of them, exact at every corner and every jump.
 *
 * Formula: from the pieces that a plan compiles to; straight ones by their ends, others read at every pixel.
 *
 * - `curves`: 1 to 100 of `{ name, plan, run, steps, from, hyperparameter, functions, broad }`; the first update is at
 *   `from` (default 0), the last at `steps - 1`. Those of one `hyperparameter` share an axis, and those of one `name` a
 *   colour. A `broad` one is pale, and shows below a curve that lies on it.
 * - `options.title`: what stands above, and is read out in place of the picture. Default the names, read out alone.
 * - `options.log`: values on a logarithmic scale, without what is below a millionth of the peak. Default false.
 * - `options.unit`: what one step is. Default `"epoch"` where every run's `stepsPerEpoch` is 1, else `"step"`.
 * - `options.mark`: an update at which a dashed line stands. Default none.
 * - `options.width`, `options.height`: in pixels, up to 2000. Default 760 by 400, and 240 more for each further axis.
 * - `options.theme`: `"light"`, `"dark"`, or `"auto"`: dark where the viewer is. Default `"auto"`.
 * - `options.say`: says the picture's own words, such as `"step"`, in another language. Default as they are.
 *
 * Epochs stand above steps, where all runs agree on `stepsPerEpoch`.
 *
 * Throws a PlanError that lists what is wrong with the curves and the options, or with a plan and its run.
 *
 * @example
 * ```ts
 * import { warmupCosine } from "anneal";
 * import { drawPlans } from "anneal/svg";
 * const run = { base: 0.1, steps: 5000, stepsPerEpoch: 250 };
 * const svg = drawPlans([{ name: "backbone", plan: warmupCosine({ warmup: 500 }), run }], { title: "Rates" });
 * svg.includes("<title>Rates</title>"); // => true
 * ```
 */
export function drawPlans(curves: readonly DrawnPlan[], options: DrawOptions = {}): string {
  const [drawn, { title, log, unit: said, mark, width, height: given, theme, say }] = readDrawn(curves, options);
  const [left, right] = [76, width - 24];
  const last = Math.max(...drawn.map(({ steps }) => Math.ceil(steps) - 1));
  const lines = drawn.map(({ plan, run, steps, from, functions }, i) => {
    const own = Math.ceil(steps) - 1;
    const pieces = piecesOf(plan, run, functions, `curves[${i}].plan`);
    return trace(pieces, own, ((right - left) * own) / (last || 1), log, from);
  });
  const epoch = epochOf(drawn);
  const unit = said ?? (epoch === 1 ? "epoch" : "step");
  const second = unit === "step" && epoch !== undefined && last >= epoch && epoch !== 1;
  const names = [...new Set(drawn.map((one) => one.name))];
  const broad = new Set(drawn.filter((one) => one.broad).map((one) => one.name));
  const legend = legendOf(names, broad, right - left);
  const axes = new Set(drawn.map(({ hyperparameter }) => hyperparameter)).size;
  const height = given ?? Math.min(400 + 240 * (axes - 1) + Math.max(legend.height - ROW, 0), 2000);
  const top = 12 + (title ? 28 : 0) + (second ? 40 : 0);
  const foot = height - 50 - (log ? 18 : 0) - legend.height;
  if (foot - top < LOWEST * axes) {
    const least = Math.ceil(height - (foot - top) + LOWEST * axes);
    refuse(
      least > 2000 ? "curves" : "options.height",
      `${least > 2000 ? "fewer curves" : `a number from ${least}`}`,
      height,
    );
  }
  const panels = panelsOf(drawn, lines, log, [top, foot]);
  // One step is drawn at the left of an axis that is one step long.
  const x = linearScale(0, last || 1, left, right);
  const paint = paintOf(theme);
  const name = title ?? say(`Schedules: ${names.join(", ")}`);
  const content = [
    titled(name),
    styleOf(theme),
    element("rect", { width, height, ...paint("fill", "paper") }),
    title ? drawTitle(title, left, right - left, paint) : "",
    ...drawAxes({
      ...{ panels, left, right, last: last || 1, x, paint },
      ...{ unit, say, stepsPerEpoch: second ? epoch : undefined },
    }),
    ...panels.flatMap((panel) => [
      mark === undefined || mark > last ? "" : drawMark(x.at(mark), panel, paint),
      ...panel.members.map((i) => {
        const { name, broad } = drawn[i] as Curve;
        return drawCurve(lines[i] as (typeof lines)[number], x, panel, names.indexOf(name), broad, paint);
      }),
    ]),
    log && panels.some(({ hides }) => hides)
      ? label(say("values below a millionth of the peak are left out"), left, foot + 56, {
          ...{ "font-size": 11, ...paint("fill", "text") },
        })
      : "",
    ...legend.draw(left, height - legend.height - 6, paint),
  ];
  const about = { xmlns: "http://www.w3.org/2000/svg", role: "img", "aria-label": name };
  const size = { viewBox: `0 0 ${width} ${height}`, width, height, "font-family": "system-ui, sans-serif" };
  return `${element("svg", { ...about, ...size }, `\n${content.filter(Boolean).join("\n")}\n`)}\n`;
}

/** A dashed line across a panel. */
function drawMark(x: number, { top, bottom }: Panel, paint: Paint): string {
  return element("line", { x1: x, y1: top, x2: x, y2: bottom, "stroke-dasharray": "2 4", ...paint("stroke", "ink") });
}

/** How many steps an epoch has, where all runs agree on it. */
function epochOf(drawn: readonly Curve[]): number | undefined {
  const [first, ...rest] = new Set(drawn.map(({ run }) => run.stepsPerEpoch));
  return rest.length > 0 ? undefined : first;
}
