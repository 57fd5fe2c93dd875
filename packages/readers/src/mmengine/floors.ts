import { constant, cosine, cosineWave, type Level, oneCycle, type Plan, polynomial, sequence } from "anneal";
import { choice, each, flag, list, nullable, number, optional } from "../parameter.ts";
import { type Floor, NEVER, type Shape, shape, type Window } from "./curve.ts";

/** The floor by one of its two names; in MMEngine exactly one may be given. */
function floorOf(min: number | null, share: number | null, { refuse }: Window, fallback?: Floor): Floor {
  if (min !== null && share !== null) refuse("eta_min", "either eta_min or eta_min_ratio", "both");
  if (min === null && share === null && !fallback) refuse("eta_min", "either eta_min or eta_min_ratio", "neither");
  return share !== null ? { share } : min !== null ? { absolute: min } : (fallback ?? { absolute: 0 });
}

const FLOOR = { eta_min: nullable(number), eta_min_ratio: nullable(number) };

/** The shapes that go to a floor, or to levels of their own. */
export const FLOORS = {
  CosineAnnealing: shape({ T_max: nullable(number), ...FLOOR }, ({ T_max, eta_min, eta_min_ratio }, window) => {
    const length = window.end - window.begin;
    // As Python's `or`: 0 is none.
    const over = (T_max ?? 0) * window.each || length;
    if (over < 0) window.refuse("T_max", "a number from 0", T_max);
    const curve = over < length ? cosineWave : cosine;
    return [
      {
        plan: (own: (multiple: number) => Level, to: Level) => curve({ from: own(1), to, over }),
        floor: floorOf(eta_min, eta_min_ratio, window, { absolute: 0 }),
        until: length - 1,
        returns: over < length - 1,
      },
    ];
  }),

  Poly: shape({ eta_min: optional(number, 0), power: optional(number, 1) }, ({ eta_min, power }, { begin, end }) => {
    const over = end - begin;
    return [
      {
        plan: (own, to) => polynomial({ from: own(1), to, over, power, inclusive: true }),
        floor: { absolute: eta_min },
        until: over > 1 ? Number.POSITIVE_INFINITY : 0,
      },
    ];
  }),

  CosineRestart: shape(
    { periods: list(number), restart_weights: optional(list(number), [1]), ...FLOOR },
    ({ periods, restart_weights, eta_min, eta_min_ratio }, window) => {
      const lengths = periods.map((period) => period * window.each);
      const wrong = lengths.findIndex((length) => !(length > 0 && Number.isInteger(length)));
      if (wrong >= 0 || lengths.length === 0)
        window.refuse("periods", "whole numbers above 0", periods[wrong] ?? "none");
      if (periods.length !== restart_weights.length) {
        window.refuse("restart_weights", `as many as periods (${periods.length})`, restart_weights.length);
      }
      let all = 0;
      const starts = lengths.map((length) => {
        all += length;
        return all - length;
      });
      const last = Math.min(all, window.end - window.begin) - 1;
      return [
        {
          plan: (own, to) => {
            const cycles = lengths.flatMap((over, i): readonly Plan[] => {
              const from = own(restart_weights[i] ?? 1);
              const start = starts[i] as number;
              if (start > last) return [];
              // A cycle of which only the first step is seen.
              return [start === last ? constant({ value: from }) : cosine({ from, to, over })];
            });
            return cycles.length === 1 ? (cycles[0] as Plan) : sequence(...cycles);
          },
          floor: floorOf(eta_min, eta_min_ratio, window),
          start: restart_weights[0] ?? 1,
          first: 0,
          until: last > 0 && starts.includes(last) ? Number.POSITIVE_INFINITY : last,
          overwrites: true,
        },
      ];
    },
  ),

  OneCycle: shape(
    {
      eta_max: optional(each(number), 0),
      total_steps: nullable(number),
      pct_start: optional(number, 0.3),
      anneal_strategy: optional(choice("cos", "linear"), "cos"),
      div_factor: optional(number, 25),
      final_div_factor: optional(number, 1e4),
      three_phase: optional(flag, false),
    },
    ({ eta_max, total_steps, pct_start, anneal_strategy, div_factor, final_div_factor, three_phase }, window) => {
      const length = window.end - window.begin;
      const over = total_steps === null ? length : total_steps * window.each;
      if (!(over > 0 && Number.isInteger(over))) window.refuse("total_steps", "a whole number above 0", total_steps);
      if (window.end < NEVER && over < length) window.refuse("total_steps", "at least end - begin", total_steps);
      if (!(pct_start >= 0 && pct_start <= 1)) window.refuse("pct_start", "a number from 0 to 1", pct_start);
      return [eta_max].flat().map((peak) => ({
        plan: () =>
          oneCycle({
            peak,
            over,
            pctStart: pct_start,
            ...(three_phase && { pctFinal: 2 * pct_start }),
            strategy: anneal_strategy === "cos" ? "cosine" : "linear",
            divFactor: div_factor,
            finalDivFactor: final_div_factor,
          }).lr,
        first: 0,
        until: length - 1,
        overwrites: true,
        absolute: true,
      }));
    },
  ),
} satisfies Readonly<Record<string, Shape>>;
