import { format, type Plan, PlanError, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { frameworks, type Reading, type ReadOptions, read } from "../src/index.ts";

/** What a reading schedules, at some updates. */
function rates({ program, run, bases }: Reading, at: readonly number[], group = 0): string[] {
  const plans = [program?.lr ?? []].flat() as Plan[];
  const base = bases?.[group];
  const lr = schedule((plans[group] ?? plans[0]) as Plan, { ...run, ...(base !== undefined && { base }) });
  return at.map(lr).map(format);
}

function refusal(text: string, options?: ReadOptions): string {
  try {
    read(text, options);
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  throw new Error("it was read");
}

const MEGATRON = `#!/bin/bash
# 8 nodes
GPUS=8
GLOBAL=256
TRAIN_SAMPLES=$((GLOBAL * 1000))
TRAINING_ARGS=(
    --train-samples $TRAIN_SAMPLES
    --global-batch-size \${GLOBAL:-128}   # of all
    --lr 3.0e-4
    --min-lr=3.0e-5
    --lr-decay-style cosine
    --lr-warmup-samples $((TRAIN_SAMPLES / 10))
)
OPTIMIZER="--weight-decay 0.1 \\
  --clip-grad 1.0"
torchrun --nproc_per_node $GPUS pretrain_gpt.py \\
    \${TRAINING_ARGS[@]} $OPTIMIZER "$@" 2>&1 | tee log.txt
`;

describe("a text", () => {
  it("is recognised in every notation", () => {
    const one = (text: string) => read(text).map(({ framework, name }) => [framework, name]);
    expect(one(MEGATRON)).toEqual([["megatron", "--lr-decay-style"]]);
    expect(one("[optimizer]\nlr = 3e-4\n[training]\nsteps = 1_000\n[lr_scheduler]\nwarmup_steps = 100\n")).toEqual([
      ["torchtitan", "lr_scheduler"],
    ]);
    expect(one("lr_scheduler:\n  _name: cosine\noptimization: {lr: [1e-4], max_update: 100}\n")).toEqual([
      ["fairseq", "lr_scheduler"],
    ]);
    expect(one("$ fairseq-train data --lr 0.1 --lr-scheduler fixed")).toEqual([["fairseq", "--lr-scheduler"]]);
    expect(one('{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": 0.1}}}')).toEqual([
      ["deepspeed", "WarmupLR"],
    ]);
    expect(one("from torch.optim.lr_scheduler import StepLR\ns = StepLR(o, step_size=30)\n")).toEqual([
      ["torch", "StepLR"],
    ]);
  });

  it("is read by its own variables, arrays and arithmetic", () => {
    const [reading] = read(MEGATRON);
    expect(rates(reading as Reading, [0, 50, 100, 550, 1000])).toEqual([
      "0",
      "0.00015",
      "0.0003",
      "0.000165",
      "0.00003",
    ]);
    expect(reading?.run).toMatchObject({ base: 3e-4, steps: 1000, samplesPerStep: 256 });
    expect(reading?.place).toEqual({ line: 11, column: 5 });
  });

  it("may be a page with blocks of code", () => {
    const page = [
      "# Training",
      "",
      "```python",
      "from torch.optim.lr_scheduler import StepLR",
      "```",
      "and then",
      "```py",
      "scheduler = StepLR(optimizer, step_size=30)",
      "```",
      "or, with fairseq:",
      "```bash",
      "fairseq-train data --lr 0.1 --lr-scheduler inverse_sqrt --warmup-updates 10",
      "```",
    ].join("\n");
    const readings = read(page);
    expect(readings.map(({ framework }) => framework)).toEqual(["torch", "fairseq"]);
    expect(readings.map(({ place }) => place?.line)).toEqual([8, 12]);
  });

  it("keeps good schedules beside a bad one", () => {
    const text = [
      "fairseq-train a --lr 0.1 --lr-scheduler inverse_sqrt --warmup-updates 0",
      "fairseq-train b --lr 0.1 --lr-scheduler inverse_sqrt --warmup-updates 10",
    ].join("\n");
    const [bad, good] = read(text);
    expect(bad?.program).toBeUndefined();
    expect(bad?.problems).toEqual([
      {
        path: "line 1, column 54, --warmup-updates",
        expected: "a number above 0, since fairseq divides by it",
        received: '"0"',
      },
    ]);
    expect(good?.problems).toEqual([]);
    expect(rates(good as Reading, [5, 10, 40])).toEqual(["0.05", "0.1", "0.05"]);
  });

  it("is read as the framework and the notation that are named", () => {
    const text = "python train.py --lr 0.1 --lr-scheduler step --lr-decay 0.5";
    expect(refusal(text)).toMatch(
      /^line 1, column 26: expected a schedule as .*torch.* have it, received --lr-scheduler "step", in a form of none/,
    );
    expect(refusal(text, { from: "megatron" })).toMatch(/expected a schedule as megatron has it/);
    expect(read(`${text} --max-update 10`, { from: "fairseq" })[0]?.framework).toBe("fairseq");
    expect(refusal("lr: 1", { notation: "json" })).toBe('line 1, column 1: expected a value, received "lr"');
  });

  it("asks for what it does not have, by name", () => {
    const text = 'torchrun pretrain_gpt.py --train-iters $1 --lr "$LR" --lr-decay-style linear';
    const [reading] = read(text);
    expect(reading?.program).toBeUndefined();
    expect(reading?.needs.map(({ name }) => name)).toEqual(["$LR", "$1"]);
    const [again] = read(text, { values: { $LR: 0.1, $1: 100 } });
    expect(rates(again as Reading, [0, 50, 100])).toEqual(["0.1", "0.05", "0"]);
  });

  it("is refused with what was looked for and what it seems to be", () => {
    expect(refusal('{"a": 1, "b": {"lr": 1}}')).toMatch(/received JSON with a, b$/);
    expect(refusal('{"a": 1,, }')).toMatch(/^line 1, column 9: expected a key in double quotes/);
    expect(refusal("a: 1\nb: 2\n")).toMatch(/received YAML with a, b$/);
    expect(refusal("")).toMatch(/^expected a schedule as .* have it, received text without one$/);
    expect(refusal("nothing here, and nothing there")).toMatch(/received text without one$/);
  });

  it("is refused where there is no such framework or notation", () => {
    const names = frameworks.map(({ name }) => name).sort();
    expect(refusal("", { from: "megatorn" })).toBe(
      `from: expected one of ${names.join(", ")}, received "megatorn"; did you mean "megatron"?`,
    );
    expect(refusal("", { from: "constructor" })).toMatch(/received "constructor"$/);
    expect(refusal("", { notation: "ymal" as "yaml" })).toMatch(
      /^notation: .* received "ymal"; did you mean "yaml"\?$/,
    );
    expect(refusal("x".repeat(8_000_001))).toBe("expected at most 8000000 characters, received 8000001");
  });
});
