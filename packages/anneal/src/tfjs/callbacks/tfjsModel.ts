import { refuse } from "../../error.ts";
import { isObject } from "../../field.ts";
import type { TfjsOptimizer } from "../recognise.ts";

/** A `LayersModel` or `Sequential` of TensorFlow.js, as far as callbacks need it. */
export interface TfjsModel {
  /** What the model was compiled with, by name or as an object. */
  readonly optimizer: TfjsOptimizer;
  /** Set to true it ends the fit after the batch. */
  stopTraining: boolean;
}

/** Refuses what is no model. */
export function checkModel(model: unknown): void {
  if (!isObject(model) || !("optimizer" in model)) refuse("model", "the model that will be fitted", model);
}
