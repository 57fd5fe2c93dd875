import { findLearningRate, type TfjsFinderData, type TfjsTrainable } from "anneal/tfjs";

declare const model: TfjsTrainable;
declare const data: TfjsFinderData;
const { answer } = await findLearningRate(model, data);
console.log(answer);
