import { format, type Plan, type Run, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { type Reading, read, type Values } from "../src/index.ts";

const TORCH = "import torch\nfrom torch.optim.lr_scheduler import *\n";
const OPTIMIZER = "o = torch.optim.SGD(p, lr=0.1)\n";
const TWO = "first = torch.optim.SGD(p, lr=0.1)\nsecond = torch.optim.SGD(q, lr=0.2)\nall = [first, second]\n";

const texts = (readings: readonly Reading[]): string =>
  readings.flatMap(({ notes }) => notes.map(({ text }) => text)).join("\n");
const needs = (text: string, values: Values = {}): readonly string[] =>
  read(text, { values }).flatMap((reading) => reading.needs.map(({ name }) => name));

/** The rates of every reading at some steps. */
function rates(text: string, steps: readonly number[], values: Values = {}): readonly (readonly string[])[] {
  return read(text, { values }).map(({ program, run, functions = {} }) =>
    steps.map(schedule(program?.lr as Plan, run as Run, { functions })).map(format),
  );
}

describe("a scheduler for each of several optimizers", () => {
  it.each([
    ["in a list", "s = [StepLR(o, 10, 0.5) for o in all]\n"],
    ["in a dictionary", 's = {k: StepLR(o, 10, 0.5) for k, o in zip(["a", "b"], all)}\n'],
    ["in a loop", "s = []\nfor o in all:\n    s.append(StepLR(o, 10, 0.5))\n"],
    ["in a loop over pairs", "for o, size in zip(all, [10, 10]):\n    StepLR(o, size, 0.5)\n"],
  ])("%s", (_, made) => {
    expect(rates(TORCH + TWO + made, [0, 10])).toEqual([
      ["0.1", "0.05"],
      ["0.2", "0.1"],
    ]);
  });

  it("is seen where the optimizers are not known", () => {
    expect(needs(`${TORCH}s = [StepLR(o, 10) for o in optimizers]\n`)).toEqual(["lr"]);
  });

  it("is that of a function that is called for each, once", () => {
    const text = `${TORCH}${TWO}def make(o):\n    return StepLR(o, 10)\ns = [make(o) for o in all]\n`;
    expect(read(text)).toHaveLength(1);
  });
});

describe("a function that a condition chooses", () => {
  const text = `${TORCH}${OPTIMIZER}if args.slow:\n    f = lambda x: 0.9 ** x\nelif args.flat:\n    f = lambda x: 1.0\nelse:\n    def f(x):\n        return scale ** x\nscale = 0.5\ns = LambdaLR(o, f)\n`;

  it("is asked for by the condition, and reads what is assigned after it", () => {
    expect(needs(text)).toEqual(["args.slow"]);
    expect(needs(text, { "args.slow": false })).toEqual(["args.flat"]);
    expect(rates(text, [0, 1], { "args.slow": true })).toEqual([["0.1", "0.09"]]);
    expect(rates(text, [0, 1], { "args.slow": false, "args.flat": true })).toEqual([["0.1", "0.1"]]);
    expect(rates(text, [0, 1], { "args.slow": false, "args.flat": false })).toEqual([["0.1", "0.05"]]);
  });

  it("may be called", () => {
    const called = text.replace("LambdaLR(o, f)", "LambdaLR(o, lambda x: f(2 * x))");
    expect(rates(called, [0, 1], { "args.slow": false, "args.flat": false })).toEqual([["0.1", "0.025"]]);
  });

  it("may be one that the text does not have", () => {
    const other = `${TORCH}${OPTIMIZER}from other import make\nif x:\n    f = make(3)\nelse:\n    f = lambda x: 0.5 ** x\ns = LambdaLR(o, f)\n`;
    expect(rates(other, [1], { x: false })).toEqual([["0.05"]]);
    expect(needs(other, { x: true })).toEqual(["make(3)"]);
  });
});

describe("what the text makes itself", () => {
  it("has the fields of its own construction, however often its class is called", () => {
    const own = `${TORCH}${OPTIMIZER}class F:\n    def __init__(self, by):\n        self.by = by\n    def at(self, x):\n        return self.by ** x\na = LambdaLR(o, F(0.5).at)\nb = LambdaLR(o, F(0.2).at)\n`;
    expect(rates(own, [1])).toEqual([["0.05"], ["0.02"]]);
  });

  it("may be a lambda that is called once, by its name or where it is", () => {
    const named = `${TORCH}make = lambda o: StepLR(o, 1, 0.5)\ns = make(torch.optim.SGD(p, lr=0.1))\n`;
    expect(rates(named, [1])).toEqual([["0.05"]]);
    expect(rates(`${TORCH}${OPTIMIZER}s = (lambda o: StepLR(o, 1, 0.5))(o)\n`, [1])).toEqual([["0.05"]]);
  });

  it("is none that is misspelt", () => {
    const text = "class CosineAnealingLR(Base):\n    pass\ns = CosineAnealingLR(o)\n";
    expect(() => read(text)).toThrow(/which is the text's own; the nearest is CosineAnnealingLR$/);
  });
});

describe("a field that is set later", () => {
  it("is told where it is not read", () => {
    const [reading] = read(`${TORCH}${OPTIMIZER}s = StepLR(o, 10)\nif start:\n    s.last_epoch = start - 1\n`);
    expect(reading?.notes).toContainEqual({
      text: "the text sets last_epoch of StepLR later on, which is not read",
      place: { line: 6, column: 5 },
    });
  });

  const MXNET = "import mxnet as mx\ns = mx.lr_scheduler.";

  it("is MXNet's base_lr", () => {
    expect(rates(`${MXNET}FactorScheduler(250, 0.5)\ns.base_lr = 1\n`, [0, 250])).toEqual([["1", "0.5"]]);
    expect(needs(`${MXNET}FactorScheduler(250, 0.5)\ns.base_lr = args.lr\n`)).toEqual(["args.lr"]);
    const cosine = `${MXNET}CosineScheduler(100, base_lr=0.2)\ns.base_lr = 1\n`;
    expect(rates(cosine, [99])).toEqual(rates(cosine.replace("s.base_lr = 1\n", ""), [99]));
    expect(texts(read(cosine))).toContain("that changes nothing");
    const warm = `${MXNET}FactorScheduler(250, 0.5, base_lr=0.1, warmup_steps=5)\ns.base_lr = 1\n`;
    expect(() => read(warm)).toThrow(/base_lr: expected what the warm-up climbs to \(0\.1\), received 1, set after it/);
  });
});

describe("a lazy configuration", () => {
  const lazy = (home: string) => `from ${home} import LazyCall as L
from detectron2.solver import WarmupParamScheduler
from fvcore.common.param_scheduler import MultiStepParamScheduler
lr_multiplier = L(WarmupParamScheduler)(
    scheduler=L(MultiStepParamScheduler)(values=[1.0, 0.1], milestones=[60, 100]), warmup_length=0.1, warmup_factor=0.5)
`;
  it.each(["detectron2.config", "detectron2.config.lazy"])("of %s is what it is built of", (home) => {
    const [reading, ...more] = read(lazy(home));
    expect(more).toEqual([]);
    const rate = schedule(reading?.program?.lr as Plan, { steps: 100 });
    expect([0, 5, 10, 59, 60].map(rate)).toEqual([0.5, 0.75, 1, 1, 0.1]);
    expect(texts([reading as Reading])).toContain("multiplies the optimizer's rate");
  });
});

describe("a list with something unknown in it", () => {
  it("is asked for, and no list that is too short", () => {
    const text =
      "from tensorflow import keras\ns = keras.optimizers.schedules.PiecewiseConstantDecay([1000 * n, 2000], [1.0, 0.5, 0.1])\n";
    expect(needs(text)).toEqual(["n"]);
    expect(() => read(text.replace("[1000 * n, 2000]", "[]"))).toThrow("at least one boundary");
  });
});

describe("the flags of a command", () => {
  const command = "python train.py --learning_rate 1e-3 --lr_scheduler_type cosine --max_steps 100";

  it("may be the script's own names", () => {
    expect(rates(`${command} --num_warmup_steps 10\n`, [0, 5, 10])).toEqual([["0", "0.0005", "0.001"]]);
    expect(texts(read(`${command} --num_warmup_steps 10\n`))).toContain("it is taken for warmup_steps");
    expect(rates(`${command} --warmup_steps 20 --num_warmup_steps 10\n`, [10])).toEqual([["0.0005"]]);
    const total = command.replace("--max_steps", "--max_train_steps");
    expect(read(total)[0]?.run).toMatchObject({ steps: 100 });
  });

  it("are told where they plainly are the schedule's, and not read", () => {
    const [reading] = read(`${command} --warmup_fraction 0.1 --save_steps 5 --weight_decay 0.1\n`);
    const told = texts([reading as Reading]);
    expect(told).toContain("--warmup_fraction is not read");
    expect(told).not.toMatch(/save_steps|weight_decay|max_steps is|lr_scheduler_type is/);
  });
});

describe("OpenMMLab's _delete_", () => {
  it("has no part in the schedule, and what is asked for may be given", () => {
    const text =
      "optimizer = dict(type='SGD', lr=0.1)\nlr_config = dict(_delete_=True, policy='poly', power=1.0, min_lr=0.0, by_epoch=False)\nrunner = dict(type='IterBasedRunner')\n";
    expect(needs(text)).toEqual(["runner.max_iters"]);
    expect(rates(text, [0, 50], { "runner.max_iters": 100 })).toEqual([["0.1", "0.05"]]);
  });
});
