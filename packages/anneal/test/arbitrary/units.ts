import type { Level, Run, Time } from "../../src/index.ts";
import type { Draw } from "./draw.ts";

/** The facts of a run, chosen so that every time that {@link drawTime} draws is exact in steps. */
export function drawRun(draw: Draw): Required<Run> {
  return {
    steps: 800 * draw.integer(1, 20),
    stepsPerEpoch: draw.integer(1, 50),
    base: draw.rate(),
    samplesPerStep: 2 ** draw.integer(0, 10),
    tokensPerStep: 2 ** draw.integer(0, 20),
  };
}

/** A time of at least so many steps, in any unit, and how many steps it is: a number of eighths of its unit. */
export function drawTime(draw: Draw, run: Required<Run>, least = 0): { time: Time; steps: number } {
  const [unit, size] = draw.pick([
    ["", 1],
    [" steps", 1],
    [" epochs", run.stepsPerEpoch],
    [" epoch", run.stepsPerEpoch],
    ["%", run.steps / 100],
    [" samples", 1 / run.samplesPerStep],
    [" tokens", 1 / run.tokensPerStep],
  ] as const);
  const more = draw.integer(0, 64) / Math.min(8, 8 * size);
  const count = Math.ceil((8 * least) / size) / 8 + more;
  const text = draw.oneIn(4) ? count.toExponential() : String(count);
  return { time: (unit === "" ? count : `${text}${unit}`) as Time, steps: count * size };
}

/** What a level may be. */
export interface Levels {
  /** Something came before. */
  readonly last: boolean;
  /** Nothing is 0. */
  readonly positive: boolean;
  /** Nothing is absolute. */
  readonly relative: boolean;
}

export function drawLevel(draw: Draw, { last, positive, relative }: Levels): Level {
  if (last && draw.oneIn(3)) return "last";
  if (!positive && draw.oneIn(5)) return relative || draw.oneIn(2) ? "0x" : 0;
  if (relative || draw.oneIn(2)) return draw.pick(["1x", "0.1x", "0.01x", "1e-3x", "2.5x", "0.333x"]);
  return draw.rate();
}
