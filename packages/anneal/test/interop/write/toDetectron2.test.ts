import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  linear,
  multiStep,
  type Plan,
  sequence,
  warmupCosine,
  warmupMultiFactor,
} from "../../../src/index.ts";
import { toDetectron2 } from "../../../src/interop/write/detectron2/index.ts";
import { yamlNumber } from "../../../src/interop/write/detectron2/yamlNumber.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.02, steps: 90_000 };
const written = (plan: Plan, run: object = RUN) => toDetectron2(plan as never, run as never);

describe("toDetectron2", () => {
  it("has the settings of levels after a warm-up", () => {
    const plan = warmupMultiFactor({ milestones: [60_000, 80_000], warmup: 1000, from: 2e-5 });
    expect(written(plan)).toEqual({
      code: `SOLVER:
  LR_SCHEDULER_NAME: WarmupMultiStepLR
  BASE_LR: 0.02
  GAMMA: 0.1
  STEPS: (60000, 80000)
  MAX_ITER: 90000
  WARMUP_FACTOR: 1.0e-3
  WARMUP_ITERS: 1000
  WARMUP_METHOD: linear
`,
      exact: true,
      notes: [],
    });
  });

  it.each<[string, Plan, string]>([
    ["one level, as a tuple of Python", multiStep({ milestones: [60_000] }), "STEPS: (60000,)"],
    ["no level", constant({ value: "1x" }), "STEPS: ()"],
    [
      "a warm-up at a level",
      sequence(constant({ value: "0.1x", over: 9 }), constant({ value: "1x" })),
      "WARMUP_METHOD: constant",
    ],
    ["a cosine on the clock of the run", cosine({ from: "1x", to: 0, over: "rest" }), "WarmupCosineLR"],
    ["a cosine after its warm-up", warmupCosine({ warmup: 1000, to: 1e-5 }), "RESCALE_INTERVAL: True"],
  ])("has %s", (_, plan, words) => {
    const { code, exact } = written(plan);
    expect(code).toContain(words);
    expect([code.startsWith("SOLVER:\n"), exact]).toEqual([true, true]);
  });

  it.each<[string, Plan]>([
    ["a warm-up that is longer than the run", linear({ from: 0, to: "1x", over: 100_000 })],
    ["levels without a factor", { kind: "piecewise", from: "1x", at: [5, 9], to: ["0.5x", "0.1x"] }],
    ["a cosine that ends before the run", cosine({ from: "1x", to: 0, over: 50_000 })],
  ])("has Python for %s", (_, plan) => {
    const { code, exact, notes } = written(plan);
    expect(code).toContain("return LRMultiplier(optimizer, multiplier=Multiplier(), max_iter=90000)");
    expect(code).toContain("return learning_rate(round(where * 90000)) / 0.02");
    expect([exact, notes]).toEqual([true, ["expects an optimizer whose lr is 0.02, and a step after every update"]]);
  });

  it("has Python where detectron2 would change too early", () => {
    expect(written(multiStep({ milestones: [60_000] }), { base: 0.02, steps: 2e6 }).code).toContain("class Multiplier");
  });

  it("needs to know how many steps there are", () => {
    expect(issuesOf(() => written(constant({ value: 1 }), { base: 1 }))[0]?.path).toBe("run.steps");
  });
});

describe("yamlNumber", () => {
  it.each([
    [1, "1.0"],
    [0.1, "0.1"],
    [1e-4, "1.0e-4"],
    [2.5e-7, "2.5e-7"],
    [1e21, "1.0e+21"],
    [0, "0.0"],
  ])("writes %d as %s", (value, text) => {
    expect(yamlNumber(value)).toBe(text);
  });
});
