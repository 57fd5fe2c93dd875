import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  inverseSqrt,
  linear,
  type Plan,
  sequence,
  step,
  warmupConstant,
  warmupCosine,
  warmupCosineRestarts,
  warmupLinear,
  warmupPolynomial,
  wsd,
} from "../../../src/index.ts";
import { toHuggingFace } from "../../../src/interop/write/huggingFace/index.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.1, steps: 100 };
const keysOf = (plan: Plan, run = RUN) => JSON.parse(toHuggingFace(plan, run, { form: "arguments" }).code);

describe("a schedule of Transformers", () => {
  it.each<[string, Plan, object]>([
    ["constant", constant({ value: "1x" }), {}],
    ["constant_with_warmup", warmupConstant({ warmup: 10 }), { warmup_steps: 10 }],
    ["linear", warmupLinear({ warmup: 10 }), { warmup_steps: 10 }],
    ["cosine", warmupCosine({ warmup: 10 }), { warmup_steps: 10 }],
    ["cosine", cosineWave({ from: "1x", to: 0, over: 25 }), { lr_scheduler_kwargs: { num_cycles: 2 } }],
    [
      "cosine_with_restarts",
      warmupCosineRestarts({ warmup: 10, over: 90, cycles: 3 }),
      { warmup_steps: 10, lr_scheduler_kwargs: { num_cycles: 3 } },
    ],
    [
      "polynomial",
      warmupPolynomial({ warmup: 10, to: 1e-3, power: 2 }),
      { warmup_steps: 10, lr_scheduler_kwargs: { lr_end: 1e-3, power: 2 } },
    ],
    ["inverse_sqrt", inverseSqrt({ warmup: 10 }), { warmup_steps: 10, lr_scheduler_kwargs: { timescale: 10 } }],
    [
      "cosine_with_min_lr",
      warmupCosine({ warmup: 10, to: "0.1x" }),
      { warmup_steps: 10, lr_scheduler_kwargs: { min_lr_rate: 0.1 } },
    ],
    [
      "warmup_stable_decay",
      wsd({ warmup: 10, decay: 20, decayCurve: "sqrt" }),
      { warmup_steps: 10, lr_scheduler_kwargs: { num_decay_steps: 20, decay_type: "1-sqrt" } },
    ],
  ])("%s", (type, plan, rest) => {
    expect(keysOf(plan)).toEqual({ learning_rate: 0.1, lr_scheduler_type: type, max_steps: 100, ...rest });
    const { code, exact } = toHuggingFace(plan, RUN);
    expect(code).toContain("from transformers import get_scheduler\n");
    expect([code.includes(`"${type}"`), exact]).toEqual([true, true]);
  });

  it("is called as its users call it", () => {
    const { code } = toHuggingFace(wsd({ warmup: 10, decay: 20, from: "0.1x", to: "0.1x" }), RUN);
    expect(code.split('update."""\n')[1]).toBe(`    return get_scheduler(
        "warmup_stable_decay",
        optimizer,
        num_warmup_steps=10,
        num_training_steps=100,
        scheduler_specific_kwargs={
            "num_decay_steps": 20,
            "decay_type": "linear",
            "min_lr_ratio": 0.1,
        },
    )
`);
  });
});

describe("a LambdaLR", () => {
  it.each<[string, Plan]>([
    ["a warm-up that does not begin at 0", warmupLinear({ warmup: 10, from: 0.01 })],
    ["another power of a cosine", cosine({ from: "1x", to: 0, over: 100, power: 2 })],
    [
      "a curve that begins later",
      sequence(constant({ value: 0.05, over: 9 }), linear({ from: "1x", to: 0, over: 91 })),
    ],
    ["stairs", step({ every: 30 })],
    ["a floor above the base rate", warmupPolynomial({ warmup: 0, to: "2x" })],
    ["more cycles than keep their digits", cosineWave({ from: "1x", to: 0, over: 2 })],
  ])("has %s", (_, plan) => {
    const { code, notes } = toHuggingFace(plan, RUN);
    expect(code).toContain("return LambdaLR(optimizer, lambda step: learning_rate(step) / 0.1)");
    expect(notes).toContain("goes to a Trainer's optimizers, beside the optimizer");
    expect(toHuggingFace(plan, RUN, { form: "arguments" }).code).toBe(code);
  });

  it("has what TrainingArguments cannot say: a schedule that is shorter than the run", () => {
    const plan = warmupLinear({ warmup: 10, over: 50 });
    expect(toHuggingFace(plan, RUN).code).toContain("num_training_steps=60");
    expect(toHuggingFace(plan, RUN, { form: "arguments" }).code).toContain("LambdaLR");
  });

  it("has a cosine that holds its end, which Transformers' does not", () => {
    const plan = cosine({ from: "1x", to: 0.01, over: 90 });
    expect(toHuggingFace(plan, { base: 0.1, steps: 90 }).code).toContain("cosine_with_min_lr");
    expect(toHuggingFace(plan, RUN).code).toContain("warmup_stable_decay");
  });
});

it.each(["json", 1, null])("the form %j is refused", (form) => {
  expect(issuesOf(() => toHuggingFace(step({ every: 3 }), RUN, { form: form as never }))[0]?.path).toBe("options.form");
});
