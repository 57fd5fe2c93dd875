import { type BatchSize, consumed } from "../consumed.ts";
import type { Kind, Plan } from "../kind.ts";
import type { FactsOf, Needs } from "../needs.ts";
import { Leaf, type Piece, piece, readPiece } from "../piece.ts";
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
 * Formula: `plan(c(t))`, c(t) the samples or tokens that the updates before step t consume.
 *
 * - `unit`: `"samples"` or `"tokens"`: what the clock counts, by the run's `samplesPerStep` or `tokensPerStep`.
 * - `plan`: any plan but another clock. Plain numbers are so many samples or tokens, and `"rest"` is what the run still
 *   consumes. Other times are the same moment of the run as outside of the clock: `"50%"` is half of the updates and
 *   what they consume.
 *
 * The clock starts with the run, and so must the plan: a later part of a sequence is on the `"global"` clock.
 *
 * @example
 * ```ts
 * import { clock, linear, schedule } from "anneal";
 * const plan = clock({ unit: "samples", plan: linear({ from: 0.1, to: 0, over: 1000 }) });
 * const steady = schedule(plan, { samplesPerStep: 10 });
 * [steady(20), steady(50), steady(100)]; // => [0.08, 0.05, 0]
 * const ramped = schedule(plan, { samplesPerStep: { from: 10, at: [25], to: [30] } });
 * [ramped(20), ramped(50), ramped(100)]; // => [0.08, 0, 0]
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

declare function structuredClone<T>(value: T): T;

/** The row of the kinds' table. */
export const clockKind: Kind<Clock> = {
  fields: { unit: { of: ["samples", "tokens"] }, plan: { type: "plan" } },
  // A copy, since reading from frozen lists is slow; NaN is refused below.
  inner: ({ unit }, facts) => ({
    ...facts,
    clock: structuredClone(facts[unit === "tokens" ? "tokensPerStep" : "samplesPerStep"]) ?? Number.NaN,
  }),
  length: ({ plan }, { clock }) => nearWhole(consumed(clock as BatchSize, plan.length(), true)),
  compile({ unit, plan }, around) {
    const { room = Number.NaN, from, origin, facts, problem } = around;
    const clock = facts.clock as BatchSize;
    if (!clock) problem("unit", `run.${unit}PerStep to resolve it`, unit);
    if (origin !== 0) problem("plan", "a start with the run", origin || "another clock");
    const own = plan.compile({
      ...around,
      room: consumed(clock, room),
      from: consumed(clock, from),
      origin: Number.NaN,
    });
    return own.map((inner, i) => {
      const start = nearWhole(consumed(clock, inner.start, true));
      const end = own[i + 1]?.start ?? 1 / 0;
      return inner.leaf ? piece(start, 0, new ClockLeaf({ inner, end, clock })) : piece(start, inner.value);
    });
  },
};

interface Clocked {
  readonly inner: Piece;
  readonly clock: BatchSize;
  readonly end: number;
}

/** A curve read at the amount that is consumed, and never outside its own piece, where it need not be defined. */
export class ClockLeaf extends Leaf<Clocked> {
  at(t: number, before?: boolean): number {
    const { inner, end, clock } = this.fields;
    return readPiece(inner, Math.min(Math.max(consumed(clock, t), inner.start), end), before);
  }
}
