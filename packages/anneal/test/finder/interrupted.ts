import { findLearningRate } from "../../src/finder/index.ts";
import { Network } from "./network.ts";
import { training } from "./training.ts";

/*
 * A search in a program that Ctrl-C stops: it trains without ever waiting, and prints at the end whether the network is
 * the same as before.
 */
const controller = new AbortController();
process.once("SIGINT", () => controller.abort());
const network = new Network();
const before = JSON.stringify(network.snapshot());
const { step, ...rest } = training(network);
const slowly = (...args: Parameters<typeof step>): number => {
  const end = performance.now() + 5;
  while (performance.now() < end);
  return step(...args);
};
const { runs, restored } = await findLearningRate({
  ...rest,
  step: slowly,
  updates: 2000,
  signal: controller.signal,
  onProgress: ({ done }) => done === 5 && console.log("under way"),
});
const same = JSON.stringify(network.snapshot()) === before;
console.log(JSON.stringify({ ended: runs.map(({ ended }) => ended), restored: restored.same, same }));
