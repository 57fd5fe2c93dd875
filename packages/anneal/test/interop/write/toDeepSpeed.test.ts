import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  linear,
  oneTriangle,
  type Plan,
  rangeTest,
  sequence,
  shift,
  warmup,
  warmupCosine,
  warmupLinear,
} from "../../../src/index.ts";
import { toDeepSpeed } from "../../../src/interop/write/deepSpeed/index.ts";

const RUN = { base: 0.1, steps: 100 };
const late = (plan: Plan): Plan => shift({ plan, by: -1 });
const climb = { warmup_min_lr: 0, warmup_max_lr: 0.1, warmup_num_steps: 10 };

describe("a block of a configuration", () => {
  it.each<[string, Plan, object]>([
    ["WarmupLR", late(linear({ from: 0, to: "1x", over: 10 })), { ...climb, warmup_type: "linear" }],
    [
      "WarmupLR",
      late(warmup({ plan: constant({ value: "1x" }), over: 10, curve: "logarithmic", inclusive: true })),
      { ...climb, warmup_type: "log" },
    ],
    [
      "WarmupLR",
      constant({ value: "1x" }),
      { warmup_min_lr: 0.1, warmup_max_lr: 0.1, warmup_num_steps: 2, warmup_type: "linear" },
    ],
    [
      "WarmupDecayLR",
      late(warmupLinear({ warmup: 10, over: 80 })),
      { total_num_steps: 90, ...climb, warmup_type: "linear" },
    ],
    [
      "WarmupCosineLR",
      sequence(
        constant({ value: 0, over: 1 }),
        warmup({ plan: shift({ plan: cosine({ from: "1x", to: "0.01x", over: 80 }), by: 1 }), over: 10, from: "0.2x" }),
      ),
      { total_num_steps: 90, warmup_min_ratio: 0.2, warmup_num_steps: 10, cos_min_ratio: 0.01, warmup_type: "linear" },
    ],
    [
      "LRRangeTest",
      rangeTest({ from: 0.001, every: 20, rate: 0.5 }),
      {
        lr_range_test_min_lr: 0.001,
        lr_range_test_step_size: 20,
        lr_range_test_step_rate: 0.5,
        lr_range_test_staircase: false,
      },
    ],
    [
      "OneCycle",
      oneTriangle({ from: 0.01, to: 0.1, up: 20, down: 30, rate: 0.5, every: 7 }),
      {
        cycle_min_lr: 0.01,
        cycle_max_lr: 0.1,
        cycle_first_step_size: 20,
        cycle_second_step_size: 30,
        decay_lr_rate: 0.5,
        decay_step_size: 7,
        cycle_momentum: false,
      },
    ],
  ])("%s", (type, plan, params) => {
    const { code, exact, notes } = toDeepSpeed(plan, RUN);
    expect(JSON.parse(code)).toEqual({ scheduler: { type, params } });
    expect([exact, notes]).toEqual([true, ["expects an optimizer whose lr is 0.1"]]);
  });
});

describe("a LambdaLR", () => {
  it.each<[string, Plan]>([
    ["a warm-up that is on time", linear({ from: 0, to: "1x", over: 10 })],
    ["a decay that does not come back to its beginning", late(warmupLinear({ warmup: 10, over: 80, to: 0.01 }))],
    ["a cosine that reaches the peak", late(warmupCosine({ warmup: 10, over: 80 }))],
    ["a warm-up of one step", late(linear({ from: 0, to: "1x", over: 1 }))],
  ])("has %s", (_, plan) => {
    const { code, notes } = toDeepSpeed(plan, RUN, { name: "schedule_of" });
    expect(code).toContain("def schedule_of(optimizer):");
    expect(notes).toContain("goes to deepspeed.initialize(lr_scheduler=schedule_of)");
  });
});
