import { WarmupMultiFactorScheduler } from "anneal/torch";

const optimizer = { paramGroups: [{ lr: 0.01 }] };
const scheduler = new WarmupMultiFactorScheduler(optimizer, {
  factor: 0.1,
  warmupEpochs: 5,
  milestones: [30, 60, 90],
  warmupLr: 0.001,
  warmupStrategy: "linear",
});
for (let epoch = 0; epoch < 100; epoch++) {
  scheduler.step(epoch);
  console.log(optimizer.paramGroups[0]?.lr);
}
