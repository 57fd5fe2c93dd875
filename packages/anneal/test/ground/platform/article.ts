import { schedule, warmupMultiFactor } from "anneal";
import { WarmupMultiFactorScheduler } from "anneal/torch";

/** The article's rates of epochs 0 to 99 as the published library gives them, through the core and through torch. */
export function article(): { core: number[]; torch: number[] } {
  const plan = warmupMultiFactor({
    factor: 0.1,
    milestones: ["30 epochs", "60 epochs", "90 epochs"],
    warmup: "5 epochs",
    from: 0.001,
  });
  const lr = schedule(plan, { base: 0.01, stepsPerEpoch: 1 });
  const group = { lr: 0.01 };
  const scheduler = new WarmupMultiFactorScheduler(
    { paramGroups: [group] },
    { factor: 0.1, warmupEpochs: 5, milestones: [30, 60, 90], warmupLr: 0.001, warmupStrategy: "linear" },
  );
  const epochs = Array.from({ length: 100 }, (_, epoch) => epoch);
  const torch = epochs.map((epoch) => {
    scheduler.step(epoch);
    return group.lr;
  });
  return { core: epochs.map((epoch) => lr(epoch)), torch };
}

/** The article's rate of an epoch, by hand. */
export function byHand(epoch: number): number {
  if (epoch < 5) return 0.001 + (0.009 * epoch) / 5;
  return [0.01, 0.001, 0.0001, 0.00001][[30, 60, 90].filter((milestone) => milestone <= epoch).length] as number;
}
