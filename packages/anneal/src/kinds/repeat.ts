import { readAt, startsOf } from "../evaluate.ts";
import type { Kind, Plan } from "../kind.ts";
import type { FactsOf, Needs } from "../needs.ts";
import { finite, Leaf, type Piece, piece } from "../piece.ts";
import { stairs } from "./stairs.ts";

/** The plan that {@link repeat} makes. */
export interface Repeat {
  readonly kind: "repeat";
  readonly plan: Plan;
  readonly stretch?: number;
  readonly scale?: number;
}

/**
 * One plan over and over (warm restarts, cycles), each time longer or lower than before if asked, without end.
 *
 * Formula: cycle i takes `length * stretch ** i` and is `plan(t / stretch ** i) * scale ** i`, t counted from its start.
 *
 * - `plan`: a plan that ends above 0. In a part of a sequence with `until`, so many cycles are all there are.
 * - `stretch`: what each cycle's length is multiplied by, from 1. Default 1.
 * - `scale`: what each cycle's values are multiplied by, from 0. Default 1.
 *
 * @example
 * ```ts
 * import { cosine, repeat, schedule } from "anneal";
 * const lr = schedule(repeat({ plan: cosine({ from: 0.1, to: 0, over: 10 }), stretch: 2, scale: 0.5 }));
 * [lr(0), lr(10), lr(30)]; // => [0.1, 0.05, 0.025]
 * ```
 *
 * Source: Loshchilov and Hutter 2017 (SGDR); PyTorch 2.15 `CosineAnnealingWarmRestarts`, Keras 3.16
 * `CosineDecayRestarts`. Where a cycle begins is found exactly and not through a logarithm alone.
 */
export function repeat<P extends Plan>(fields: {
  readonly plan: P;
  readonly stretch?: number;
  readonly scale?: number;
}): Repeat & Needs<FactsOf<P>> {
  return Object.freeze({ kind: "repeat", ...fields });
}

/** The row of the kinds' table. */
export const repeatKind: Kind<Repeat> = {
  fields: {
    plan: { type: "plan" },
    stretch: { type: "number", from: 1, default: 1 },
    scale: { type: "number", default: 1 },
  },
  length: () => 1 / 0,
  compile({ plan, stretch, scale }, around) {
    const length = plan.length();
    // A "rest", which makes it NaN, is refused in its own place.
    if (length <= 0 || length === 1 / 0) around.problem("plan", "an end above 0", length);
    const own = plan.compile({ ...around, room: length || -1 / 0, from: 0, origin: Number.NaN });
    return [piece(0, 0, new RepeatLeaf({ own, starts: startsOf(own), length, stretch, scale }))];
  },
};

interface Cycles {
  readonly own: readonly Piece[];
  readonly starts: Float64Array;
  readonly length: number;
  readonly stretch: number;
  readonly scale: number;
}

/** Looks for the piece by itself: an evaluator in an evaluator cannot be inlined, and would allocate. */
export class RepeatLeaf extends Leaf<Cycles> {
  // The cycle that was read last, and its scale: a power costs more than all the rest.
  readonly #latest = Float64Array.of(0, 1);

  at(t: number, before?: boolean): number {
    const { own, starts, length, stretch, scale } = this.fields;
    const now = Math.min(t, 1e300);
    const turns = now / length;
    const grown = stretch - 1;
    // What is within 1e-9 of a whole cycle is that cycle, whichever way the logarithm was rounded.
    let cycle = stairs(grown ? Math.log1p(turns * grown) / Math.log(stretch) : turns, before);
    // The logarithm comes that near to a whole cycle earlier than the time does.
    if (grown && turns * grown < (stretch ** cycle - 1) * (1 - 1e-9)) cycle--;
    const size = grown ? finite(stretch ** cycle) : 1;
    const inside = (now - length * (grown ? (size - 1) / grown : cycle)) / size;
    const reached = readAt(own, inside, before, starts);
    const latest = this.#latest;
    if (cycle !== latest[0]) {
      latest[0] = cycle;
      latest[1] = scale ** cycle;
    }
    // Nothing stays nothing, also where the scale's power is infinite.
    return reached && finite(reached * (latest[1] as number));
  }
}
