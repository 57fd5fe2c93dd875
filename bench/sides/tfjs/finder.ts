import { train } from "@tensorflow/tfjs-core";
import { findLearningRate } from "anneal/tfjs";
import { inTurn } from "./inTurn.ts";
import { BATCHES, network, UPDATES } from "./network.ts";

const [searched, plain] = [network(), network()];
for (const model of [searched, plain]) model.compile({ optimizer: train.sgd(1e-3), loss: "meanSquaredError" });
const batches = BATCHES.map(([xs, ys]) => ({ xs, ys }));
// Rates at which nothing diverges, so that every update is made.
const options = { from: 1e-6, to: 1e-3, updates: UPDATES, seeds: [0] };
await inTurn(
  async () => {
    const { rates } = await findLearningRate(searched, batches, options);
    if (rates.length !== UPDATES) throw new Error(`the search made ${rates.length} updates of ${UPDATES}`);
  },
  async () => {
    for (const [xs, ys] of BATCHES) await plain.trainOnBatch(xs, ys);
  },
);
