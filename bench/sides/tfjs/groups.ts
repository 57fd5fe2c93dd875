import { train } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import { cosine, Scheduler } from "anneal";
import { groups } from "anneal/tfjs";
import { inTurn } from "./inTurn.ts";
import { BATCHES, network } from "./network.ts";

const [grouped, plain] = [network(), network()];
const [first, ...others] = grouped.layers;
if (first === undefined) throw new Error("the network has no layers");
const optimizer = groups([{ layers: [first], lr: "0.1x" }, { layers: others }], train.adam(1e-3));
const scheduler = new Scheduler(optimizer, { lr: cosine({ from: "1x", to: 0, over: 100_000 }) });
grouped.compile({ optimizer, loss: "meanSquaredError" });
plain.compile({ optimizer: train.adam(1e-3), loss: "meanSquaredError" });

async function updates(model: Sequential, after: () => void): Promise<void> {
  for (const [xs, ys] of BATCHES) {
    await model.trainOnBatch(xs, ys);
    after();
  }
}
await inTurn(
  () => updates(grouped, () => scheduler.step()),
  () => updates(plain, () => {}),
);
