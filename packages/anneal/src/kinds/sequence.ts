import type { Fields } from "../field.ts";
import type { Kind, Plan, ResolvedPart } from "../kind.ts";
import type { Needs, TimeFact } from "../needs.ts";
import { appendPieces, type Piece, shiftPiece, valueAtEnd } from "../piece.ts";
import type { Fact, Time } from "../units.ts";

/** A plan with the place that it has in a sequence. */
export interface Part {
  /** What to follow. */
  readonly plan: Plan;
  /** Where the next part begins, a time on the sequence's clock. Default: where the plan itself ends. */
  readonly until?: Time;
  /** `"local"`: the plan's time starts with the part. `"global"`: it is the sequence's own. Default `"local"`. */
  readonly clock?: "local" | "global";
}

/** The plan that {@link sequence} makes. */
export interface Sequence {
  readonly kind: "sequence";
  readonly parts: readonly (Plan | Part)[];
}

/**
 * One plan after another.
 *
 * Formula: part i for `end[i - 1] <= t < end[i]`, at `t - end[i - 1]` on a local clock and at `t` on the global one.
 *
 * - `parts`: plans, or `{ plan, until, clock }`. Every part but the last must end: by its own `over`, or by `until`,
 *   which may also cut it short. One part between two fixed points may last `"rest"`.
 *
 * @example
 * ```ts
 * import { cosine, linear, schedule, sequence } from "anneal";
 * const plan = sequence(linear({ from: 0, to: "1x", over: 5 }), cosine({ from: "last", to: 0, over: "rest" }));
 * const lr = schedule(plan, { base: 0.1, steps: 105 });
 * [lr(0), lr(5), lr(55), lr(105)].map((rate) => +rate.toFixed(9)); // => [0, 0.1, 0.05, 0]
 * ```
 *
 * Source: optax 0.2.9 `join_schedules`, PyTorch 2.12 `SequentialLR`.
 */
export function sequence<F extends Fact | "unknown" = "unknown", U extends Time = never>(
  ...parts: readonly ((Plan & Needs<F>) | PartOf<F, U>)[]
): Sequence & Needs<F | TimeFact<U>> {
  return Object.freeze({ kind: "sequence", parts: Object.freeze(parts) });
}

/** A {@link Part} whose facts are known to the compiler. */
interface PartOf<F extends Fact | "unknown", U extends Time> {
  readonly plan: Plan & Needs<F>;
  readonly until?: U;
  readonly clock?: "local" | "global";
}

/** The table of a part that is more than its plan. */
export const partFields: Fields<Part> = {
  plan: { type: "plan" },
  until: { type: "time", optional: true },
  clock: { type: "choice", of: ["local", "global"], default: "local" },
};

/** The row of the kinds' table. */
export const sequenceKind: Kind<Sequence> = {
  fields: { parts: { type: "part", list: true } },
  length({ parts }) {
    let end = 0;
    for (const { child, until, global } of parts) end = until ?? (global ? 0 : end) + child.length;
    return end;
  },
  compile({ parts }, context) {
    const pieces: Piece[] = [];
    let { last } = context;
    let start = 0;
    parts.forEach(({ child, until, global }, i) => {
      const origin = global ? 0 : start;
      const natural = origin + child.length;
      const takesRest = Number.isNaN(natural);
      const bound = until ?? (takesRest ? restEnd(parts, i, context.room) : natural);
      const end = until ?? (takesRest ? (bound ?? Number.NaN) : natural);
      if (end < start) context.problem("parts", `a part that ends at step ${start}, where it begins, or later`, i);
      if (end === 1 / 0 && i < parts.length - 1) {
        context.problem("parts", "a part that ends, by its own over or by until", i);
      }
      const from = global ? start : 0;
      const inside = child.compile({ room: bound === undefined ? bound : bound - origin, last, from });
      const shifted = origin === 0 ? inside : inside.map((piece) => shiftPiece(piece, origin));
      appendPieces(pieces, shifted, start, end);
      last = valueAtEnd(shifted, end, end < natural) ?? last;
      start = end;
    });
    if (start < 1 / 0 && last !== undefined) pieces.push({ start, value: last });
    return pieces;
  },
};

/** Where a part that takes the rest must end so that the parts after it fit before the next fixed point. */
function restEnd(parts: readonly ResolvedPart[], i: number, room: number | undefined): number | undefined {
  let after = 0;
  for (const { child, until, global } of parts.slice(i + 1)) {
    after += global ? Number.NaN : child.length;
    if (until !== undefined || Number.isNaN(after)) return (until ?? 0) - after;
  }
  return room === undefined ? undefined : room - after;
}
