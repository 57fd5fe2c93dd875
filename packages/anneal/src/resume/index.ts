/** Policies for going on with another plan, run or number of groups than the ones that were saved; `stretch` for a whole plan. */

export type { Policy } from "../scheduler/policy.ts";
export { extend } from "./extend.ts";
export { keep } from "./keep.ts";
export { replace } from "./replace.ts";
export { rescale } from "./rescale.ts";
export { type RewarmOptions, rewarm } from "./rewarm.ts";
export { splice } from "./splice.ts";
export { stretch } from "./stretch.ts";
