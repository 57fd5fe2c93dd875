/** Pictures of plans, as SVG, and where they change. */

export { changePoints } from "./changePoints.ts";
export { drawPlans } from "./drawPlans.ts";
export type { DrawnPlan, DrawOptions } from "./options.ts";
export type { Theme } from "./theme.ts";
