import { format } from "anneal";
import { ticks } from "d3-array";
import type { Say } from "../language/language.ts";
import { Canvas, DOTS } from "./canvas.ts";
import { displayWidth } from "./displayWidth.ts";
import { type Envelope, envelopeOf } from "./envelope.ts";
import { groupsSaid } from "./groupsSaid.ts";
import { lettersOf, writeLetters } from "./letters.ts";

/** One curve of a chart. */
export interface Series {
  readonly name: string;
  /** What else is drawn by it, since it would hide it. Default nothing. */
  readonly same?: readonly string[];
  /** Whether its name is told also where it is the only one. Default false. */
  readonly named?: boolean;
  /** How many steps it has. Default as many as are drawn. */
  readonly steps?: number;
  /** Steps at which it changes its course, which are read besides others. Default none. */
  readonly changes?: readonly number[];
  at(step: number): number;
}

/** What a chart looks like. */
export interface ChartOptions {
  readonly columns: number;
  readonly rows: number;
  readonly steps: number;
  /** Whether the values stand on a logarithmic scale; what is below a millionth of the peak is left out of it. */
  readonly log: boolean;
  /** What one step is, which is then written below. */
  readonly unit?: string;
  /** A step that has a mark on the axis. Default none. */
  readonly mark?: number;
  /** Colours a text as the series of a number. */
  readonly paint: (text: string, series: number) => string;
  /** Says its words in the user's language. Default English. */
  readonly say?: Say;
}

const inEnglish: Say = (english) => english;

/** The widest label of a value. */
const WIDEST = 10;

/** Below which share of the peak a logarithmic scale leaves values out. */
const LEAST = 1e-6;

/** A chart of braille: values to the left, steps below, and the curves' names where there are several. */
export function chart(series: readonly Series[], options: ChartOptions): string {
  const { columns, rows, steps, log, unit, mark, paint, say = inEnglish } = options;
  const width = Math.max(columns - WIDEST - 2, 8);
  const read = (scale: (value: number) => number): readonly Envelope[] =>
    series.map(({ at, steps: own = steps, changes = [] }) =>
      envelopeOf((step) => (step < own ? scale(at(step)) : Number.NaN), steps, width * DOTS.across, changes),
    );
  const plain = read((value) => value);
  const peak = largest(plain.map(({ high }) => largest(high)));
  if (!(log ? peak > 0 : peak > -1 / 0))
    return `${say(log ? "no value above 0 for a logarithmic scale" : "no value")}\n`;
  let hides = false;
  const curves = log
    ? read((value) => {
        hides ||= value <= peak * LEAST;
        return value > peak * LEAST ? Math.log10(value) : Number.NaN;
      })
    : plain;
  const lows = curves.map(({ low }) => -largest(low.map((value) => -value)));
  const [bottom, top] = around(-largest(lows.map((value) => -value)), log ? Math.log10(peak) : peak, log);
  const dots = rows * DOTS.down - 1;
  const rowOf = (value: number): number => Math.round(((top - value) / (top - bottom)) * dots);
  const canvas = new Canvas(width, rows);
  curves.forEach(({ low, high, first, last }, owner) => {
    for (let x = 0; x < low.length; x++) {
      if (Number.isNaN(low[x])) continue;
      // The jump from the column before belongs to this one.
      const before = last[x - 1];
      const [from, to] = [rowOf(low[x] as number), rowOf(high[x] as number)];
      canvas.line(x, from, to, owner);
      const joined = before === undefined || Number.isNaN(before) ? first[x] : before;
      const reached = rowOf(joined as number);
      canvas.line(x, Math.min(reached, from, to), Math.max(reached, from, to), owner);
    }
  });
  // Where colours do not tell all curves apart, letters in them do.
  const isPlain = new Set(series.map((_, i) => paint("x", i))).size < series.length;
  const letters = isPlain ? lettersOf(series.map(({ name }) => name)) : [];
  if (isPlain) writeLetters(canvas, curves, letters, rowOf);
  const labels = valueLabels(bottom, top, rows, log);
  const lines = canvas.lines(paint).map((line, row) => {
    const label = labels.get(row);
    return `${(label ?? "").padStart(WIDEST)} ${label === undefined ? "│" : "┤"}${line.trimEnd()}`;
  });
  const [axis, below] = stepAxis(steps, width, mark);
  const margin = " ".repeat(WIDEST + 1);
  const named = unit === undefined ? [] : [`${margin} ${centred(say(unit), width)}`];
  const left = hides ? [`${margin} ${say(`below ${shortest(peak * LEAST)} left out`)}`] : [];
  const isNamed = series.length > 1 || series[0]?.named === true;
  const legend = (isNamed ? series : []).flatMap(({ name, same = [] }, i) => {
    const sign = paint(isPlain ? `━${letters[i]}━` : "━━", i);
    return [name, ...same].map((one) => entry(sign, groupsSaid(one, say), columns));
  });
  return `${[...lines, `${margin}└${axis}`, `${margin} ${below}`, ...named, ...left, ...legend].join("\n")}\n`;
}

/** A row of the legend, which is cut where it does not fit. */
function entry(sign: string, name: string, columns: number): string {
  const letters = [...name];
  const most = columns - WIDEST - 5;
  // The beginning of a name is often a folder, and its end what tells it from others.
  const end = Math.ceil(most / 2);
  const cut =
    displayWidth(name) > most
      ? [...fitting(letters, most - end - 1), "…", ...fitting(letters.toReversed(), end).toReversed()]
      : letters;
  return `${" ".repeat(WIDEST + 1)}${sign} ${cut.join("")}`;
}

/** The first letters, as far as there is room. */
function fitting(letters: readonly string[], columns: number): readonly string[] {
  let left = columns;
  const end = letters.findIndex((letter) => {
    left -= displayWidth(letter);
    return left < 0;
  });
  return end < 0 ? letters : letters.slice(0, end);
}

function centred(text: string, columns: number): string {
  return " ".repeat(Math.max(Math.ceil((columns - displayWidth(text)) / 2), 0)) + text;
}

/** The largest number of a list, which may be too long for the arguments of a call; NaN is none. */
function largest(values: ArrayLike<number>): number {
  let most = -1 / 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}

/** The ends of the scale: from 0 where that is near. */
function around(low: number, high: number, log: boolean): readonly [bottom: number, top: number] {
  // What differs by rounding alone is level.
  if (!(high - low > 1e-9 * (log ? 1 : Math.abs(high))))
    return log ? [low - 0.5, high + 0.5] : low === 0 ? [0, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * low)];
  return !log && low > 0 && low < high / 2 ? [0, high] : [low, high];
}

/** The rows that have a label. */
function valueLabels(bottom: number, top: number, rows: number, log: boolean): ReadonlyMap<number, string> {
  const values = ticks(bottom, top, Math.max(2, Math.floor(rows / 3)));
  const labels = new Map<number, string>();
  for (const value of values) {
    const row = Math.round(((top - value) / (top - bottom)) * (rows - 1));
    const rate = log ? 10 ** value : value;
    labels.set(row, shortest(rate));
  }
  return labels;
}

function shortest(rate: number): string {
  const text = format(Number(rate.toPrecision(4)));
  return text.length <= WIDEST ? text : rate.toExponential(2);
}

/** The line under the picture, and the steps under that. */
function stepAxis(steps: number, width: number, mark: number | undefined): readonly [axis: string, below: string] {
  const most = Math.max(steps - 1, 1);
  const axis = Array<string>(width).fill("─");
  const columnOf = (step: number): number => Math.min(Math.round((step / most) * (width - 1)), width - 1);
  let below = "";
  for (const step of ticks(0, most, Math.max(2, Math.floor(width / 12))).filter(Number.isInteger)) {
    const column = columnOf(step);
    const label = step >= 1e5 ? step.toExponential().replace("e+", "e") : String(step);
    const start = Math.max(0, Math.min(column - Math.floor(label.length / 2), width - label.length));
    if (start > 0 && start <= below.length) continue;
    axis[column] = "┬";
    below = below.padEnd(start) + label;
  }
  if (mark !== undefined && mark <= most) axis[columnOf(mark)] = "▲";
  return [axis.join(""), below];
}
