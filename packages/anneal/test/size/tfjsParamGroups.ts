import { paramGroups, type TfjsOptimizer } from "anneal/tfjs";

declare const optimizer: TfjsOptimizer;
const view = paramGroups(optimizer);
for (const group of view.paramGroups) group.lr = 0.1;
