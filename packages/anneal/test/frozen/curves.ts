import { schedule } from "../../src/index.ts";
import {
  type LRScheduler,
  MultiStepLR,
  type Optimizer,
  StepLR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";
import { PLANS, RUN } from "./plans.ts";

/** The value at each step or epoch. */
type Curve = Record<string, number>;

const STEPS = [
  0, 1, 2.5, 100, 749, 750, 1000, 1249, 1250, 1825, 2999, 3000, 7499, 7500, 10_424, 10_425, 12_345, 15_000, 15_275,
  19_999, 20_000, 22_500, 24_999, 25_000, 30_000,
];
const EPOCHS = [0, 1, 2, 2.5, 4, 5, 6, 12, 29, 29.999, 30, 31, 59, 60, 61, 89, 90, 99, 150];

/** Torch's classes, and the article's in each of its ways. */
const TORCH: Readonly<Record<string, (optimizer: Optimizer) => LRScheduler>> = {
  StepLR: (optimizer) => new StepLR(optimizer, { stepSize: 7, gamma: 0.83 }),
  MultiStepLR: (optimizer) => new MultiStepLR(optimizer, { milestones: [60, 30, 30, 90.5], gamma: 0.31 }),
  ...Object.fromEntries(
    (["linear", "constant", "exponential", "cosine"] as const).map((warmupStrategy) => [
      `WarmupMultiFactorScheduler ${warmupStrategy}`,
      (optimizer: Optimizer) => {
        const options = { milestones: [30, 60, 90], factor: 0.29, warmupLr: [0.001, 0.7], warmupStrategy };
        return new WarmupMultiFactorScheduler(optimizer, options);
      },
    ]),
  ),
  "WarmupMultiFactorScheduler and MultiStepLR": (optimizer) => {
    new MultiStepLR(optimizer, { milestones: [0], gamma: 0.7 });
    return new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 60, 90] });
  },
};

/** Every curve at chosen places, by the name of what made it; of torch's classes for each param group. */
export function curves(): Record<string, Curve> {
  const all: Record<string, Curve> = {};
  for (const [name, plan] of Object.entries(PLANS)) {
    const lr = schedule(plan, RUN);
    all[name] = Object.fromEntries(STEPS.map((step) => [step, lr(step)]));
  }
  for (const [name, make] of Object.entries(TORCH)) {
    const optimizer = { paramGroups: [{ lr: 0.01 }, { lr: 0.3 }] };
    const scheduler = make(optimizer);
    const rates = EPOCHS.map((epoch) => {
      scheduler.step(epoch);
      return scheduler.getLastLr();
    });
    for (const group of [0, 1]) {
      const curve = EPOCHS.map((epoch, i) => [epoch, rates[i]?.[group]]);
      all[`${name}, group ${group}`] = Object.fromEntries(curve);
    }
  }
  return all;
}
