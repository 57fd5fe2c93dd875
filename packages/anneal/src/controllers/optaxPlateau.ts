import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import { type Plateau, plateau, plateauReducer } from "./plateau.ts";
import { COUNT } from "./watch.ts";

/** What {@link optaxPlateau} takes. */
export interface OptaxPlateauOptions {
  readonly factor?: number;
  readonly patience?: number;
  readonly rtol?: number;
  readonly atol?: number;
  readonly cooldown?: number;
  readonly accumulationSize?: number;
  readonly minScale?: number;
}

const { accumulate, minScale } = plateauReducer.fields;

/** The table of {@link optaxPlateau}'s options. */
export const optaxPlateauFields: Fields<OptaxPlateauOptions> = {
  factor: { type: "number", above: 0, below: 1, default: 0.1 },
  patience: { ...COUNT, above: 0, default: 10 },
  rtol: { type: "number", default: 1e-4 },
  atol: { type: "number", default: 0 },
  cooldown: COUNT,
  accumulationSize: accumulate,
  minScale,
};

/**
 * The plateau of optax, which counts otherwise than PyTorch: the `patience`-th bad value in a row already cuts. It acts
 * on the scale alone, whatever the rate is.
 *
 * Formula: `plateau` with `patience - 1` and no `eps`.
 *
 * - `factor`: what a cut multiplies by, above 0 and below 1. Default 0.1.
 * - `patience`: a whole number above 0 (with 0 optax cuts on improvements, and only on them). Default 10.
 * - `rtol`, `atol`: by how much a value must be below the best, as a share of it and absolutely. Default 1e-4 and 0.
 * - `cooldown`: how many values after a cut are not counted, a whole number from 0. Default 0.
 * - `accumulationSize`: how many values are averaged before one is judged, a whole number above 0. Default 1.
 * - `minScale`: what the scale is never cut below, from 0 to below 1. Default 0.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { optaxPlateau, replay } from "anneal";
 * const { rates } = replay(optaxPlateau({ patience: 2, factor: 0.5, cooldown: 1 }), [1, 1, 1, 1, 1, 1]);
 * rates.flat(); // => [1, 1, 1, 0.5, 0.5, 0.5, 0.25]
 * ```
 *
 * Source: optax 0.2.8 `contrib.reduce_on_plateau`, which computes in float32 by default.
 */
export function optaxPlateau(options: OptaxPlateauOptions = {}): Plateau {
  const problems = new Problems();
  const { accumulationSize, patience, ...same } = readOptions(optaxPlateauFields, options, problems);
  problems.throwIfAny();
  return plateau({ ...same, patience: patience - 1, accumulate: accumulationSize, eps: 0 });
}
