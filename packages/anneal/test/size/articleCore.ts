import { schedule, warmupMultiFactor } from "anneal";

const plan = warmupMultiFactor({
  factor: 0.1,
  milestones: ["30 epochs", "60 epochs", "90 epochs"],
  warmup: "5 epochs",
  from: 0.001,
});
const lr = schedule(plan, { base: 0.01, stepsPerEpoch: 250 });
console.log(lr(0));
