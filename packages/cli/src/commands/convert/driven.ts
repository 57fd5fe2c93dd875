import type { Plateau } from "anneal";
import { controllersOf } from "../../source/controllersOf.ts";
import type { Curve } from "../../source/curves.ts";
import type { Source } from "../../source/source.ts";
import type { Target } from "./targets.ts";

/** A curve with the plateau that it can be written with for a target, if there is one. */
export interface Driven {
  readonly curve: Curve;
  readonly plateau?: Plateau;
  readonly notes: readonly string[];
  /** Whether a step of the curve is known to be one of the target's. */
  readonly isCounted: boolean;
}

/** What of a curve's controllers a target can be written with: one plateau, of one group. */
export function drivenOf(source: Source, curve: Curve, to: string, { watch }: Target): Driven {
  const [own, ...others] = watch ? controllersOf(source, curve.key) : [];
  if (own?.kind !== "plateau" || others.length > 0) return { curve, notes: [], isCounted: true };
  const { minRate } = own;
  const least = typeof minRate === "object" ? minRate[curve.group] : minRate;
  const plateau = least === undefined ? own : { ...own, minRate: least };
  // The metric's own steps are the controller's, whatever the plan counts; a rate that is held counts nothing.
  if (curve.plan.kind === "constant") {
    return {
      curve: { ...curve, unit: undefined, updatesPerEpoch: undefined },
      plateau,
      notes: [],
      isCounted: true,
    };
  }
  const isCounted = to !== "timm" || curve.unit === "epoch";
  const notes = isCounted ? [] : ["timm's plateau counts the epochs of its warm-up, and a step of it is no epoch here"];
  return { curve, plateau, notes, isCounted };
}
