import { UsageError } from "../usageError.ts";
import type { Curve } from "./curves.ts";
import { inUpdates } from "./inUpdates.ts";

/**
 * Curves that are to be compared, all of them in updates where that can be known. A UsageError that asks for it where
 * one counts epochs and another updates.
 */
export function onOneAxis(curves: readonly Curve[]): readonly Curve[] {
  const others = curves.filter(({ unit }) => unit !== "epoch").map(({ run }) => run.stepsPerEpoch);
  const known = curves.map(({ updatesPerEpoch }) => updatesPerEpoch).find((each) => each !== undefined);
  const each = known ?? others.find((one) => one !== undefined);
  const placed = curves.map((curve) => inUpdates({ ...curve, updatesPerEpoch: curve.updatesPerEpoch ?? each }));
  const [epochs, updates] = [placed.find(isOf("epoch")), placed.find(isOf("update"))];
  if (epochs && updates) {
    const text = `${epochs.name} counts epochs and ${updates.name} counts updates`;
    throw new UsageError(`${text}: say with --steps-per-epoch how many updates one has`);
  }
  return placed;
}

const isOf =
  (unit: "epoch" | "update") =>
  (curve: Curve): boolean =>
    curve.unit === unit;
