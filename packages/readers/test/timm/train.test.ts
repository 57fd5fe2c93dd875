import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { flags } from "../../src/notations/flags.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (document: ReturnType<typeof yaml>, values: Values = {}): Reading => {
  const [only, ...others] = readDocument(document, { values });
  expect([others, only?.framework]).toEqual([[], "timm"]);
  return only as Reading;
};

const rates = ({ program, run, functions }: Reading, ...at: readonly number[]): readonly number[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}, functions ? { functions } : {}));

const names = ({ needs }: Reading): readonly string[] => needs.map(({ name }) => name);

describe("train.py's flags", () => {
  const command = "python train.py /data --model resnet50 --sched cosine --lr 1 --warmup-epochs 2 --warmup-lr 0";

  it("have the script's own defaults", () => {
    const reading = read(flags(`${command} --epochs 4 --cooldown-epochs 3 -b 64`));
    // Without a prefix the curve has gone on during the warm-up.
    expect(rates(reading, 0, 1, 2, 4)).toEqual([0, 0.5, expect.closeTo(0.5, 14), 0]);
    expect(reading).toMatchObject({ unit: "epoch", run: { base: 1, steps: 7, stepsPerEpoch: 1 } });
  });

  it("may count updates, whose number in an epoch is asked for", () => {
    const text = `${command} --epochs 4 --sched-on-updates --warmup-prefix`;
    expect(names(read(flags(text)))).toEqual(["updates_per_epoch"]);
    const reading = read(flags(text), { updates_per_epoch: 10 });
    expect(rates(reading, 10, 20, 60)).toEqual([0.5, 1, 0]);
    expect(reading).toMatchObject({ unit: "update", run: { steps: 60, stepsPerEpoch: 10 } });
  });

  it("take milestones as a list, and the rate of decay under its short name", () => {
    const text = "python train.py --sched multistep --lr 1 --warmup-epochs 0 --decay-milestones 3 5 --dr .5 --epochs 6";
    expect(rates(read(flags(text)), 1, 2, 3, 4)).toEqual([1, 0.5, 0.5, 0.25]);
  });
});

describe("the rate", () => {
  const text = (rest: string): string => `sched: step\nwarmup_epochs: 0\nbatch_size: 128\n${rest}`;
  const base = (rest: string, values: Values = { processes: 8 }): number | undefined =>
    read(yaml(text(rest)), values).run?.base;

  it("is lr_base by the global batch size, or by its root for adaptive optimizers", () => {
    expect(base("lr_base: 0.1\n")).toBe(0.4);
    expect(base("lr_base: 0.1\nopt: adamw\n")).toBe(0.2);
    expect(base("lr_base: 0.1\nopt: adamw\nlr_base_scale: linear\ngrad_accum_steps: 2\n")).toBe(0.8);
    expect(base("lr: null\nlr_base: 1e-1\nlr_base_size: 1024\n")).toBe(0.1);
  });

  it("asks for the processes only where it is by them", () => {
    expect(names(read(yaml(text("lr_base: 0.1\n"))))).toEqual(["processes"]);
    expect(base("lr: 1e-3\n", {})).toBe(0.001);
  });
});

describe("what makes schedulers in Python", () => {
  const head = "from timm.scheduler import create_scheduler, create_scheduler_v2\nfrom timm.optim import AdamW\n";

  it("is not asked for what its schedule does not use", () => {
    const text = `${head}scheduler, epochs = create_scheduler_v2(AdamW(model.parameters(), lr=1.0), sched="step",
    num_epochs=args.epochs, decay_epochs=2, decay_rate=0.5, patience_epochs=args.patience, min_lr=args.min_lr)`;
    const reading = read(parsePython(text));
    expect([names(reading), rates(reading, 1, 2, 4)]).toEqual([[], [1, 0.5, 0.25]]);
  });

  it("is asked for the fields of an object that the text does not have", () => {
    const text = `${head}def main(args):\n    lr_scheduler, _ = create_scheduler(args, optimizer)\n`;
    const first = read(parsePython(text));
    expect(names(first)).toContain("args.sched");
    const values = { "args.sched": "cosine", "args.sched_on_updates": false, lr: 1 };
    const asked = names(read(parsePython(text), values));
    expect(asked).toContain("args.epochs");
    expect(asked).not.toContain("args.decay_epochs");
  });

  it.each([
    ['sched="cosine", num_epochs=0', /t_initial.*a number above 0/],
    ['sched="cos"', /line 3.*create_scheduler_v2\(sched\): expected "cosine" or/],
    ["step_on_epochs=False", /updates_per_epoch\): expected a number above 0, received 0/],
    ['sched="wsd", num_epochs=5, warmup_epochs=5', /decay_epochs/],
  ])("is refused: %s", (rest, message) => {
    const text = `${head}s, n = create_scheduler_v2(AdamW(p, lr=1.0), ${rest})`;
    expect(() => read(parsePython(text))).toThrow(message);
  });
});
