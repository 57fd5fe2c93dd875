import { setBackend, train } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { constant, Scheduler } from "anneal";
import { paramGroups } from "anneal/tfjs";
import { report } from "../../harness/report.ts";

const STEPS = 1000;

await setBackend("wasm");
const optimizer = train.sgd(0.01);
const scheduler = new Scheduler(paramGroups(optimizer), { lr: constant({ value: 0.004 }) });
let writes = 0;
const setLearningRate = optimizer.setLearningRate.bind(optimizer);
optimizer.setLearningRate = (rate) => {
  writes++;
  setLearningRate(rate);
};
for (let update = 0; update < STEPS; update++) scheduler.step();
const unchanged = writes;

// A rate that came from elsewhere must be written, or the counter counts nothing.
setLearningRate(0.5);
scheduler.step();
if (writes !== unchanged + 1) throw new Error("a changed rate was not written through setLearningRate");
report({ unchanged });
