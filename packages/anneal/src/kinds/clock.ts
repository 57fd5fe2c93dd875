import { type BatchSize, consumed } from "../consumed.ts";
import type { Evaluator } from "../evaluate.ts";
import { accepts, type Field } from "../field.ts";
import type { Kind, Plan } from "../kind.ts";
import type { FactsOf, Needs } from "../needs.ts";
import { Leaf, type Piece } from "../piece.ts";
import { nearWhole } from "../units.ts";

/** The plan that {@link clock} makes. */
export interface Clock {
  readonly kind: "clock";
  readonly unit: "samples" | "tokens";
  readonly plan: Plan;
}

/**
 * Reads a plan on the clock of consumed samples or tokens, which bends where the batch size is ramped.
 *
 * Formula: `plan(consumed(t))`, `consumed(t)` the samples or tokens of the updates before step t.
 *
 * - `unit`: `"samples"` or `"tokens"`: what the clock counts, by the run's `samplesPerStep` or `tokensPerStep`.
 * - `plan`: any plan. All of its times are on this clock: plain numbers and `"steps"` are its units; `"6%"` and
 *   `"rest"` are of what the whole run consumes; `"5 epochs"` are of `stepsPerEpoch` updates, tokens and samples are
 *   turned into each other, at the size that a ramp ends with.
 *
 * A plan under a ramp must begin with the run: in a later part of a sequence its clock is `"global"`.
 *
 * @example
 * ```ts
 * import { clock, linear, schedule } from "anneal";
 * const plan = clock({ unit: "samples", plan: linear({ from: 0.1, to: 0, over: 1000 }) });
 * const steady = schedule(plan, { samplesPerStep: 10 });
 * [steady(25), steady(50), steady(100)]; // => [0.075, 0.05, 0]
 * const ramped = schedule(plan, { samplesPerStep: { from: 10, at: [25], to: [30] } });
 * [ramped(25), ramped(50), ramped(100)]; // => [0.075, 0, 0]
 * ```
 *
 * Source: Megatron-LM core 0.20 `OptimizerParamScheduler`, which counts samples; Composer 0.33's `sp` and `tok`.
 */
export function clock<P extends Plan, U extends Clock["unit"]>(fields: {
  readonly unit: U;
  readonly plan: P;
}): Clock & Needs<FactsOf<P> | FactOf<U>> {
  return Object.freeze({ kind: "clock", ...fields });
}

type FactOf<U extends Clock["unit"]> = U extends "samples" ? "samplesPerStep" : "tokensPerStep";

const UNIT: Field = { of: ["samples", "tokens"] };

/** The row of the kinds' table. */
export const clockKind: Kind<Clock> = {
  fields: { unit: UNIT, plan: { type: "plan" } },
  inner({ unit }, facts, problem) {
    const clock = accepts(UNIT, unit) ? facts[`${unit}PerStep`] : 1;
    if (!clock) problem("unit", `run.${unit}PerStep to resolve "${unit}"`, clock);
    return { ...facts, clock };
  },
  length: ({ unit, plan }, facts) => nearWhole(consumed(facts[`${unit}PerStep`] as BatchSize, true)(plan.length)),
  compile({ unit, plan }, { room, last, from, origin, facts, problem }) {
    if (origin !== 0) problem("plan", "a start with the run", origin);
    const size = facts[`${unit}PerStep`] as BatchSize;
    const [clock, toSteps] = [consumed(size), consumed(size, true)];
    const own = plan.compile({ room: room && clock(room), last, from: clock(from), origin: 1 });
    return own.map((piece, i) => {
      const start = nearWhole(toSteps(piece.start));
      const end = own[i + 1]?.start ?? 1 / 0;
      return piece.leaf ? { start, leaf: new ClockLeaf({ clock, end, piece }) } : { ...piece, start };
    });
  },
};

interface Clocked {
  readonly clock: Evaluator;
  readonly end: number;
  readonly piece: Piece;
}

/** A curve read at the amount that is consumed, and never outside its own piece, where it need not be defined. */
class ClockLeaf extends Leaf<Clocked> {
  at(t: number, before?: boolean): number {
    const { clock, end, piece } = this.fields;
    const { start, leaf, origin = 0 } = piece;
    return (leaf as Leaf).at(Math.min(Math.max(clock(t), start), end) - origin, before);
  }
}
