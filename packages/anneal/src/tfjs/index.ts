export { paramGroups, type TfjsParamGroup, type TfjsParamGroups } from "./paramGroups.ts";
export type { TfjsOptimizer } from "./recognise.ts";
