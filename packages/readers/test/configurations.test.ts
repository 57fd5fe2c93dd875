import { format, type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { type ReadOptions, read } from "../src/index.ts";

/** The rates of the first schedule in a text. */
function rates(text: string, at: readonly number[], options?: ReadOptions): string[] {
  const [reading] = read(text, options);
  return at.map(schedule(reading?.program?.lr as Plan, reading?.run)).map(format);
}

const notes = (text: string): readonly string[] => (read(text)[0]?.notes ?? []).map(({ text }) => text);

describe("fairseq", () => {
  it("is read from a Hydra command's overrides", () => {
    const text =
      "fairseq-hydra-train task.data=/d optimization.lr=[0.0005] optimization.max_update=100 \\\n" +
      "  lr_scheduler=polynomial_decay lr_scheduler.warmup_updates=10 --config-name base";
    expect(rates(text, [5, 10, 55, 100])).toEqual(["0.00025", "0.0005", "0.00025", "0"]);
  });

  it("has a schedule for each group of a composite optimizer, and OmegaConf's references", () => {
    const text = [
      "optimization: {max_update: 100}",
      "lr_scheduler: pass_through",
      "optimizer:",
      "  groups:",
      "    a: {lr_float: 1e-3, lr_scheduler: {_name: cosine, warmup_updates: 10}}",
      "    b: {lr: [1e-4], lr_scheduler: {_name: tri_stage, phase_ratio: [0.1, 0.4, 0.5]}}",
      `    c: {lr_scheduler: {_name: fixed, lr: [1], warmup_updates: '\${optimization.max_update}'}}`,
    ].join("\n");
    const readings = read(text);
    expect(readings.map(({ name, run }) => [name.split(".")[2], run?.base, run?.steps])).toEqual([
      ["a", 1e-3, 100],
      ["b", 1e-4, 100],
      ["c", 1, 100],
    ]);
    expect(schedule(readings[2]?.program?.lr as Plan, readings[2]?.run ?? {})(49)).toBe(0.5);
  });

  it("says what its defaults and its older versions do", () => {
    const old = "fairseq-train d --lr-scheduler cosine --lr 0.1 --max-lr 1 --lr-period-updates 10 --max-update 30";
    expect(rates(old, [0, 5])).toEqual(["1", "0.55"]);
    expect(notes(old)).toEqual([
      expect.stringContaining("before 0.10"),
      expect.stringContaining("longer than its first period"),
    ]);
    expect(notes("fairseq-train d --lr-scheduler inverse_sqrt")).toEqual([
      expect.stringContaining("default is 0.25"),
      expect.stringContaining("default is 4000"),
    ]);
  });
});

describe("Megatron", () => {
  const command = (flags: string): string => `torchrun pretrain_gpt.py --lr 1 --lr-decay-style linear ${flags}`;

  it("counts iterations or samples, by updates", () => {
    const at = [0, 5, 10, 55, 100, 200];
    const expected = ["0", "0.5", "1", "0.5", "0", "0"];
    expect(rates(command("--train-iters 100 --lr-warmup-iters 10"), at)).toEqual(expected);
    const samples = "--train-samples 300 --lr-warmup-samples 30 --global-batch-size 3";
    expect(rates(command(samples), at)).toEqual(expected);
    expect(rates(command("--train-iters 100 --lr-warmup-fraction .1 --lr-decay-iters 100"), at)).toEqual(expected);
  });

  it("refuses what Megatron does", () => {
    const wrong = (flags: string) => () => read(command(flags));
    expect(wrong("--train-iters 100 --lr-warmup-samples 10")).toThrow(/--lr-warmup-samples: expected none in a run/);
    expect(wrong("--train-iters 100 --lr-warmup-fraction .1 --lr-warmup-iters 5")).toThrow(/expected none beside/);
    expect(wrong("--train-iters 1e3")).toThrow(/--train-iters: expected a whole number, received "1e3"/);
    expect(wrong("--train-iters 100 --min-lr 2")).toThrow(/--min-lr: expected at most --lr \(1\)/);
    expect(wrong("--train-tokens 100")).toThrow(/--train-tokens: expected a schedule without this option/);
  });

  it("is not taken for nanoGPT", () => {
    expect(() => read("python train.py --lr_decay_iters=5000 --warmup_iters=10")).toThrow(/received a command line/);
  });
});

describe("torchtitan", () => {
  it("is read as its versions meant it", () => {
    const now = "[lr_scheduler]\nwarmup_steps = 4\nlr_min = 0.1\n[training]\nsteps = 10\n[optimizer]\nlr = 1.0\n";
    expect(rates(now, [0, 3, 4, 9])).toEqual(["0.25", "1", "1", "0.25"]);
    expect(notes(now)).toEqual([expect.stringContaining("June 2025")]);
    const older = "[training]\nwarmup_steps = 4\nsteps = 8\n[optimizer]\nlr = 1.0\n";
    expect(rates(older, [0, 3, 4, 6])).toEqual(["0.2", "0.8", "1", "0.5"]);
  });

  it("asks for the run of a scheduler alone", () => {
    const text =
      "from torchtitan.components.optimizer import LRSchedulersContainer\n" +
      "c = LRSchedulersContainer.Config(warmup_steps=4)\n";
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["training.steps"]);
    expect(read(text.replace("=4", "=4, total_steps=8"))[0]).toMatchObject({ needs: [], run: { steps: 8 } });
    const [reading] = read(text, { values: { "training.steps": 8 } });
    expect(schedule(reading?.program?.lr as Plan, { base: 1 })(0)).toBe(0.25);
  });
});
