import { train } from "@tensorflow/tfjs-core";
import { cosine } from "anneal";
import { scheduleCallback } from "anneal/tfjs";
import { inTurn } from "./inTurn.ts";
import { BATCH, DATA, network } from "./network.ts";

// Both fits have a callback, as a fit that has none does not wait for its batches.
const [scheduled, plain] = [network(), network()];
for (const model of [scheduled, plain]) model.compile({ optimizer: train.sgd(1e-3), loss: "meanSquaredError" });
const plan = cosine({ from: "1x", to: 0, over: 100_000 });
const callback = scheduleCallback(plan, { model: scheduled });
let epoch = 0;
const fit = (model: typeof plain, callbacks: object, initialEpoch = 0) =>
  model.fit(DATA.xs, DATA.ys, {
    epochs: initialEpoch + 1,
    initialEpoch,
    batchSize: BATCH,
    shuffle: false,
    verbose: 0,
    callbacks: callbacks as never,
  });
await inTurn(
  () => fit(scheduled, callback, epoch++),
  () => fit(plain, { onBatchBegin() {} }),
);
