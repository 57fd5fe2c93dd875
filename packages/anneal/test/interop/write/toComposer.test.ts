import { describe, expect, it } from "vitest";
import {
  constantFactor,
  cosine,
  exponential,
  linear,
  multiStep,
  type Plan,
  polynomial,
  repeat,
  step,
  warmup,
  warmupConstant,
  warmupCosine,
  warmupLinear,
  warmupPolynomial,
} from "../../../src/index.ts";
import { toComposer } from "../../../src/interop/write/composer/index.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.2, steps: 100 };
const codeOf = (plan: Plan, run: object = RUN): string =>
  toComposer(plan as never, run as never).code.replaceAll(/\s+/g, " ");

describe("toComposer", () => {
  it.each<[Plan, string]>([
    [{ kind: "constant", value: 0.1 }, "ConstantScheduler(alpha=0.5)"],
    [constantFactor({ factor: 0.3, over: 7 }), 'ConstantScheduler(alpha=0.3, t_max="7ba")'],
    [step({ every: 9, factor: 0.5 }), 'StepScheduler(step_size="9ba", gamma=0.5)'],
    [multiStep({ milestones: [30, 60] }), 'MultiStepScheduler(milestones=["30ba", "60ba"])'],
    [linear({ from: "0.5x", to: 0, over: 9 }), 'LinearScheduler(alpha_i=0.5, t_max="9ba")'],
    [exponential({ from: "1x", factor: 0.9, every: 4 }), 'ExponentialScheduler(gamma=0.9, decay_period="4ba")'],
    [cosine({ from: "1x", to: "0.1x", over: 9 }), 'CosineAnnealingScheduler(t_max="9ba", alpha_f=0.1)'],
    [repeat({ plan: cosine({ from: "1x", to: 0, over: 9 }), stretch: 2 }), 'RestartsScheduler(t_0="9ba", t_mult=2.0)'],
    [polynomial({ from: "1x", to: 0, over: 9, power: 2 }), 'PolynomialScheduler(power=2.0, t_max="9ba")'],
    [
      warmup({ plan: multiStep({ milestones: [30] }), over: 5, clock: "global" }),
      'MultiStepWithWarmupScheduler(t_warmup="5ba", milestones=["30ba"])',
    ],
    [warmupConstant({ warmup: 5 }), 'ConstantWithWarmupScheduler(t_warmup="5ba")'],
    [warmupLinear({ warmup: 5 }), 'LinearWithWarmupScheduler(t_warmup="5ba", t_max="100ba")'],
    [
      warmupCosine({ warmup: 5, to: "0.1x" }),
      'CosineAnnealingWithWarmupScheduler( t_warmup="5ba", t_max="100ba", alpha_f=0.1 )',
    ],
    [
      warmupPolynomial({ warmup: 5, power: 2, to: 0 }),
      'PolynomialWithWarmupScheduler(t_warmup="5ba", power=2.0, t_max="100ba")',
    ],
  ])("%j", (plan, words) => {
    expect(codeOf(plan)).toContain(words);
    expect(toComposer(plan as never, RUN as never)).toMatchObject({
      exact: true,
      notes: ["expects an optimizer whose lr is 0.2, and a schedule stepped every batch"],
    });
  });

  it.each<[string, Plan]>([
    ["a warm-up from above 0", warmupLinear({ warmup: 5, from: 0.01 })],
    ["a schedule that ends before the run, after a warm-up", warmupLinear({ warmup: 5, over: 50 })],
    ["parts of batches", cosine({ from: "1x", to: 0, over: 9.5 })],
    ["a cosine from elsewhere", cosine({ from: "0.5x", to: 0, over: 9 })],
  ])("has a function of the state for %s", (_, plan) => {
    expect(codeOf(plan)).toContain("return learning_rate(state.timestamp.batch.value) / 0.2");
  });

  it("has a warm-up only where the run's end is known", () => {
    expect(codeOf(warmupLinear({ warmup: 5, over: 95 }), { base: 0.2 })).toContain("def scheduler(state):");
    expect(issuesOf(() => toComposer(constantFactor({ factor: 0.5, over: 3 }), RUN, { name: "class" }))).toHaveLength(
      1,
    );
  });
});
