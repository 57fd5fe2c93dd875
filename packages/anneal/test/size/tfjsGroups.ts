import { groups, layerwise, type TfjsOptimizer } from "anneal/tfjs";

declare const base: TfjsOptimizer;
declare const model: Parameters<typeof layerwise>[0];
const optimizer = groups(layerwise(model, { decay: 0.75, weightDecay: 0.05 }), base);
for (const group of optimizer.paramGroups) group.lr = 0.1;
