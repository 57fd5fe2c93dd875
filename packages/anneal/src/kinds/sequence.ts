import { readAt } from "../evaluate.ts";
import type { Fields } from "../field.ts";
import type { Kind, Plan } from "../kind.ts";
import type { Needs, TimeFact } from "../needs.ts";
import { type Piece, piece, placePieces } from "../piece.ts";
import { type Fact, nearWhole, type Time } from "../units.ts";

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
 * Formula: part i for `end[i - 1] <= t < end[i]`, at `t - end[i - 1]` on a local clock and at `t` on the global one. Ends
 * within 1e-9 of each other, or of a whole step, are the same.
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
 * Source: optax 0.2.9 `join_schedules`, PyTorch 2.15 `SequentialLR`.
 */
export function sequence<F extends Fact | "unknown" = "unknown", U extends Time = never>(
  ...parts: readonly ((Plan & Needs<F>) | PartOf<F, U>)[]
): Sequence & Needs<F | TimeFact<U>> {
  // A list that was passed as one part stays a list, which is told.
  const own = parts.map((part) => (Array.isArray(part) ? part : Object.freeze({ ...part })));
  return Object.freeze({ kind: "sequence", parts: Object.freeze(own) }) as Sequence;
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
  until: { type: "time", default: undefined },
  clock: { of: ["local", "global"], default: "local" },
};

/** The row of the kinds' table. */
export const sequenceKind: Kind<Sequence> = {
  fields: { parts: { type: "plan", list: true, fields: partFields } },
  length: ({ parts }) =>
    parts.reduce((end, { until, clock, length }) => until ?? (clock === "global" ? 0 : end) + length(), 0),
  compile({ parts }, { room = Number.NaN, last, origin: first, problem }) {
    const pieces: Piece[] = [];
    // Where each part must end so that the parts after it fit before the next fixed point.
    const latest: number[] = [];
    parts.reduceRight((end, { until = end, clock, length }, i) => {
      latest[i] = until;
      return until - (clock === "global" ? 1 / 0 : length());
    }, room);
    let start = 0;
    parts.forEach(({ until, clock, length, compile }, i) => {
      const origin = clock === "global" ? 0 : start;
      const own = length();
      const natural = origin + own;
      const known = nearWhole(until ?? natural);
      const end = known >= 0 ? Math.max(known, start) : (latest[i] as number);
      const endless = end === 1 / 0;
      // What comes after what never ends is not told of as well.
      if (known * (1 + 1e-9) < start || (endless && start < end && parts[i + 1])) {
        problem(`parts[${i}]`, `an end (over or until) from step ${start} on`, known);
      }
      // The way from step to step is not the length itself, to the last bit: within 1e-9 it is, as for every time.
      const span = nearWhole(natural / end) === 1 ? own : end - origin;
      // What never ends has the rest of what is around the sequence.
      const left = endless ? room - origin : span;
      const placed = compile({ room: left, last, from: start - origin, origin: first + origin });
      placePieces(pieces, placed, origin, start, end);
      // At infinity a function need not be defined.
      if (!endless && !(end <= start && span < own)) last = readAt(placed, span, span < own);
      start = end;
    });
    if (start === 0 && last === undefined) problem("parts", "a part that lasts", parts);
    if (start < 1 / 0) pieces.push(piece(start, last as number));
    return pieces;
  },
};
