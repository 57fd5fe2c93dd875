import type { Controller } from "../../src/index.ts";
import type { Draw } from "./draw.ts";

/** Any controller for so many param groups; `cuts`: it never raises a rate. */
export function drawController(draw: Draw, groups: number, cuts = false): Controller {
  const watch = some(draw, {
    mode: draw.pick(["min", "max"] as const),
    patience: draw.integer(0, 3),
    rtol: draw.pick([0, 1e-4, 0.1, 1]),
    atol: draw.pick([0, 1e-6, 0.1]),
    cooldown: draw.integer(0, 3),
    minRate: drawLimit(draw, groups, [0, 1e-3, 0.02]),
    eps: draw.pick([0, 1e-8, 1e-3]),
    nonFinite: draw.pick(["bad", "skip"] as const),
  });
  if (cuts || draw.oneIn(2)) {
    const own = {
      factor: draw.pick([0, 0.1, 0.5, 0.9]),
      minScale: draw.pick([0, 0.2]),
      accumulate: draw.integer(1, 3),
    };
    return { kind: "plateau", ...watch, ...some(draw, own) };
  }
  const own = some(draw, {
    factor: draw.pick([0.5, 0.9, 0.95]),
    warmup: draw.integer(0, 3),
    maxRate: drawLimit(draw, groups, [0.5, 1, 20]),
    window: draw.integer(0, 4),
    resetStart: draw.integer(0, 3),
  });
  return { kind: "greedy", ...watch, ...own };
}

/** A metric that goes up and down, repeats itself, and is sometimes no number at all. */
export function drawMetric(draw: Draw): number {
  if (draw.oneIn(10)) return draw.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  return draw.oneIn(2) ? draw.integer(-3, 8) / 4 : draw.integer(0, 2 ** 30) / 2 ** 30;
}

function drawLimit(draw: Draw, groups: number, of: readonly number[]): number | number[] {
  return draw.oneIn(2) ? draw.pick(of) : Array.from({ length: groups }, () => draw.pick(of));
}

/** Some of the fields; the others are left to their defaults. */
function some<T extends object>(draw: Draw, fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(() => draw.oneIn(2))) as Partial<T>;
}
