import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cyclic,
  linear,
  multiStep,
  type Plan,
  polynomial,
  restarts,
  sequence,
  step,
  tanh,
  warmup,
  warmupCosine,
  wsd,
} from "../../../src/index.ts";
import { toTimm } from "../../../src/interop/write/timm/index.ts";
import { returned } from "./returned.ts";

const RUN = { base: 0.1, steps: 100 };
const wave = cosine({ from: "1x", to: 0.001, over: 90 });

const said = (plan: Plan, run: object = RUN): string => returned(toTimm(plan, run).code);

describe("a scheduler of timm's", () => {
  it.each<[string, Plan, string]>([
    ["StepLR", step({ every: 30 }), "optimizer, decay_t=30, decay_rate=0.1, t_in_epochs=False"],
    [
      "MultiStepLR",
      multiStep({ milestones: [30, 70] }),
      "optimizer, decay_t=[31, 71], decay_rate=0.1, t_in_epochs=False",
    ],
    [
      "StepLR",
      warmup({ plan: constant({ value: "1x" }), over: 9 }),
      "optimizer, decay_t=1, warmup_t=9, t_in_epochs=False",
    ],
    ["CosineLR", wave, "optimizer, t_initial=90, lr_min=1e-3, t_in_epochs=False"],
    [
      "CosineLR",
      warmupCosine({ warmup: 10, from: 1e-4 }),
      "optimizer, t_initial=90, warmup_t=10, warmup_lr_init=1e-4, warmup_prefix=True, t_in_epochs=False",
    ],
    [
      "CosineLR",
      restarts({ plan: cosine({ from: "1x", to: 0, over: 30 }), factor: 0.5, cycles: 2 }),
      "optimizer, t_initial=30, cycle_limit=2, cycle_decay=0.5, t_in_epochs=False",
    ],
    [
      "CosineLR",
      restarts({ plan: cosine({ from: "1x", to: 0, over: 30 }), factor: 0.5 }),
      "optimizer, t_initial=30, cycle_limit=4, cycle_decay=0.5, t_in_epochs=False",
    ],
    [
      "PolyLR",
      polynomial({ from: "1x", to: 0, over: 90, power: 2, k: 2 }),
      "optimizer, t_initial=90, power=2, k_decay=2, t_in_epochs=False",
    ],
    [
      "TanhLR",
      sequence(constant({ value: "1x", over: 1 }), { plan: tanh({ from: "1x", to: 0, over: 90 }), clock: "global" }),
      "optimizer, t_initial=90, lb=-7, ub=3, t_in_epochs=False",
    ],
    [
      "WSDLR",
      wsd({ warmup: 10, decay: 20, decayCurve: "sqrt" }),
      "optimizer, t_initial=90, decay_t=20, warmup_t=10, t_in_epochs=False",
    ],
  ])("%s", (name, plan, args) => {
    expect(said(plan)).toBe(`${name}Scheduler(${args})`);
    expect(toTimm(plan, RUN).exact).toBe(true);
  });

  it("has a note on how it is driven", () => {
    const { code, notes } = toTimm(wave, RUN);
    expect(code.startsWith("from timm.scheduler import CosineLRScheduler\n\n\ndef make_scheduler(optimizer):\n")).toBe(
      true,
    );
    expect(notes).toEqual(["expects an optimizer whose lr is 0.1, and step_update(t) after update t"]);
  });
});

describe("a scheduler of its own", () => {
  it.each<[string, Plan, object]>([
    ["a tangent, whose first update timm gives the base rate", tanh({ from: "1x", to: 0, over: 90 }), RUN],
    ["cycles that grow, which timm finds by a logarithm", restarts({ plan: wave, growth: 2 }), RUN],
    ["cycles without end", restarts({ plan: wave }), { base: 0.1 }],
    ["cycles whose floor decays with them", { kind: "repeat", plan: wave, scale: 0.5 }, { base: 0.1, steps: 200 }],
    ["triangles", cyclic({ base: 0, peak: 0.1, up: 10 }), RUN],
    ["a curve that does not begin at the base rate", linear({ from: 0.05, to: 0, over: 10 }), RUN],
    ["a root that loses digits", polynomial({ from: "1x", to: 0, over: 90, power: 0.5, k: 2 }), RUN],
  ])("has %s", (_, plan, run) => {
    const { code, exact } = toTimm(plan, run as typeof RUN);
    expect(code).toContain("class FormulaScheduler(Scheduler):");
    expect(code).toContain("        factor = learning_rate(t) / 0.1\n");
    expect([said(plan, run), exact]).toEqual(["FormulaScheduler(optimizer)", true]);
  });
});
