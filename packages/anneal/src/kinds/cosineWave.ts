import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf, piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { wave } from "./cosine.ts";
import { type Ramp, rampFields } from "./ramp.ts";

/** The plan that {@link cosineWave} makes. */
export interface CosineWave extends Omit<Ramp, "inclusive"> {
  readonly kind: "cosineWave";
}

/**
 * A cosine that swings between two levels without end.
 *
 * Formula: `from + (to - from) * (1 - cos(pi * t / over)) / 2` for every t.
 *
 * - `from`: the level at t = 0, and at every even multiple of `over`.
 * - `to`: the level at every odd multiple of `over`.
 * - `over`: the time from one to the other, half a period, above 0.
 *
 * @example
 * ```ts
 * import { cosineWave, schedule } from "anneal";
 * const lr = schedule(cosineWave({ from: 0.1, to: 0, over: 10 }));
 * [lr(0), lr(10), lr(20)]; // => [0.1, 0, 0.1]
 * ```
 *
 * Source: PyTorch 2.15 `CosineAnnealingLR`, which rises again after `T_max`; Hugging Face Transformers 5
 * `get_cosine_schedule_with_warmup` with its `num_cycles`.
 */
export function cosineWave<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
}): CosineWave & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "cosineWave", ...fields });
}

/** The row of the kinds' table. */
export const cosineWaveKind: Kind<CosineWave> = {
  fields: { from: rampFields.from, to: rampFields.to, over: { ...rampFields.over, above: 0 } },
  length: () => 1 / 0,
  compile: (fields) => [piece(0, 0, new CosineWaveLeaf(fields))],
};

/** The place in the period is exact. */
export class CosineWaveLeaf extends Leaf<Resolved<CosineWave>> {
  at(t: number): number {
    const { over } = this.fields;
    // The distance to the nearest even multiple of `over`, which lies before or ahead.
    const since = Math.min(t, 1e300) % (2 * over);
    const away = Math.min(since, 2 * over - since);
    return wave(this.fields, away / over, (over - away) / over);
  }
}
