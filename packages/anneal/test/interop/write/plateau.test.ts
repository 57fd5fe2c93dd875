import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  greedy,
  kerasPlateau,
  linear,
  type Plan,
  PlanError,
  type Plateau,
  plateau,
  step,
} from "../../../src/index.ts";
import type { Exported } from "../../../src/interop/index.ts";
import {
  toHuggingFacePlateau,
  toKerasPlateau,
  toMMEnginePlateau,
  toPyTorchPlateau,
  toTimmPlateau,
} from "../../../src/interop/write/plateau/index.ts";
import { plateauCases } from "../plateau/cases.ts";
import { targets } from "../targets/index.ts";

const RUN = { base: 0.1, steps: 100 };
const held = constant({ value: "1x" });
const OWN = { factor: 0.5, patience: 5 } as const;
const writers = { toPyTorchPlateau, toHuggingFacePlateau, toTimmPlateau, toMMEnginePlateau, toKerasPlateau };

type Write = (plan: Plan, plateau: Plateau, run: object) => Exported;

/** The lines of the code without the frame around them. */
const linesOf = ({ code }: Exported): readonly string[] => code.split("\n").map((line) => line.trim());

describe("a plateau", () => {
  it("is PyTorch's ReduceLROnPlateau, without what is its default", () => {
    const { code, exact, notes } = toPyTorchPlateau(held, plateau(OWN), RUN);
    expect(code.split("\n").slice(3, 6)).toEqual([
      "def make_scheduler(optimizer):",
      '    """For an optimizer whose lr is 0.1, with step(metric) after every validation."""',
      '    return ReduceLROnPlateau(optimizer, mode="min", factor=0.5, patience=5)',
    ]);
    expect(exact).toBe(true);
    expect(notes).toEqual(["expects an optimizer whose lr is 0.1, and step(metric) after every validation"]);
  });

  it("has all of its arguments", () => {
    const all = plateau({ ...OWN, mode: "max", atol: 0.01, cooldown: 2, minRate: [1e-4], eps: 0 });
    const { code } = toPyTorchPlateau(held, all, RUN);
    const given = /\(\s*optimizer,\s*(mode.*?)\s*\)/s.exec(code)?.[1]?.replaceAll(/\s+/g, " ");
    expect(given).toBe(
      'mode="max", factor=0.5, patience=5, threshold=0.01, threshold_mode="abs", cooldown=2, min_lr=1e-4, eps=0,',
    );
  });

  it("is Transformers' reduce_lr_on_plateau, as a call and as TrainingArguments", () => {
    const own = plateau({ ...OWN, monitor: "accuracy", mode: "max" });
    const { code } = toHuggingFacePlateau(held, own, RUN);
    expect(code).toContain('"reduce_lr_on_plateau",\n        optimizer,\n        scheduler_specific_kwargs={');
    expect(code).not.toContain("num_warmup_steps");
    const { code: keys, exact, notes } = toHuggingFacePlateau(held, own, RUN, { form: "arguments" });
    expect(JSON.parse(keys)).toEqual({
      learning_rate: 0.1,
      lr_scheduler_type: "reduce_lr_on_plateau",
      max_steps: 100,
      lr_scheduler_kwargs: { mode: "max", factor: 0.5, patience: 5 },
      eval_strategy: "epoch",
    });
    expect(exact).toBe(true);
    expect(notes).toContain('a Trainer gives it metric_for_best_model after every evaluation: "accuracy" here');
  });

  it("is timm's PlateauLRScheduler, whose eps cannot be said", () => {
    const { code, exact } = toTimmPlateau(held, plateau(OWN), RUN);
    expect(code).toContain('PlateauLRScheduler(optimizer, mode="min", decay_rate=0.5, patience_t=5)');
    expect(exact).toBe(true);
    const without = toTimmPlateau(held, plateau({ ...OWN, factor: 0.1, eps: 0 }), { base: 0.1 });
    expect(without.exact).toBe(false);
    expect(without.notes).toContain("its 8th cut comes to 1e-8, and not to 1e-9");
  });

  it("is MMEngine's ReduceOnPlateauLR", () => {
    const { code, exact } = toMMEnginePlateau(held, plateau({ ...OWN, monitor: "acc", mode: "max" }), RUN);
    expect(code.replaceAll(/\s+/g, " ")).toContain(
      'dict( type="ReduceOnPlateauLR", monitor="acc", rule="greater", factor=0.5, patience=5 )',
    );
    expect(exact).toBe(true);
  });

  it("is Keras's callback, which counts one bad epoch less", () => {
    const own = kerasPlateau({
      monitor: "val_acc",
      mode: "max",
      patience: 3,
      cooldown: 2,
      minDelta: 0.01,
      minLr: 1e-4,
    });
    const { code, exact, notes } = toKerasPlateau(held, own, RUN);
    expect(code.replaceAll(/\s+/g, " ")).toContain(
      'reduce_lr = keras.callbacks.ReduceLROnPlateau( monitor="val_acc", factor=0.1, patience=3, mode="max", ' +
        "min_delta=0.01, cooldown=2, min_lr=1e-4, )",
    );
    expect(exact).toBe(true);
    expect(notes).toEqual(["goes to fit's callbacks, with an optimizer whose learning_rate is 0.1"]);
  });

  it.each<[string, Plateau, string]>([
    [
      "toKerasPlateau",
      plateau({ ...OWN, rtol: 0.01, minRate: 1e-3 }),
      "a metric has to beat the best by 0.01 of it, and there by 0.01",
    ],
    [
      "toTimmPlateau",
      plateau({ ...OWN, atol: 0.01 }),
      "a metric has to beat the best by 0.01, and there by 0.01 of it",
    ],
    [
      "toPyTorchPlateau",
      plateau({ ...OWN, atol: 0.01, rtol: 0.1 }),
      "a metric has to beat the best by 0.1 of it and 0.01, and there by 0.1 of it",
    ],
    ["toPyTorchPlateau", plateau({ ...OWN, accumulate: 3 }), "it does not average 3 metrics before one is judged"],
    [
      "toMMEnginePlateau",
      plateau({ ...OWN, nonFinite: "skip" }),
      "a metric that is not finite is a bad one there, and not skipped",
    ],
  ])("that %s has no word for is not exact, and why is said", (name, own, why) => {
    const { exact, notes, code } = (writers[name as keyof typeof writers] as Write)(held, own, RUN);
    expect({ exact, told: notes.at(-1) }).toEqual({ exact: false, told: why });
    expect(code).toMatch(/Plateau/);
  });

  it("that eps stops only after more cuts than the run has is exact without it", () => {
    const own = plateau({ ...OWN, atol: 0.01 });
    expect(toKerasPlateau(held, own, { base: 0.1, steps: 60 }).exact).toBe(true);
    expect(toKerasPlateau(held, own, { base: 0.1 }).exact).toBe(false);
    expect(toPyTorchPlateau(held, plateau({ ...OWN, minScale: 0.01, eps: 0 }), RUN).code).toContain("min_lr=1e-3");
  });
});

describe("a plateau after a schedule", () => {
  const warm = linear({ from: "0.1x", to: "1x", over: 5 });
  const own = plateau(OWN);

  it("is beside what multiplies the rate", () => {
    const written = toPyTorchPlateau(warm, own, RUN);
    expect(linesOf(written).slice(3, 13)).toEqual([
      "def make_schedulers(optimizer):",
      '"""For an optimizer whose lr is 0.1.',
      "",
      "warmup makes a step after every update,",
      "plateau a step(metric) after every validation.",
      '"""',
      "warmup = LinearLR(optimizer, start_factor=0.1, total_iters=5)",
      'plateau = ReduceLROnPlateau(optimizer, mode="min", factor=0.5, patience=5)',
      "return warmup, plateau",
      "",
    ]);
    expect(written.exact).toBe(true);
    expect(toPyTorchPlateau(step({ every: 30 }), own, RUN).code).toContain("schedule = StepLR(optimizer, step_size=30");
    expect(toMMEnginePlateau(warm, own, RUN).code).toMatch(/type="LinearLR".*type="ReduceOnPlateauLR"/s);
    const timm = toTimmPlateau(warm, own, RUN);
    expect(timm.code).toContain("warmup_t=5");
    expect(timm.notes).toContain("a step of the warm-up is an epoch, and metrics count from epoch 6 on");
  });

  it("that sets the rate comes only then", () => {
    const { code, exact } = toPyTorchPlateau(linear({ from: 0, to: "1x", over: 5 }), own, RUN);
    expect(code).toContain("warmup makes 5 steps, one after every update, and\n    plateau a step(metric)");
    expect(exact).toBe(true);
  });

  it.each([
    "toPyTorchPlateau",
    "toHuggingFacePlateau",
    "toTimmPlateau",
    "toMMEnginePlateau",
    "toKerasPlateau",
  ] as const)("is left out by %s where nothing says both", (name) => {
    const plan = cosine({ from: "1x", to: 0.01, over: 90 });
    const { exact, notes, code } = (writers[name] as Write)(plan, own, RUN);
    expect(exact).toBe(false);
    expect(notes[0]).toMatch(/^what follows the metric is left out: /);
    expect(code).toBe("");
  });
});

describe("what is no plateau", () => {
  const refused = (controllers: unknown): readonly string[] => {
    try {
      toPyTorchPlateau(held, controllers as never, RUN);
      return [];
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
    }
  };

  it("or that of several groups is refused", () => {
    expect(refused(greedy()).some((one) => one.startsWith("plateau.kind: "))).toBe(true);
    expect(refused(plateau({ patience: -1 }))).toEqual(["plateau.patience: a whole number from 0"]);
    expect(refused(plateau({ rtol: 2 }))).toEqual(['plateau.rtol: at most 1 for mode "min"']);
    expect(refused(plateau({ minRate: [1, 2] }))).toEqual(["plateau.minRate: that of one group"]);
    expect(refused(plateau())).toEqual([]);
  });

  it.each(targets.filter(({ watch }) => watch))("for $name are most often written exactly", (target) => {
    const cases = plateauCases(target, 100, 3);
    const said = cases.filter(({ written: { notes } }) => !notes.some((note) => note.includes("is left out")));
    expect(said.filter(({ written }) => written.exact).length).toBeGreaterThan(15);
    expect(
      said.every(({ written: { exact, notes, code } }) => code.endsWith("\n") && (exact || notes.length > 0)),
    ).toBe(true);
  });
});
