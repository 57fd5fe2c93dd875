import { MultiStepLR } from "anneal/torch";
import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";

const STEPS = 10_000;
const loop = () => {
  const group = { lr: 0.01 };
  const scheduler = new MultiStepLR({ paramGroups: [group] }, { milestones: [3000, 6000, 9000], gamma: 0.1 });
  let sum = 0;
  for (let step = 0; step < STEPS; step++) {
    sum += group.lr;
    scheduler.step();
  }
  return sum;
};
report(nanoseconds(STEPS, loop));
