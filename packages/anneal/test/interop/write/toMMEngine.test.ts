import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  exponential,
  linear,
  multiStep,
  oneCycle,
  type Plan,
  polynomial,
  repeat,
  sequence,
  step,
  tanh,
  warmupConstant,
  warmupCosine,
  warmupMultiFactor,
  wsd,
} from "../../../src/index.ts";
import { toMMEngine } from "../../../src/interop/write/mmEngine/index.ts";
import { issuesOf } from "../../issues.ts";
import { returned } from "./returned.ts";

const RUN = { base: 0.1, steps: 100 };

/** The list, without what is the same in every entry. */
const listed = (plan: Plan): string =>
  returned(`    return ${toMMEngine(plan, RUN).code}`)
    .replaceAll(", by_epoch=False", "")
    .replace("param_scheduler = ", "");

describe("a list of schedulers", () => {
  it.each<[string, Plan, string]>([
    ["nothing", constant({ value: "1x" }), "[]"],
    [
      "a line",
      linear({ from: "1x", to: 0, over: 90 }),
      '[dict(type="LinearLR", start_factor=1.0, end_factor=0.0, end=91)]',
    ],
    [
      "a cosine that holds its end",
      cosine({ from: "1x", to: 0.01, over: 90 }),
      '[dict(type="CosineAnnealingLR", T_max=90, eta_min=0.01, end=91)]',
    ],
    [
      "a power",
      polynomial({ from: "1x", to: 0.01, over: 90, power: 0.9 }),
      '[dict(type="PolyLR", power=0.9, eta_min=0.01, end=91)]',
    ],
    ["an exponential", exponential({ from: "1x", factor: 0.9, every: 1 }), '[dict(type="ExponentialLR", gamma=0.9)]'],
    ["stairs", step({ every: 30 }), '[dict(type="StepLR", step_size=30, gamma=0.1)]'],
    ["milestones", multiStep({ milestones: [30, 80] }), '[dict(type="MultiStepLR", milestones=[30, 80], gamma=0.1)]'],
    [
      "restarts",
      repeat({ plan: cosine({ from: "1x", to: 0.01, over: 20 }), stretch: 2 }),
      '[dict(type="CosineRestartLR", periods=[20, 40, 80], restart_weights=[1, 1, 1], eta_min=0.01)]',
    ],
    [
      "a constant warm-up",
      sequence(constant({ value: "0.1x", over: 5 }), constant({ value: "1x" })),
      '[dict(type="ConstantLR", factor=0.1, end=6)]',
    ],
    [
      "levels without a factor",
      multiStepOf(0.05, 0.04),
      '[dict(type="MultiStepLR", milestones=[10], gamma=0.5), dict(type="MultiStepLR", milestones=[20], gamma=0.8)]',
    ],
    [
      "the article's",
      warmupMultiFactor({ milestones: [30, 60, 90], warmup: 5, from: "0.1x" }),
      '[dict(type="LinearLR", start_factor=0.1, end=6), dict(type="MultiStepLR", milestones=[30, 60, 90], gamma=0.1)]',
    ],
    [
      "three stages, of which the last begins where the rate is then",
      wsd({ warmup: 10, from: "0.1x", stable: 40, decay: 50, to: 0.01 }),
      '[dict(type="LinearLR", start_factor=0.1, end=11), dict(type="LinearLR", start_factor=1.0, end_factor=0.1, begin=50, end=101)]',
    ],
  ])("has %s", (_, plan, expected) => {
    expect(listed(plan)).toBe(expected);
    expect(toMMEngine(plan, RUN)).toMatchObject({ exact: true, notes: ["expects an optimizer whose lr is 0.1"] });
  });
});

/** Two levels after the base rate. */
function multiStepOf(first: number, second: number): Plan {
  return sequence(
    constant({ value: "1x", over: 10 }),
    constant({ value: first, over: 10 }),
    constant({ value: second }),
  );
}

describe("a registered scheduler", () => {
  it.each<[string, Plan]>([
    ["a curve that MMEngine has not", tanh({ from: "1x", to: 0, over: 90 })],
    ["a warm-up from 0, where MMEngine divides by it", warmupCosine({ warmup: 10 })],
    ["a wave that rises again", cosineWave({ from: "1x", to: 0, over: 30 })],
    ["a way back from 0", sequence(linear({ from: "1x", to: 0, over: 10 }), constant({ value: "1x" }))],
    ["a line to more than there was", warmupConstant({ warmup: 9, from: "2x" })],
    [
      "a curve between two steps",
      sequence(constant({ value: "1x", over: 2.5 }), linear({ from: "1x", to: 0, over: 9 })),
    ],
  ])("has %s", (_, plan) => {
    const { code, exact, notes } = toMMEngine(plan, RUN);
    expect(code).toContain("class FormulaLR(LRSchedulerMixin, _ParamScheduler):\n");
    expect(code.split("\n\n\n").at(-1)).toBe('param_scheduler = [dict(type="FormulaLR", by_epoch=False)]\n');
    expect([exact, notes.length]).toEqual([true, 2]);
  });

  it("and a name that the code uses is refused", () => {
    const plan = tanh({ from: "1x", to: 0, over: 90 });
    for (const name of ["FormulaLR", "learning_rate", "dict", "print me"]) {
      expect(issuesOf(() => toMMEngine(plan, RUN, { name }))[0]?.path).toBe("options.name");
    }
    expect(toMMEngine(step({ every: 30 }), RUN, { name: "schedule" }).code).toMatch(/^schedule = \[/);
  });
});

it("is OneCycleLR where PyTorch's is, by MMEngine's names", () => {
  const { code, exact } = toMMEngine(oneCycle({ peak: 0.4, over: 90 }).lr, { base: 0.1, steps: 90 });
  expect(code.replaceAll(/\s+/g, " ")).toBe(
    'param_scheduler = [ dict( type="OneCycleLR", eta_max=0.4, total_steps=90, pct_start=0.3, div_factor=25, ' +
      "final_div_factor=10000, by_epoch=False, ) ] ",
  );
  expect(exact).toBe(true);
});
