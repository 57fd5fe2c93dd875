import type { Level, Plan, Run, Time } from "../../src/index.ts";
import type { Draw } from "./draw.ts";
import { drawLevel, drawTime, type Levels } from "./units.ts";

/** Where a plan stands, as far as that decides what it may be. */
export interface Where extends Levels {
  readonly run: Required<Run>;
  /** How many steps "rest" is; undefined when it may not last that long. */
  readonly room: number | undefined;
  /** It has to last "rest". */
  readonly fills: boolean;
  /** It has to end by itself. */
  readonly ends: boolean;
  /** How many steps it lasts at least, if it ends. */
  readonly least: number;
  /** The first step at which it is read. */
  readonly visible: number;
  /** How many more plans there may be inside each other. */
  readonly depth: number;
}

/** A plan, and how many steps it lasts: Infinity when it never ends, NaN when it takes the rest. */
export interface Drawn {
  readonly plan: Plan;
  readonly length: number;
}

const RAMPS = ["linear", "cosine", "geometric", "polynomial"] as const;

/** Any kind but a sequence. */
export function drawSimple(draw: Draw, where: Where): Drawn {
  const kind = draw.pick(where.fills || where.ends ? (["constant", ...RAMPS] as const) : [...RAMPS, ...ENDLESS]);
  if (kind === "constant") return drawConstant(draw, where);
  if (kind === "exponential") return { plan: drawExponential(draw, where), length: Number.POSITIVE_INFINITY };
  if (kind === "piecewise") return { plan: drawPiecewise(draw, where), length: Number.POSITIVE_INFINITY };
  const { time, steps } = drawOver(draw, where);
  // Zero has no logarithm, and what came before may be zero.
  const levels = kind !== "geometric" || where.positive ? where : { ...where, positive: true, last: false };
  const ramp = { from: drawLevel(draw, levels), to: drawLevel(draw, levels), over: time };
  if (kind === "polynomial") return { plan: { kind, ...ramp, power: draw.pick([1, 2, 0.5, 3, 0.9]) }, length: steps };
  return { plan: { kind, ...ramp }, length: steps };
}

const ENDLESS = ["constant", "exponential", "piecewise"] as const;

function drawOver(draw: Draw, { run, room, fills, least }: Where): { time: Time; steps: number } {
  if (fills || (room !== undefined && draw.oneIn(3))) return { time: "rest", steps: Number.NaN };
  return drawTime(draw, run, least);
}

function drawConstant(draw: Draw, where: Where): Drawn {
  const value = drawLevel(draw, where);
  const endless = { plan: { kind: "constant", value }, length: Number.POSITIVE_INFINITY } as const;
  if (!where.ends && !where.fills && draw.oneIn(2)) return endless;
  const { time, steps } = drawOver(draw, where);
  return { plan: { kind: "constant", value, over: time }, length: steps };
}

/** Changes slowly enough that neither zero nor infinity comes within reach of any run. */
function drawExponential(draw: Draw, where: Where): Plan {
  const [factor, least] = draw.pick([
    [0.5, 20],
    [0.9, 20],
    [0.1, 200],
    [1, 0.125],
    [1.05, 20],
    ...(where.positive ? [] : ([[0, 1]] as const)),
  ] as const);
  const every = drawTime(draw, where.run, least).time;
  const plan = { kind: "exponential", from: drawLevel(draw, where), factor, every } as const;
  return draw.oneIn(2) ? { ...plan, staircase: draw.oneIn(2) } : plan;
}

function drawPiecewise(draw: Draw, where: Where): Plan {
  const at: Time[] = [];
  const to: Level[] = [];
  let least = where.visible;
  for (let i = draw.integer(0, 5); i > 0; i--) {
    const { time, steps } = drawTime(draw, where.run, least);
    at.push(time);
    to.push(drawLevel(draw, { ...where, last: false }));
    least = steps + 0.125;
  }
  return { kind: "piecewise", from: drawLevel(draw, where), at, to };
}
