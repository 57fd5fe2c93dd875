import { findLearningRate } from "anneal/finder";

let weight = 5;
const step = (rate: number) => {
  const loss = weight ** 2;
  weight -= rate * 2 * weight;
  return loss;
};
const restore = (saved: number) => {
  weight = saved;
};
const { answer } = await findLearningRate({ step, snapshot: () => weight, restore });
console.log(answer);
