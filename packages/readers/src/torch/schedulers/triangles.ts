import { exponential, linear, type Plan, product, repeat, sequence, sum } from "anneal";
import type { Context } from "../../context.ts";

/** The arguments of CyclicLR that shape it. */
export interface Triangle {
  readonly up: number;
  readonly down: number;
  readonly mode: "triangular" | "triangular2" | "exp_range";
  readonly gamma: number;
  readonly scale_fn: ((t: number) => number) | undefined;
  readonly scale_mode: "cycle" | "iterations";
}

/** The share of the way from the lower to the higher level. */
export function heightOf({ up, down, mode, gamma, scale_fn, scale_mode }: Triangle): (epoch: number) => number {
  const length = up + down;
  return (epoch) => {
    const cycle = Math.floor(1 + epoch / length);
    const share = 1 + epoch / length - cycle;
    const triangle = share <= up / length ? share / (up / length) : (share - 1) / (up / length - 1);
    if (scale_fn) return triangle * scale_fn(scale_mode === "cycle" ? cycle : epoch);
    return triangle * (mode === "triangular" ? 1 : mode === "triangular2" ? 0.5 ** (cycle - 1) : gamma ** epoch);
  };
}

/** Triangles between two levels, their height scaled. */
export function triangles(scale: Triangle, rest: number, peak: number, context: Context): Plan {
  const { up, down, mode, gamma, scale_fn, scale_mode } = scale;
  const triangle = (from: number, to: number): Plan =>
    repeat({ plan: sequence(linear({ from, to, over: up }), linear({ from: to, to: from, over: down })) });
  if (mode === "triangular" && !scale_fn) return triangle(rest, peak);
  const staircase = mode === "triangular2";
  const [factor, every] = staircase ? [0.5, up + down] : [gamma, 1];
  // The peak comes nearer to the level of rest, and every level stays at 0 or above.
  const top = scale_fn
    ? context.custom(
        (t) => rest + (peak - rest) * scale_fn(scale_mode === "cycle" ? Math.floor(1 + t / (up + down)) : t),
      )
    : exponential({ from: peak, to: rest, factor, every, staircase });
  return sum(triangle(rest, 0), product(top, triangle(0, 1)));
}
