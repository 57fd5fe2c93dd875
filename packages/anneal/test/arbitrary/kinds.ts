import type { Level, Plan, Time } from "../../src/index.ts";
import type { Draw } from "./draw.ts";
import { ARGUMENTS } from "./functions.ts";
import { drawLevel, drawTime, grain } from "./units.ts";
import type { Drawn, Where } from "./where.ts";

const RAMPS = ["linear", "cosine", "geometric", "polynomial", "tanh", "logarithmic"] as const;

type Drawers = Readonly<Record<string, (draw: Draw, where: Where) => Plan>>;

/** What never ends. */
const ENDLESS: Drawers = {
  constant: (draw, where) => ({ kind: "constant", value: drawLevel(draw, where) }),
  exponential: drawExponential,
  piecewise: drawPiecewise,
  powerLaw: (draw, where) => ({
    kind: "powerLaw",
    from: drawLevel(draw, where),
    every: drawTime(draw, where.run, 32 * grain(where.run)).time,
    power: draw.pick([-1, -0.5, 1, 2, -0.3, 0]),
    ...(draw.oneIn(2) ? { rate: draw.pick([1, 0, 0.5, 3]) } : {}),
    ...staircase(draw),
  }),
  cosineWave: (draw, where) => ({ kind: "cosineWave", ...drawTurns(draw, where) }),
  cycle: (draw, where) => {
    const power = draw.pick([1, 2, 0.5]);
    return { kind: "polynomial", ...drawTurns(draw, where), power, cycle: true };
  },
  custom(draw) {
    const name = draw.pick(Object.keys(ARGUMENTS));
    return { kind: "custom", name, ...(draw.oneIn(2) ? { args: ARGUMENTS[name] as readonly number[] } : {}) };
  },
};

/** Any kind that has no plan in it. */
export function drawSimple(draw: Draw, where: Where): Drawn {
  const ending = ["constant", ...RAMPS] as const;
  const kind = draw.pick(where.fills || where.ends ? ending : [...RAMPS, ...Object.keys(ENDLESS)]);
  if (kind === "constant" && (where.fills || where.ends || draw.oneIn(2))) {
    const { time, steps } = drawOver(draw, where);
    return { plan: { kind: "constant", value: drawLevel(draw, where), over: time }, length: steps };
  }
  const endless = ENDLESS[kind];
  return endless
    ? { plan: endless(draw, where), length: Number.POSITIVE_INFINITY }
    : drawRamp(draw, where, kind as "linear");
}

function drawRamp(draw: Draw, where: Where, kind: (typeof RAMPS)[number]): Drawn {
  // On a clock the step that is less would be one sample.
  const inclusive = where.run.clock === undefined && draw.oneIn(4);
  const { time, steps } = drawOver(draw, inclusive ? { ...where, least: where.least + 1 } : where);
  const own = drawFields(draw, where, kind);
  // Zero has no logarithm, and what came before may be zero.
  const needsLog = kind === "geometric" && !("ratio" in own) && !where.positive;
  const levels = needsLog ? { ...where, positive: true, last: false } : where;
  const ends = { from: drawLevel(draw, levels), to: drawLevel(draw, levels), over: time };
  const plan = { kind, ...ends, ...own, ...(inclusive ? { inclusive } : {}) } as Plan;
  return { plan, length: inclusive ? Math.max(steps - 1, 0) : steps };
}

/** What a ramp has besides its ends. */
function drawFields(draw: Draw, { run }: Where, kind: (typeof RAMPS)[number]): object {
  const some = (fields: object) => (draw.oneIn(2) ? fields : {});
  if (kind === "geometric") return some({ ratio: draw.pick([0.5, 0.01, 2, 10]) });
  if (kind === "tanh") return some({ lower: draw.pick([-6, -1, 2]), upper: draw.pick([4, 1, -3]) });
  if (kind === "cosine")
    return { ...some({ power: draw.pick([1, 2, 0.5, 1.5]) }), ...some({ k: draw.pick([1, 2, 0.5]) }) };
  if (kind === "logarithmic") return some({ every: drawTime(draw, run, 4 * grain(run)).time });
  if (kind !== "polynomial") return {};
  // Near the end a root of 1 - s ** k has less digits in the textbook's form.
  return draw.oneIn(3)
    ? { power: draw.pick([1, 2, 1.5]), k: draw.pick([2, 0.5, 1.7]) }
    : { power: draw.pick([1, 2, 0.5, 3, 0.9]) };
}

function drawOver(draw: Draw, { run, room, fills, least }: Where): { time: Time; steps: number } {
  if (fills || (room !== undefined && draw.oneIn(3))) return { time: "rest", steps: Number.NaN };
  return drawTime(draw, run, least);
}

function staircase(draw: Draw): { staircase?: boolean } {
  return draw.oneIn(2) ? { staircase: draw.oneIn(2) } : {};
}

/** What goes to and fro. */
function drawTurns(draw: Draw, where: Where): { from: Level; to: Level; over: Time } {
  const rest = where.room !== undefined && where.room > 0 && draw.oneIn(4);
  const over = rest ? "rest" : drawTime(draw, where.run, 8 * grain(where.run)).time;
  return { from: drawLevel(draw, where), to: drawLevel(draw, where), over };
}

/** Changes slowly enough that neither zero nor infinity comes within reach of any run. */
function drawExponential(draw: Draw, where: Where): Plan {
  const [factor, least] = draw.pick([
    [0.5, 20],
    [0.9, 20],
    [0.1, 200],
    [1, 0.125],
    [1.05, 100],
    ...(where.positive ? [] : ([[0, 1]] as const)),
  ] as const);
  const every = drawTime(draw, where.run, 8 * least * grain(where.run)).time;
  const to = factor <= 1 && draw.oneIn(3) ? { to: drawLevel(draw, { ...where, last: false }) } : {};
  return { kind: "exponential", from: drawLevel(draw, where), ...to, factor, every, ...staircase(draw) };
}

function drawPiecewise(draw: Draw, where: Where): Plan {
  const at: Time[] = [];
  const to: Level[] = [];
  let least = where.visible;
  for (let i = draw.integer(0, 5); i > 0; i--) {
    const { time, steps } = drawTime(draw, where.run, least);
    at.push(time);
    to.push(drawLevel(draw, { ...where, last: false }));
    least = steps + grain(where.run);
  }
  return { kind: "piecewise", from: drawLevel(draw, where), at, to };
}
