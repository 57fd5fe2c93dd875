import { readAt, startsOf } from "../evaluate.ts";
import { format } from "../format.ts";
import type { Piece } from "../piece.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { type Extremes, extremes } from "./extremes.ts";
import type { CheckOptions } from "./options.ts";
import type { Segment } from "./outline.ts";

/** The kinds that go from one level to another and then hold it. */
const RAMPS: ReadonlySet<Plan["kind"]> = new Set([
  "linear",
  "cosine",
  "polynomial",
  "geometric",
  "logarithmic",
  "tanh",
]);

/** One plan in its run, as the rules see it. */
export class Subject {
  /** How many updates the run has; undefined where the run does not say. */
  readonly updates: number | undefined;
  /** How many are looked at: those of the run, or as many as the plan says something about. */
  readonly seen: number;
  readonly #starts: Float64Array;
  #extremes: Extremes | undefined;

  constructor(
    /** The hyperparameter, such as `lr`. */
    readonly key: string,
    readonly plan: Plan,
    readonly run: Run,
    readonly options: CheckOptions,
    readonly segments: readonly Segment[],
    /** Empty where the plan cannot be compiled. */
    readonly pieces: readonly Piece[],
  ) {
    this.updates = run.steps === undefined ? undefined : Math.ceil(run.steps);
    const ends = segments.flatMap(({ origin, natural, fields }) => [
      natural,
      ...((fields.at as number[] | undefined) ?? []).map((at) => origin + at),
    ]);
    this.seen = this.updates ?? Math.ceil(Math.max(1, ...ends.filter(Number.isFinite))) + 1;
    this.#starts = startsOf(pieces);
  }

  /** The value at a step, or the one just before it; NaN where the plan cannot be built. */
  at(step: number, before?: boolean): number {
    return this.pieces[0] ? readAt(this.pieces, Math.max(step, 0), before, this.#starts) : Number.NaN;
  }

  get extremes(): Extremes {
    this.#extremes ??= extremes(this.pieces, 0, this.seen);
    return this.#extremes;
  }

  /** The levels that a segment goes from and to; NaN where nothing tells. */
  levels(segment: Segment): readonly [from: number, to: number] {
    const { kind } = segment.plan;
    const { from = Number.NaN, to = Number.NaN, value = Number.NaN } = segment.fields as Record<string, number>;
    if (kind === "constant") return [value, value];
    const open = Number.isNaN(from) && segment.inside.length === 0;
    return [open ? this.at(segment.start) : from, to];
  }

  /** Whether it is a ramp that goes down, or up, and takes its time. */
  goes(way: "up" | "down", segment: Segment): boolean {
    const [from, to] = this.levels(segment);
    return isRamp(segment) && segment.natural > segment.start && (way === "up" ? from < to : from > to);
  }

  /** So many steps, in words. */
  count(steps: number): string {
    const unit = this.options.unit ?? "update";
    const told = unit === "epoch" || steps < 1 ? steps : Math.round(steps);
    return `${format(told)} ${unit}${told === 1 ? "" : "s"}`;
  }
}

/** Whether it goes from one level to another and then holds it. */
export function isRamp({ plan, natural }: Segment): boolean {
  return RAMPS.has(plan.kind) && natural < 1 / 0;
}

/** A share as whole percents, or as what it is where that would be 0 or 100. */
export function percent(share: number): string {
  const whole = Math.round(100 * share);
  return `${whole > 0 && whole < 100 ? whole : Number((100 * share).toPrecision(2))} %`;
}
