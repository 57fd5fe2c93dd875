import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import { type Plateau, plateau } from "./plateau.ts";
import { COUNT, watchFields } from "./watch.ts";

/** What {@link kerasPlateau} takes. */
export interface KerasPlateauOptions {
  readonly monitor?: string;
  readonly factor?: number;
  readonly patience?: number;
  readonly mode?: "min" | "max";
  readonly minDelta?: number;
  readonly cooldown?: number;
  readonly minLr?: number;
}

/** The table of {@link kerasPlateau}'s options. */
export const kerasPlateauFields: Fields<KerasPlateauOptions> = {
  monitor: watchFields.monitor,
  factor: { type: "number", below: 1, default: 0.1 },
  patience: { ...COUNT, default: 10 },
  mode: watchFields.mode,
  minDelta: { type: "number", above: -1 / 0, default: 1e-4 },
  cooldown: COUNT,
  minLr: { type: "number", default: 0 },
};

/**
 * The plateau of Keras, which counts otherwise than PyTorch: the `patience`-th bad metric in a row already cuts, and
 * after a cut `cooldown - 1` metrics are not counted.
 *
 * Formula: `plateau` with `patience - 1`, `cooldown - 1`, `rtol` 0, `atol: minDelta` and no `eps`; neither falls below 0,
 * so that `patience` 0 is 1.
 *
 * - `monitor`: which metric it watches when a scheduler is given several by name. Default: the one given as a number.
 * - `factor`: what a cut multiplies the rate by, from 0 to below 1. Default 0.1.
 * - `patience`: a whole number from 0. Default 10.
 * - `mode`: `"min"` or `"max"`; Keras's `"auto"` has to be said. Default `"min"`.
 * - `minDelta`: by how much a metric must beat the best; as in Keras its sign does not matter. Default 1e-4.
 * - `cooldown`: a whole number from 0. Default 0.
 * - `minLr`: what a cut never goes below, from 0. Default 0.
 *
 * Throws a PlanError that names the option. Other than in Keras, a first metric that is NaN does not become the best.
 *
 * @example
 * ```ts
 * import { kerasPlateau, replay } from "anneal";
 * const { rates } = replay(kerasPlateau({ patience: 2, factor: 0.5 }), [1, 1, 1, 1, 1]);
 * rates.flat(); // => [1, 1, 1, 0.5, 0.5, 0.25]
 * ```
 *
 * Source: Keras 3.15 `callbacks.ReduceLROnPlateau`.
 */
export function kerasPlateau(options: KerasPlateauOptions = {}): Plateau {
  const problems = new Problems();
  const { minDelta, minLr, patience, cooldown, ...same } = readOptions(kerasPlateauFields, options, problems);
  problems.throwIfAny();
  const counts = { patience: Math.max(patience - 1, 0), cooldown: Math.max(cooldown - 1, 0) };
  return plateau({ ...same, ...counts, rtol: 0, atol: Math.abs(minDelta), minRate: minLr, eps: 0 });
}
