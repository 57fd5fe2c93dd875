import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  cyclic,
  exponential,
  linear,
  multiStep,
  oneCycle,
  type Plan,
  polynomial,
  restarts,
  sequence,
  step,
  tanh,
  warmupConstant,
  warmupCosine,
  warmupMultiFactor,
} from "../../../src/index.ts";
import { toPyTorch } from "../../../src/interop/write/pytorch/index.ts";
import { issuesOf } from "../../issues.ts";
import { returned } from "./returned.ts";

const RUN = { base: 0.1, steps: 100 };

const said = (plan: Plan, run: object = RUN): string => returned(toPyTorch(plan, run).code);

describe("a class of PyTorch's", () => {
  it.each<[string, Plan, string]>([
    ["ConstantLR", constant({ value: "1x" }), "ConstantLR(optimizer, factor=1.0)"],
    ["LinearLR up", linear({ from: 0.01, to: "1x", over: 5 }), "LinearLR(optimizer, start_factor=0.1, total_iters=5)"],
    [
      "LinearLR down",
      linear({ from: "1x", to: 0, over: 100 }),
      "LinearLR(optimizer, start_factor=1.0, end_factor=0.0, total_iters=100)",
    ],
    [
      "CosineAnnealingLR",
      cosine({ from: "1x", to: 0.001, over: 100 }),
      "CosineAnnealingLR(optimizer, T_max=100, eta_min=1e-3)",
    ],
    [
      "PolynomialLR",
      polynomial({ from: "1x", to: 0, over: 90, power: 2 }),
      "PolynomialLR(optimizer, total_iters=90, power=2)",
    ],
    ["ExponentialLR", exponential({ from: "1x", factor: 0.9, every: 1 }), "ExponentialLR(optimizer, gamma=0.9)"],
    ["StepLR", step({ every: 30 }), "StepLR(optimizer, step_size=30, gamma=0.1)"],
    ["StepLR of even levels", multiStep({ milestones: [40, 80] }), "StepLR(optimizer, step_size=40, gamma=0.1)"],
    ["MultiStepLR", multiStep({ milestones: [30, 80] }), "MultiStepLR(optimizer, milestones=[30, 80], gamma=0.1)"],
    [
      "CosineAnnealingWarmRestarts",
      restarts({ plan: cosine({ from: "1x", to: 0, over: 10 }), growth: 2 }),
      "CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)",
    ],
    [
      "CyclicLR",
      cyclic({ base: 0.01, peak: 0.1, up: 10 }),
      "CyclicLR(optimizer, base_lr=0.01, max_lr=0.1, step_size_up=10, cycle_momentum=False)",
    ],
    [
      "CyclicLR of triangles that are halved",
      cyclic({ base: 0.01, peak: 0.1, up: 10, down: 5, factor: 0.5 }),
      'CyclicLR(optimizer, base_lr=0.01, max_lr=0.1, step_size_up=10, step_size_down=5, mode="triangular2", cycle_momentum=False)',
    ],
    [
      "CyclicLR that shrinks with every step",
      cyclic({ base: 0.01, peak: 0.1, up: 10, factor: 0.99, per: "step" }),
      'CyclicLR(optimizer, base_lr=0.01, max_lr=0.1, step_size_up=10, mode="exp_range", gamma=0.99, cycle_momentum=False)',
    ],
    [
      "OneCycleLR",
      oneCycle({ peak: 0.5, over: 100 }).lr,
      "OneCycleLR(optimizer, max_lr=0.5, total_steps=100, pct_start=0.3, div_factor=25, final_div_factor=10000, cycle_momentum=False)",
    ],
    [
      "OneCycleLR in three phases",
      oneCycle({ peak: 0.5, over: 100, pctStart: 0.25, pctFinal: 0.5, strategy: "linear" }).lr,
      'OneCycleLR(optimizer, max_lr=0.5, total_steps=100, pct_start=0.25, anneal_strategy="linear", div_factor=25, final_div_factor=10000, three_phase=True, cycle_momentum=False)',
    ],
  ])("%s", (_, plan, expected) => {
    expect(said(plan)).toBe(expected);
    expect(toPyTorch(plan, RUN)).toMatchObject({
      exact: true,
      notes: ["expects an optimizer whose lr is 0.1, and a step after every update"],
    });
  });
});

describe("several of them, in a SequentialLR", () => {
  it("the warm-up and the milestones of the article, on a clock of their own", () => {
    const plan = warmupMultiFactor({ milestones: [30, 60, 90], warmup: 5 });
    expect(
      toPyTorch(plan, { base: 0.01, steps: 100 }).code,
    ).toBe(`from torch.optim.lr_scheduler import LinearLR, MultiStepLR, SequentialLR


def make_scheduler(optimizer):
    """For an optimizer whose lr is 0.01, with a step after every update."""
    return SequentialLR(
        optimizer,
        schedulers=[
            LinearLR(optimizer, start_factor=0.1, total_iters=5),
            MultiStepLR(optimizer, milestones=[25, 55, 85], gamma=0.1),
        ],
        milestones=[5],
    )
`);
  });

  it.each<[string, Plan, RegExp]>([
    [
      "a warm-up from 0, which LinearLR cannot have",
      warmupCosine({ warmup: 10 }),
      /lambda step: step \/ 10\), Cos.*T_max=90\)/,
    ],
    [
      "a cosine that then holds",
      cosine({ from: "1x", to: 0.01, over: 90 }),
      /T_max=90, eta_min=0\.01\), LambdaLR\(optimizer, lr_lambda=lambda _: 0\.1\)/,
    ],
    [
      "levels that have no factor",
      sequence(constant({ value: 0.05, over: 10 }), constant({ value: 0.02, over: 20 }), constant({ value: "1x" })),
      /factor=0\.5, total_iters=10\).*factor=0\.2, total_iters=20\).*factor=1\.0\)/,
    ],
    [
      "a constant warm-up",
      warmupMultiFactor({ milestones: [30], warmup: 5, strategy: "constant", from: 0.01 }),
      /ConstantLR\(optimizer, factor=0\.1, total_iters=5\), MultiStepLR/,
    ],
    ["more than the base rate", constant({ value: "2x" }), /^LambdaLR\(optimizer, lr_lambda=lambda _: 2\.0\)$/],
  ])("%s", (_, plan, expected) => expect(said(plan)).toMatch(expected));
});

it("more names than a line has room for are imported as Black writes them", () => {
  const levels = sequence(constant({ value: 0.05, over: 10 }), warmupCosine({ warmup: 10, over: 50, to: 0.01 }));
  const plan = sequence(levels, linear({ from: 0.01, to: 0, over: 30 }));
  expect(toPyTorch(plan, RUN).code.split("\n\n\n")[0]).toBe(`from torch.optim.lr_scheduler import (
    ConstantLR,
    CosineAnnealingLR,
    LambdaLR,
    LinearLR,
    SequentialLR,
)`);
});

describe("a LambdaLR with the formula", () => {
  const long = cosine({ from: "1x", to: 0, over: 100_000 });
  it.each<[string, Plan, object]>([
    ["of a curve that PyTorch has not", tanh({ from: "1x", to: 0, over: 100 }), RUN],
    ["of a wave that rises again, where PyTorch's loses digits", cosineWave({ from: "1x", to: 0, over: 30 }), RUN],
    ["of a run so long that PyTorch's recurrence loses digits", long, { base: 0.1, steps: 100_000 }],
    ["of a one cycle that the run goes on after, where PyTorch raises", oneCycle({ peak: 0.5, over: 90 }).lr, RUN],
    ["of triangles in a run of any length", cyclic({ base: 0, peak: 0.1, up: 10 }), { base: 0.1 }],
    [
      "of a curve between two steps",
      sequence(constant({ value: "1x", over: 2.5 }), linear({ from: "1x", to: 0, over: 9 })),
      RUN,
    ],
    ["of a warm-up to more than the base rate", warmupConstant({ warmup: 9, from: "2x" }), RUN],
  ])("%s", (_, plan, run) => {
    const { code, exact } = toPyTorch(plan, run as typeof RUN);
    expect(said(plan, run)).toBe("LambdaLR(optimizer, lambda step: learning_rate(step) / 0.1)");
    expect(code).toMatch(
      /^(import \w+\n\n)?from torch.optim.lr_scheduler import LambdaLR\n\n\ndef learning_rate\(step\):/,
    );
    expect(exact).toBe(true);
  });

  it("whose optimizer has the rate 1 where there is no base rate", () => {
    const { code, notes } = toPyTorch(tanh({ from: 1, to: 0, over: 100 }), {});
    expect(code).toContain("    return LambdaLR(optimizer, learning_rate)\n");
    expect(notes).toEqual(["expects an optimizer whose lr is 1, and a step after every update"]);
  });
});

describe("what it cannot write is refused", () => {
  it.each(["learning_rate", "LambdaLR", "optimizer", "STARTS", "import", 5])("the name %j", (name) => {
    const many = sequence(...Array.from({ length: 9 }, (_, i) => constant({ value: 1 / (i + 2), over: 5 })));
    expect(issuesOf(() => toPyTorch(many, RUN, { name: name as string }))[0]?.path).toBe("options.name");
  });

  it("but a name of one's own is used", () => {
    expect(toPyTorch(step({ every: 30 }), RUN, { name: "lr_scheduler_of" }).code).toContain(
      "def lr_scheduler_of(optimizer):",
    );
  });

  it("a base rate of 0, an option that is none, and the plan's own problems", () => {
    expect(issuesOf(() => toPyTorch(constant({ value: 1 }), { base: 0 }))[0]?.path).toBe("run.base");
    expect(issuesOf(() => toPyTorch(constant({ value: 1 }), {}, { form: 1 } as never))[0]?.path).toBe("options");
    expect(issuesOf(() => toPyTorch(constant({ value: "1x" }), {} as never))[0]?.path).toBe("value");
  });
});
