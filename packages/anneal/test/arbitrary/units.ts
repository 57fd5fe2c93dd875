import type { BatchSize, Level, Run, Time } from "../../src/index.ts";
import { amountAt, updatesFor } from "../reference/amount.ts";
import type { Draw } from "./draw.ts";

/** All facts of a run, and inside of a plan on a clock what that clock counts. */
export interface Facts extends Required<Run> {
  readonly clock?: BatchSize;
}

/** The facts of a run, chosen so that every time that {@link drawTime} draws is exact in steps. */
export function drawRun(draw: Draw): Required<Run> {
  return {
    steps: 800 * draw.integer(1, 20),
    stepsPerEpoch: draw.integer(1, 50),
    base: draw.rate(),
    samplesPerStep: drawBatch(draw, 10),
    tokensPerStep: drawBatch(draw, 20),
  };
}

/** A batch size, ramped now and then. */
function drawBatch(draw: Draw, most: number): BatchSize {
  const size = 2 ** draw.integer(0, most);
  if (!draw.oneIn(6)) return size;
  const at = [draw.integer(1, 400) / 4];
  if (draw.oneIn(2)) at.push((at[0] as number) + draw.integer(1, 4000) / 4);
  return { from: size, at, to: at.map(() => 2 ** draw.integer(0, most)) };
}

/** An eighth of an update on the plan's clock: what lies nearer to a whole update than this may be taken for it. */
export function grain({ clock = 1 }: Facts): number {
  return (typeof clock === "number" ? clock : Math.max(clock.from, ...clock.to)) / 8;
}

/** A time of at least so many steps, in any unit, and how many steps it is: a number of eighths of its unit. */
export function drawTime(draw: Draw, run: Facts, least = 0): { time: Time; steps: number } {
  const { clock = 1, steps, stepsPerEpoch, samplesPerStep, tokensPerStep } = run;
  if (typeof clock === "object") {
    const amount = Math.ceil(least + draw.integer(0, 64) * grain(run));
    return { time: amount, steps: amount };
  }
  const units = [
    ["", 1 / clock],
    [" steps", 1],
    [" epochs", stepsPerEpoch],
    [" epoch", stepsPerEpoch],
    ["%", steps / 100],
    [" samples", samplesPerStep],
    [" tokens", tokensPerStep],
  ] as const;
  // What is consumed while that changes, only a clock tells.
  const [unit, size] = draw.pick(units.filter(([, size]) => run.clock !== undefined || typeof size === "number"));
  const consumed = unit === " samples" || unit === " tokens";
  // How many steps one of the unit is; of what is consumed, at first.
  const first = consumed ? updatesFor(1, typeof size === "object" ? size.from : size) : (size as number);
  const enough = 8 * (consumed ? amountAt(least / clock, size) : least / clock / first);
  const whole = run.clock !== undefined && unit === "";
  const count = (whole ? Math.ceil(enough / 8) : Math.ceil(enough) / 8) + draw.integer(0, 64) / Math.min(8, 8 * first);
  const text = draw.oneIn(4) ? count.toExponential() : String(count);
  const updates = consumed ? updatesFor(count, size) : count * first;
  return { time: (unit === "" ? count : `${text}${unit}`) as Time, steps: updates * clock };
}

/** What a level may be. */
export interface Levels {
  /** Something came before. */
  readonly last: boolean;
  /** Nothing is 0. */
  readonly positive: boolean;
  /** Nothing is absolute. */
  readonly relative: boolean;
  /** Nothing is relative. */
  readonly plain: boolean;
}

export function drawLevel(draw: Draw, { last, positive, relative, plain }: Levels): Level {
  if (last && !plain && draw.oneIn(3)) return "last";
  if (!positive && draw.oneIn(5)) return !plain && (relative || draw.oneIn(2)) ? "0x" : 0;
  if (!plain && (relative || draw.oneIn(2))) return draw.pick(["1x", "0.1x", "0.01x", "1e-3x", "2.5x", "0.333x"]);
  return draw.rate();
}
