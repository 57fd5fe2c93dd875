import type { Kind } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { rampFields } from "./ramp.ts";

/** The plan that {@link constant} makes. */
export interface Constant {
  readonly kind: "constant";
  readonly value: Level;
  readonly over?: Time;
}

/**
 * Holds one value.
 *
 * Formula: `value`.
 *
 * - `value`: the level to hold.
 * - `over`: for how long, a time; as a part of a sequence it says where the next part begins. Default: for ever.
 *
 * @example
 * ```ts
 * import { constant, schedule } from "anneal";
 * schedule(constant({ value: 0.01 }))(1000); // => 0.01
 * ```
 *
 * Source: PyTorch 2.15 `ConstantLR`, optax 0.2.9 `constant_schedule`.
 */
export function constant<V extends Level, O extends Time = never>(fields: {
  readonly value: V;
  readonly over?: O;
}): Constant & Needs<LevelFact<V> | TimeFact<O>> {
  return Object.freeze({ kind: "constant", ...fields });
}

/** The row of the kinds' table. */
export const constantKind: Kind<Constant> = {
  fields: { value: rampFields.from, over: { ...rampFields.over, default: undefined } },
  compile: ({ value }) => [piece(0, value)],
};
