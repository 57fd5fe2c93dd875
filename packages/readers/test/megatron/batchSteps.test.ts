import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read, type Values } from "../../src/index.ts";
import { batchSteps } from "../../src/megatron/batchSteps.ts";

/** What the updates consume. */
function sizes(size: ReturnType<typeof batchSteps>, count: number): readonly unknown[] {
  if (typeof size === "string") return [size];
  const { from, at, to } = typeof size === "number" ? { from: size, at: [], to: [] } : size;
  return Array.from({ length: count }, (_, i) => to[at.findLastIndex((step) => step <= i)] ?? from);
}

const many = (count: number, size: number): readonly number[] => Array(count).fill(size);

describe("--step-batch-size-schedule", () => {
  // What Megatron-LM core 0.16's StepBatchsizeNumMicroBatchesCalculator gives.
  it.each([
    ["0:16 2.4K:32 4.8K:64", 16, [...many(10, 16), ...many(5, 32), ...many(15, 64)]],
    ["0:100, 150:8 160:4 400:2", 1, [...many(2, 100), ...many(50, 4), ...many(8, 2)]],
    ["1K:8 0:4", 100, [...many(3, 4), ...many(9, 8)]],
    ["0:1k", 7, many(3, 1000)],
  ])("%s in sequences of %d", (written, length, expected) => {
    expect(sizes(batchSteps(written, length), expected.length)).toEqual(expected);
  });

  it.each([
    ["5:16", "a first entry from 0 on"],
    ["0:16 3:8 3:9", "entries from different samples on"],
    ["0:0", "batch sizes above 0"],
    ["0:16 x:8", "tokens and a batch size in each entry"],
    ["0", "tokens and a batch size in each entry"],
    ["0:1:2", "tokens and a batch size in each entry"],
    ["", "tokens and a batch size in each entry"],
  ])("%s is refused", (written, why) => {
    expect(batchSteps(written, 1)).toBe(why);
  });

  const COMMAND = "pretrain_gpt.py --lr 1 --min-lr 0 --lr-decay-style linear --seq-length 16 --micro-batch-size 2 \\\n";
  const STEPPED = '--step-batch-size-schedule "0:16 2.4K:32"';
  const rates = (text: string, at: readonly number[], values: Values = {}): readonly number[] => {
    const [reading] = read(COMMAND + text, { values });
    return at.map(schedule(reading?.program?.lr as Plan, reading?.run ?? {}));
  };

  it("makes a run's samples longer updates", () => {
    // After 10 updates of 16 and 5 of 32, 320 of 640 samples are consumed.
    expect(rates(`--train-samples 640 ${STEPPED}`, [0, 10, 15, 25])).toEqual([1, 0.75, 0.5, 0]);
  });

  it("counts iterations in micro batches of all processes", () => {
    const text = `--train-iters 160 ${STEPPED}`;
    expect(rates(text, [0, 10, 15, 25], { data_parallel_size: 2 })).toEqual([1, 0.75, 0.5, 0]);
    expect(read(COMMAND + text)[0]?.needs.map(({ name }) => name)).toEqual(["data_parallel_size"]);
  });

  it("asks for the length of a sequence", () => {
    const text = `--train-samples 640 ${STEPPED}`;
    expect(read(COMMAND.replace("--seq-length 16", "") + text)[0]?.needs.map(({ name }) => name)).toEqual([
      "seq_length",
    ]);
  });

  it.each([
    ["--global-batch-size 16", /none beside --global-batch-size/],
    ["--decrease-batch-size-if-needed", /none with --decrease-batch-size-if-needed/],
  ])("is refused beside %s", (flag, message) => {
    expect(() => read(`${COMMAND}--train-samples 640 ${STEPPED} ${flag}`)).toThrow(message);
  });
});
