import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  exponential,
  linear,
  multiStep,
  type Plan,
  sequence,
  warmupCosine,
} from "../../../src/index.ts";
import { toFvcore } from "../../../src/interop/write/fvcore/index.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.1, steps: 100 };
const codeOf = (plan: Plan, run: object = RUN): string =>
  toFvcore(plan as never, run as never).code.replaceAll(/\s+/g, " ");

describe("toFvcore", () => {
  it.each<[string, Plan, string]>([
    ["a constant", constant({ value: "1x" }), "ConstantParamScheduler(value=0.1)"],
    [
      "a line over the run",
      linear({ from: 1, to: 0, over: 100 }),
      "LinearParamScheduler(start_value=1.0, end_value=0.0)",
    ],
    [
      "the part of a line that the run has",
      linear({ from: 1, to: 0, over: 200 }),
      "LinearParamScheduler(start_value=1.0, end_value=0.5)",
    ],
    [
      "a share of an exponential",
      exponential({ from: 1, factor: 0.5, every: 50 }),
      "ExponentialParamScheduler(start_value=1.0, decay=0.25)",
    ],
    [
      "levels",
      multiStep({ milestones: [30, 60] }),
      "MultiStepParamScheduler( values=[0.1, 0.01, 1e-3], num_updates=100, milestones=[30, 60] )",
    ],
    [
      "several, each for its share of the run",
      warmupCosine({ warmup: 10, over: 90 }),
      'schedulers=[ LinearParamScheduler(start_value=0.0, end_value=0.1), CosineParamScheduler(start_value=0.1, end_value=0.0), ], lengths=[10 / 100, 90 / 100], interval_scaling=["rescaled", "rescaled"],',
    ],
  ])("has %s", (_, plan, words) => {
    expect(codeOf(plan)).toContain(words);
    expect(toFvcore(plan as never, RUN as never).exact).toBe(true);
  });

  it("has a class that finds the step for what fvcore has no name for, and for runs of a million steps", () => {
    const cut = sequence({ plan: cosine({ from: 1, to: 0, over: 50 }), until: 20 }, constant({ value: 1 }));
    expect(codeOf(cut)).toContain("return learning_rate(round(where * 100))");
    expect(codeOf(multiStep({ milestones: [30] }), { base: 1, steps: 1e6 })).toContain(
      "class Scheduler(ParamScheduler)",
    );
  });

  it("needs to know how many steps there are", () => {
    expect(issuesOf(() => toFvcore(constant({ value: 1 }), { base: 1 } as never))[0]?.path).toBe("run.steps");
    expect(issuesOf(() => toFvcore(constant({ value: 1 }), undefined as never))[0]?.path).toBe("run.steps");
  });
});
