import { describe, expect, it } from "vitest";
import { format } from "../../src/index.ts";
import type { WarmupMultiFactorSchedulerOptions } from "../../src/torch/index.ts";
import * as lrScheduler from "../../src/torch/index.ts";
import { recordedOptimizer } from "../recorder.ts";

const ARTICLE = {
  factor: 0.1,
  warmupEpochs: 5,
  milestones: [30, 60, 90],
  warmupLr: 0.001,
  warmupStrategy: "linear",
} as const;

function build(options: Partial<WarmupMultiFactorSchedulerOptions> = {}, ...bases: number[]) {
  const optimizer = { paramGroups: (bases.length > 0 ? bases : [0.01]).map((lr) => ({ lr })) };
  const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, { ...ARTICLE, ...options });
  return { optimizer, scheduler, rates: () => optimizer.paramGroups.map(({ lr }) => lr) };
}

/** The first group's rate after `step(epoch)` for each epoch. */
function rates(
  epochs: readonly number[],
  options: Partial<WarmupMultiFactorSchedulerOptions> = {},
  base = 0.01,
): number[] {
  const { optimizer, scheduler } = build(options, base);
  return epochs.map((epoch) => {
    scheduler.step(epoch);
    return optimizer.paramGroups[0]?.lr as number;
  });
}

describe("the article's training loop", () => {
  it("prints the article's rates, epoch after epoch", () => {
    const optimizer = { paramGroups: [{ lr: 0.01 }] };
    const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, ARTICLE);
    const printed: string[] = [];
    for (let epoch = 0; epoch < 100; epoch++) {
      scheduler.step(epoch);
      printed.push(`Epoch: ${epoch} Learning Rate: ${format(optimizer.paramGroups[0]?.lr as number)}`);
    }
    const climb = ["0.001", "0.0028", "0.0046", "0.0064", "0.0082"];
    const rates = Array.from({ length: 100 }, (_, epoch) => {
      return climb[epoch] ?? (epoch < 30 ? "0.01" : epoch < 60 ? "0.001" : epoch < 90 ? "0.0001" : "0.00001");
    });
    expect(printed).toEqual(rates.map((rate, epoch) => `Epoch: ${epoch} Learning Rate: ${rate}`));
  });
});

describe("factor and milestones", () => {
  it("every milestone multiplies, and is the first epoch at the lower rate", () => {
    expect(rates([5, 29, 30, 59, 60, 89, 90, 1000])).toEqual([0.01, 0.01, 0.001, 0.001, 1e-4, 1e-4, 1e-5, 1e-5]);
  });

  it("milestones count from the start of training, not from the end of warm-up", () => {
    expect(rates([9, 10, 15], { milestones: [10], warmupEpochs: 8 })).toEqual([0.01, 0.001, 0.001]);
  });

  it("milestones may be fractional", () => {
    expect(rates([30, 30.25, 30.5, 31], { milestones: [30.5] })).toEqual([0.01, 0.01, 0.001, 0.001]);
  });

  it("there may be none", () => {
    expect(rates([0, 5, 1e6], { milestones: [] })).toEqual([0.001, 0.01, 0.01]);
  });

  it("the first may be where warm-up ends", () => {
    expect(rates([4, 5, 6], { milestones: [5] }).map(format)).toEqual(["0.0082", "0.001", "0.001"]);
  });

  it("the factor may be anything above 0", () => {
    expect(rates([5, 30, 60], { factor: 0.5 })).toEqual([0.01, 0.005, 0.0025]);
    expect(rates([5, 30, 60], { factor: 2 })).toEqual([0.01, 0.02, 0.04]);
    expect(rates([5, 30, 60], { factor: 1 })).toEqual([0.01, 0.01, 0.01]);
  });
});

describe("warm-up", () => {
  it("begins at exactly warmupLr and ends at exactly the base", () => {
    for (const warmupStrategy of ["linear", "exponential", "cosine", "constant"] as const) {
      expect(rates([0, 5], { warmupStrategy, warmupLr: 0.0007 }, 0.03)).toEqual([0.0007, 0.03]);
    }
  });

  it.each([
    ["linear", [0.001, 0.0028, 0.0046, 0.0064, 0.0082]],
    ["constant", [0.001, 0.001, 0.001, 0.001, 0.001]],
    ["exponential", [0, 1, 2, 3, 4].map((t) => 0.001 * 10 ** (t / 5))],
    ["cosine", [0, 1, 2, 3, 4].map((t) => 0.001 + (0.009 * (1 - Math.cos((Math.PI * t) / 5))) / 2)],
  ] as const)("goes by the formula of %s", (warmupStrategy, expected) => {
    expect(rates([0, 1, 2, 3, 4], { warmupStrategy }).map(format)).toEqual(expected.map(format));
  });

  it("may end within an epoch", () => {
    expect(rates([2, 2.25, 2.5, 3], { warmupEpochs: 2.5, warmupLr: 0 }, 1).map(format)).toEqual([
      "0.8",
      "0.9",
      "1",
      "1",
    ]);
  });

  it("of 0 epochs is none", () => {
    expect(rates([0, 1, 30], { warmupEpochs: 0 })).toEqual([0.01, 0.01, 0.001]);
    expect(rates([0, 1], { warmupEpochs: 0, milestones: [0, 1] })).toEqual([0.001, 0.0001]);
  });

  it("may go down", () => {
    expect(rates([0, 1, 2, 4], { warmupEpochs: 4, warmupLr: 0.5 }, 0.1).map(format)).toEqual([
      "0.5",
      "0.4",
      "0.3",
      "0.1",
    ]);
  });

  it("has the article's defaults", () => {
    const optimizer = { paramGroups: [{ lr: 0.01 }] };
    const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, { milestones: [30, 60, 90] });
    expect(scheduler.plan).toEqual(build().scheduler.plan);
  });
});

describe("step(epoch) is a position, not an event", () => {
  it("the constructor already sets the rate of epoch 0", () => {
    expect(build().rates()).toEqual([0.001]);
    expect(build().scheduler.lastEpoch).toBe(0);
  });

  it("is the same however often it is said, and in any order", () => {
    const inOrder = Array.from({ length: 400 }, (_, i) => i / 4);
    const expected = rates(inOrder);
    expect(rates(inOrder.flatMap((epoch) => [epoch, epoch]))).toEqual(expected.flatMap((rate) => [rate, rate]));
    const mixed = inOrder.map((_, i) => (i * 173) % 400);
    expect(rates(mixed.map((i) => i / 4))).toEqual(mixed.map((i) => expected[i]));
  });

  it("without an epoch advances by one, from wherever it is", () => {
    const { scheduler } = build();
    const positions = [undefined, undefined, 2.5, undefined, undefined, 0, undefined].map((epoch) => {
      scheduler.step(epoch);
      return scheduler.lastEpoch;
    });
    expect(positions).toEqual([1, 2, 2.5, 3.5, 4.5, 0, 1]);
  });

  it("makes a resume one call", () => {
    const { scheduler, rates } = build();
    scheduler.step(42);
    expect(rates()).toEqual([0.001]);
    scheduler.step();
    expect(scheduler.lastEpoch).toBe(43);
  });
});

describe("several param groups", () => {
  it("have their own base rates", () => {
    const { scheduler, rates } = build({}, 0.01, 0.1);
    expect(rates()).toEqual([0.001, 0.001]);
    scheduler.step(5);
    expect(rates()).toEqual([0.01, 0.1]);
    scheduler.step(60);
    expect(rates()).toEqual([0.0001, 0.001]);
  });

  it("may have their own warmupLr", () => {
    const { scheduler, rates } = build({ warmupLr: [0.001, 0.02] }, 0.01, 0.1);
    expect(rates()).toEqual([0.001, 0.02]);
    scheduler.step(2.5);
    expect(rates().map(format)).toEqual(["0.0055", "0.06"]);
    scheduler.step(5);
    expect(rates()).toEqual([0.01, 0.1]);
  });
});

describe("what is written", () => {
  it("is a rate that changed, and no other", () => {
    const { optimizer, writes } = recordedOptimizer(0.01);
    const scheduler = new lrScheduler.WarmupMultiFactorScheduler(optimizer, ARTICLE);
    for (let epoch = 0; epoch < 100; epoch++) scheduler.step(epoch);
    expect(writes.map(format)).toEqual([
      "0.001",
      "0.0028",
      "0.0046",
      "0.0064",
      "0.0082",
      "0.01",
      "0.001",
      "0.0001",
      "0.00001",
    ]);
  });
});
