/** A plan that a plateau scales by a metric, as code for the frameworks that have a scheduler like it. */

export { type HuggingFacePlateauOptions, toHuggingFacePlateau } from "./toHuggingFacePlateau.ts";
export { toKerasPlateau } from "./toKerasPlateau.ts";
export { toMMEnginePlateau } from "./toMMEnginePlateau.ts";
export { toPyTorchPlateau } from "./toPyTorchPlateau.ts";
export { toTimmPlateau } from "./toTimmPlateau.ts";
export type { PlateauOptions } from "./writePlateau.ts";
