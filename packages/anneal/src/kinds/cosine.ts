import type { Kind } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Leaf, Numbers } from "../piece.ts";
import type { Level, Time } from "../units.ts";

/** The plan that {@link cosine} makes. */
export interface Cosine {
  readonly kind: "cosine";
  readonly from: Level;
  readonly to: Level;
  readonly over: Time;
}

/**
 * Half a cosine wave from one level to another, flat at both ends, then held.
 *
 * Formula: `from + (to - from) * (1 - cos(pi * t / over)) / 2` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 *
 * @example
 * ```ts
 * import { cosine, format, schedule } from "anneal";
 * const lr = schedule(cosine({ from: 0.1, to: 0.001, over: 100 }));
 * [lr(0), format(lr(50)), lr(100)]; // => [0.1, "0.0505", 0.001]
 * ```
 *
 * Source: Loshchilov and Hutter 2017 (SGDR), eq. 5; optax 0.2.9 `cosine_decay_schedule`. PyTorch's
 * `CosineAnnealingLR` has the same curve but rises again after its end.
 */
export function cosine<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
}): Cosine & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "cosine", ...fields });
}

/** The row of the kinds' table. */
export const cosineKind: Kind<Cosine> = {
  fields: { from: { type: "level" }, to: { type: "level" }, over: { type: "time", rest: true } },
  compile: ({ from, to, over }) => [
    { start: 0, origin: 0, leaf: new CosineLeaf(from, to, over) },
    { start: over, value: to },
  ],
};

/** `(1 - cos x) / 2` is `sin²(x / 2)`, which loses nothing near the ends; each half is measured from its own end. */
function halfWave(t: number, from: number, to: number, over: number): number {
  const angle = (Math.PI / 2) * (t / over);
  const share = t + t < over ? Math.sin(angle) : Math.cos(angle);
  return t + t < over ? from + (to - from) * (share * share) : to + (from - to) * (share * share);
}

class CosineLeaf implements Leaf {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly over: number,
  ) {}

  at(t: number): number {
    return halfWave(t, this.from, this.to, this.over);
  }

  fill(out: Numbers, start: number, end: number, first: number, origin: number): void {
    const { from, to, over } = this;
    for (let i = start; i < end; i++) out[i] = halfWave(first + i - origin, from, to, over);
  }
}
