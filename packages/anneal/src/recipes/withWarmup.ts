import { refuse } from "../error.ts";
import type { Field, Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Part, Sequence } from "../kinds/sequence.ts";
import type { Plan } from "../plan.ts";
import { EXPECTED, type Level, readQuantity, type Time } from "../units.ts";

/** The ways in which a rate can climb during warm-up. */
export const warmupCurves = ["linear", "constant", "cosine", "exponential", "logarithmic", "sqrt"] as const;

/** How a rate climbs during warm-up. */
export type WarmupCurve = (typeof warmupCurves)[number];

/** How a warm-up goes, whatever comes after it. */
export interface Climb<F extends Level = Level> {
  /** The level of the first step. Default 0. */
  readonly from?: F;
  /** How it climbs from there. Default `"linear"`. */
  readonly curve?: WarmupCurve;
  /** The number of the first update: 1 is above `from` at once. Default 0. */
  readonly first?: 0 | 1;
  /** Whether its last step is already at its end. Default false. */
  readonly inclusive?: boolean;
}

/** What every recipe that begins with a warm-up takes. */
export interface WarmupPart<W extends Time = Time, F extends Level = Level> extends Climb<F> {
  /** How long the rate climbs, a time; 0 is no warm-up. */
  readonly warmup: W;
}

/** The row of the first update's number. */
export const FIRST: Field = { type: "number", whole: true, below: 2, default: 0 };

/** The table of a {@link Climb}. */
export const climbFields: Fields<Climb> = {
  from: { type: "level", default: 0 },
  curve: { of: warmupCurves, default: "linear" },
  first: FIRST,
  inclusive: { of: [true, false], default: false },
};

/** The table of a {@link WarmupPart}. */
export const warmupPartFields: Fields<WarmupPart> = { warmup: { type: "time" }, ...climbFields };

/** A warm-up, and the plan that begins where it ends or whose time has gone on meanwhile. */
export function withWarmup(
  { warmup: over, from, curve, first, inclusive }: Required<WarmupPart>,
  plan: Plan,
  to: Level = "1x",
  clock: "local" | "global" = "local",
): Sequence {
  if (curve === "exponential") {
    for (const [name, level] of Object.entries({ from, to })) {
      if (!readQuantity(level).count) refuse(name, `${EXPECTED.level} above 0`, level);
    }
  }
  const ends = { from, to, over, ...(inclusive && { inclusive }) };
  const ramp: Plan =
    curve === "constant"
      ? { kind: curve, value: from, over }
      : curve === "sqrt"
        ? { kind: "polynomial", ...ends, power: 0.5 }
        : { kind: curve === "exponential" ? "geometric" : curve, ...ends };
  const climb: Part = { plan: first ? { kind: "shift", plan: ramp, by: first } : ramp, until: over };
  const parts = [first || inclusive ? climb : ramp, clock === "local" ? plan : { plan, clock }];
  return freeze({ kind: "sequence", parts });
}
