import { PlanError } from "anneal";
import { describe, expect, it, test } from "vitest";
import { read } from "../../src/index.ts";

const HEAD =
  "import torch\nfrom torch.optim.lr_scheduler import CosineAnnealingLR, MultiStepLR, StepLR\nopt = torch.optim.SGD(p, lr=0.1)\n";
const TABLE = 'SCHEDULERS = {"step": StepLR, "cosine": CosineAnnealingLR, "many": MultiStepLR}\n';
const STEP = { kind: "exponential", from: "1x", factor: 0.5, every: 30, staircase: true };

/** The names, needs and plans of what is read. */
function found(text: string, values = {}) {
  return read(HEAD + text, { values }).map(({ name, needs, program }) => {
    return { name, needs: needs.map((one) => one.name), plan: program?.lr };
  });
}

describe("a scheduler that a name chooses", () => {
  test.each([
    ["in a dictionary", `${TABLE}s = SCHEDULERS["step"](opt, step_size=30, gamma=0.5)\n`],
    ["in one that is made for it", `s = {"step": StepLR}["step"](opt, 30, 0.5)\n`],
    ["by get", `${TABLE}make = SCHEDULERS.get("step", StepLR)\ns = make(opt, 30, 0.5)\n`],
    ["in a list", "s = [StepLR, MultiStepLR][0](opt, 30, 0.5)\n"],
    ["of a module", 's = getattr(torch.optim.lr_scheduler, "StepLR")(opt, 30, gamma=0.5)\n'],
    [
      "in a configuration",
      'cfg = {"name": "step", "step_size": 30, "gamma": 0.5}\n' +
        `${TABLE}own = cfg.copy()\nname = own.pop("name")\ns = SCHEDULERS[name](opt, **own)\n`,
    ],
    [
      "that a function takes",
      `${TABLE}def make(name, optimizer, **kwargs):\n    return SCHEDULERS[name](optimizer=optimizer, **kwargs)\n` +
        's = make("step", opt, step_size=30, gamma=0.5)\n',
    ],
    [
      "that a function gives",
      'def choose(name=None):\n    return {"step": StepLR, "many": MultiStepLR}[name or "step"]\n' +
        's = choose("step")(opt, *[30], gamma=0.5)\n',
    ],
    [
      "of which any number of arguments is taken",
      "def make(kind, *args, **kwargs):\n    return kind(*args, **kwargs)\ns = make(StepLR, opt, 30, gamma=0.5)\n",
    ],
  ])("%s", (_, text) => {
    expect(found(text).filter(({ plan }) => plan)).toEqual([{ name: "StepLR", needs: [], plan: STEP }]);
  });

  it("is asked for by that name", () => {
    const text = `${TABLE}s = SCHEDULERS[cfg.name](opt, step_size=30, gamma=0.5)\n`;
    expect(found(text)).toEqual([{ name: "SCHEDULERS[cfg.name]", needs: ["cfg.name"], plan: undefined }]);
    const [reading] = read(HEAD + text);
    expect(reading?.needs[0]?.why).toBe("which of its entries SCHEDULERS[cfg.name] is: step, cosine, many");
    expect(found(text, { "cfg.name": "step" })).toEqual([{ name: "StepLR", needs: [], plan: STEP }]);
    expect(() => read(HEAD + text, { values: { "cfg.name": "stp" } })).toThrow(
      'SCHEDULERS[cfg.name]: expected one of step, cosine, many, received "stp"; did you mean "step"?',
    );
  });

  it("of a module is asked for by that name, and none that is not read", () => {
    const text = "s = getattr(torch.optim.lr_scheduler, cfg.name)(opt, 30, 0.5)\n";
    expect(found(text)[0]?.needs).toEqual(["cfg.name"]);
    expect(found(text, { "cfg.name": "StepLR" })).toEqual([{ name: "StepLR", needs: [], plan: STEP }]);
    for (const name of ["NoneLR", 3]) expect(() => found(text, { "cfg.name": name })).toThrow(PlanError);
  });

  it("is the default of a flag, which is told", () => {
    const text = `import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--sched", default="step")\nargs = parser.parse_args()\n${TABLE}s = SCHEDULERS[args.sched](opt, 30, 0.5)\n`;
    const [reading] = read(HEAD + text);
    expect(reading?.program?.lr).toEqual(STEP);
    expect(reading?.notes.map((one) => one.text)).toContain('args.sched is the default "step" of --sched');
    expect(found(text, { "args.sched": "cosine" })[0]?.name).toBe("CosineAnnealingLR");
  });

  it("by a condition is either of them", () => {
    const either = ["StepLR", "CosineAnnealingLR"];
    const names = (text: string) => found(text).map(({ name }) => name);
    expect(names("kind = StepLR if cfg.x else CosineAnnealingLR\ns = kind(opt, 30)\n")).toEqual(either);
    const branches = "if cfg.x:\n    kind = StepLR\nelse:\n    kind = CosineAnnealingLR\ns = kind(opt, 30)\n";
    expect(names(branches)).toEqual(either);
    const tried =
      "try:\n    from torch.optim.lr_scheduler import StepLR\nexcept ImportError:\n    from compat import StepLR\n";
    expect(names(`${tried}s = StepLR(opt, 30)\n`)).toEqual(["StepLR"]);
  });

  it("leaves an optimizer or another module alone", () => {
    const text = "o = getattr(torch.optim, cfg.kind)(p, lr=0.2)\ns = StepLR(o, 30, 0.5)\n";
    expect(found(text)).toEqual([{ name: "StepLR", needs: [], plan: STEP }]);
    expect(read(HEAD + text)[0]?.run?.base).toBe(0.2);
  });
});

describe("arguments in a dictionary that the text does not have", () => {
  it("are asked for by its name and theirs", () => {
    const text = "s = StepLR(opt, **cfg.params)\n";
    expect(found(text)).toEqual([{ name: "StepLR", needs: ["cfg.params.step_size"], plan: undefined }]);
    const [reading] = read(HEAD + text, { values: { "cfg.params.step_size": 30 } });
    expect(reading?.program?.lr).toEqual({ ...STEP, factor: 0.1 });
    expect(reading?.notes.map((one) => one.text)).toEqual([
      "StepLR takes its defaults for gamma, last_epoch, which cfg.params may have",
    ]);
    expect(found(text, { "cfg.params.step_size": 30, "cfg.params.gamma": 0.5 })[0]?.plan).toEqual(STEP);
  });

  it("may be the optimizer's rate", () => {
    const text = "o = torch.optim.SGD(p, **cfg.optimizer)\ns = StepLR(o, 30, 0.5)\n";
    const [reading] = read(HEAD + text);
    expect(reading?.run?.base).toBeUndefined();
    expect(read(HEAD + text, { values: { "cfg.optimizer.lr": 0.3 } })[0]?.run?.base).toBe(0.3);
  });
});

describe("a partial", () => {
  const plans = (text: string) => found(`from functools import partial\n${text}`);

  test.each([
    ["of a class", "s = partial(StepLR, step_size=30)(opt, gamma=0.5)\n"],
    ["that is kept", "make = partial(StepLR, gamma=0.5)\ns = make(opt, 30)\n"],
    ["of a partial", "s = partial(partial(StepLR, gamma=0.5), step_size=30)(opt)\n"],
    ["in a dictionary", 'make = {"a": partial(StepLR, gamma=0.5)}\ns = make["a"](opt, 30)\n'],
    ["that a function gives", "def make(n):\n    return partial(StepLR, step_size=n, gamma=0.5)\ns = make(30)(opt)\n"],
  ])("%s", (_, text) => expect(plans(text)).toEqual([{ name: "StepLR", needs: [], plan: STEP }]));

  test("of a lambda and of what takes it", () => {
    const text =
      "def warm(step, *, n):\n    return min(1.0, step / n)\ns = partial(torch.optim.lr_scheduler.LambdaLR, lr_lambda=partial(warm, n=10))(opt)\n";
    expect(plans(text)[0]?.plan).toEqual({ kind: "linear", from: "0x", to: "1x", over: 10 });
  });

  test("of transformers' functions", () => {
    const text =
      'from transformers import get_scheduler\ns = partial(get_scheduler, "linear", num_warmup_steps=5)(opt, num_training_steps=50)\n';
    expect(plans(text)[0]).toMatchObject({ name: "get_scheduler", needs: [] });
  });
});
