import { assertType, test } from "vitest";
import { multiStep, type Plan, schedule, step, warmupMultiFactor } from "../../src/index.ts";

test("a recipe returns a plan", () => {
  assertType<Plan>(multiStep({ milestones: [30, 60] }));
  assertType<Plan>(multiStep({ milestones: [] }));
  assertType<Plan>(step({ every: 30, factor: 0.5 }));
  assertType<Plan>(warmupMultiFactor({ milestones: ["30 epochs"], warmup: "5 epochs", from: 0.001, factor: 0.1 }));
});

test("a recipe's plan needs the base rate, and what its times need", () => {
  schedule(multiStep({ milestones: [30] }), { base: 0.1 });
  schedule(step({ every: "2 epochs" }), { base: 0.1, stepsPerEpoch: 10 });
  schedule(warmupMultiFactor({ milestones: [30], warmup: 5 }), { base: 0.1 });
  schedule(warmupMultiFactor({ milestones: [], warmup: 0 }), { base: 0.1 });
  // @ts-expect-error no base
  schedule(multiStep({ milestones: [30] }));
  // @ts-expect-error no stepsPerEpoch
  schedule(step({ every: "2 epochs" }), { base: 0.1 });
  // @ts-expect-error no stepsPerEpoch for the warm-up
  schedule(warmupMultiFactor({ milestones: [30], warmup: "5 epochs" }), { base: 0.1 });
  // @ts-expect-error no stepsPerEpoch for the milestones
  schedule(warmupMultiFactor({ milestones: ["30 epochs"], warmup: 5 }), { base: 0.1 });
  // @ts-expect-error no steps for a milestone
  schedule(warmupMultiFactor({ milestones: [3, "50%"], warmup: 1 }), { base: 0.1 });
});

test("a wrong or missing option is refused", () => {
  // @ts-expect-error epocks
  multiStep({ milestones: ["5 epocks"] });
  // @ts-expect-error gamma is torch's word
  multiStep({ milestones: [5], gamma: 0.1 });
  // @ts-expect-error no milestones
  multiStep({});
  // @ts-expect-error evry
  step({ evry: 5 });
  // @ts-expect-error a strategy that is not known
  warmupMultiFactor({ milestones: [30], warmup: 5, strategy: "linaer" });
  // @ts-expect-error warmupEpochs is anneal/torch's word
  warmupMultiFactor({ milestones: [30], warmup: 5, warmupEpochs: 5 });
  // @ts-expect-error no warm-up
  warmupMultiFactor({ milestones: [30] });
});
