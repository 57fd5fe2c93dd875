import { format } from "anneal";
import { scaleLinear } from "d3-scale";
import type { EpochRecord } from "../records.ts";
import { type Box, drawPanel, type Panel } from "./panel.ts";
import { element, text } from "./svg.ts";

/** What the picture tells. */
export interface TrainingPicture {
  readonly title: string;
  /** Lines of small print below the title. */
  readonly notes: readonly string[];
  /** One record per epoch, from epoch 0 on. */
  readonly records: readonly EpochRecord[];
  /** Epochs of warm-up; they are shaded. */
  readonly warmupEpochs: number;
  /** Epochs at which the rate changes; they are marked with `mark`. */
  readonly milestones: readonly number[];
  readonly mark: string;
}

const WIDTH = 900;
const LEFT = 84;
const RIGHT = 84;
const INK = "#111827";
const MUTED = "#6b7280";
const PANEL_TOPS = [134, 338, 522] as const;
const PANEL_HEIGHTS = [150, 130, 130] as const;
const BOTTOM = PANEL_TOPS[2] + PANEL_HEIGHTS[2];
const HEIGHT = BOTTOM + 56;

/** The learning rate, the loss and the accuracy of a run, one below the other over the same epochs, as one SVG. */
export function drawTraining(picture: TrainingPicture): string {
  const { records } = picture;
  const x = scaleLinear([0, Math.max(records.length, 1)], [LEFT, WIDTH - RIGHT]);
  const panels = panelsOf(records).map((panel, index) => drawPanel(panel, boxOf(index), x));
  const content = [
    element("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }),
    text(picture.title, { x: LEFT, y: 36, fill: INK, "font-size": 20, "font-weight": 700 }),
    ...picture.notes.map((note, line) => text(note, { x: LEFT, y: 62 + 19 * line, fill: MUTED, "font-size": 13 })),
    ...drawMarks(picture, x),
    ...panels,
    ...drawEpochs(x),
  ];
  const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT };
  const font = { "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" };
  const about = { xmlns: "http://www.w3.org/2000/svg", role: "img", "aria-label": picture.title };
  return `${element("svg", { ...about, ...size, ...font }, `\n${content.join("\n")}\n`)}\n`;
}

function panelsOf(records: readonly EpochRecord[]): Panel[] {
  const last = records.at(-1);
  const held = last ? [[last.epoch + 1, last.learningRate] as const] : [];
  return [
    {
      name: "Learning rate (log scale)",
      color: "#c2410c",
      axis: "log",
      steps: true,
      points: [...records.map(({ epoch, learningRate }) => [epoch, learningRate] as const), ...held],
      label: (rate) => format(Number(rate.toPrecision(4))),
    },
    {
      name: "Training loss (log scale)",
      color: "#1d4ed8",
      axis: "log",
      steps: false,
      points: records.map(({ epoch, loss }) => [epoch + 0.5, loss] as const),
      label: (loss) => String(Number(loss.toPrecision(3))),
    },
    {
      name: "Test accuracy",
      color: "#047857",
      axis: "linear",
      steps: false,
      points: records.map(({ epoch, accuracy }) => [epoch + 1, accuracy] as const),
      label: (accuracy) => `${Number((100 * accuracy).toFixed(2))}%`,
    },
  ];
}

function boxOf(index: number): Box {
  return {
    left: LEFT,
    top: PANEL_TOPS[index] as number,
    width: WIDTH - LEFT - RIGHT,
    height: PANEL_HEIGHTS[index] as number,
  };
}

/** The warm-up as a band and the milestones as lines, through all panels. */
function drawMarks(
  { warmupEpochs, milestones, mark, records }: TrainingPicture,
  x: (epoch: number) => number,
): string[] {
  const top = PANEL_TOPS[0];
  const height = BOTTOM - top;
  const warmup = Math.min(warmupEpochs, records.length);
  const band = element("rect", { x: x(0), y: top, width: x(warmup) - x(0), height, fill: "#fff7ed" });
  const name = text("warm-up", { x: x(0) + 6, y: top + PANEL_HEIGHTS[0] - 8, fill: "#9a3412", "font-size": 11 });
  const shown = milestones.filter((milestone) => milestone < records.length);
  return [
    ...(warmup > 0 ? [band, name] : []),
    ...shown.flatMap((milestone) => [
      element("line", {
        x1: x(milestone),
        x2: x(milestone),
        y1: top,
        y2: BOTTOM,
        stroke: "#9ca3af",
        "stroke-dasharray": "3 4",
      }),
      text(mark, { x: x(milestone) + 6, y: top + 14, fill: MUTED, "font-size": 11 }),
    ]),
  ];
}

function drawEpochs(x: ReturnType<typeof scaleLinear<number, number>>): string[] {
  const ticks = x.ticks(10).filter(Number.isInteger);
  return [
    element("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: BOTTOM, y2: BOTTOM, stroke: "#9ca3af" }),
    ...ticks.map((tick) => {
      return text(String(tick), { x: x(tick), y: BOTTOM + 20, fill: MUTED, "font-size": 12, "text-anchor": "middle" });
    }),
    text("epoch", { x: WIDTH - RIGHT, y: BOTTOM + 42, fill: MUTED, "font-size": 12, "text-anchor": "end" }),
  ];
}
