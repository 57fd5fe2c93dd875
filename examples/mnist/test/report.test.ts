import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../src/data/dataset.ts";
import { writeCheckpointFile } from "../src/files/checkpointFile.ts";
import { parseOptions } from "../src/options.ts";
import { writeReport } from "../src/report.ts";
import { RunFolder } from "../src/runFolder.ts";
import { scratchFolder } from "./support/smallDigits.ts";

const samples = { count: 1234, images: new Uint8Array(0), labels: new Uint8Array(0) };
const data: Dataset = { train: samples, test: samples, pixels: 9, classes: 3, digest: "abc" };
let folder: RunFolder;

function epoch(number: number, accuracy: number): void {
  folder.log.append({
    epoch: number,
    step: 10 * (number + 1),
    learningRate: 0.01,
    loss: 1 / (number + 1),
    accuracy,
    tensors: 8,
  });
  folder.timings.append({ epoch: number, seconds: 1.5, stepsPerSecond: 7, rssMb: 9000 + number });
}

beforeEach(() => {
  folder = new RunFolder(join(scratchFolder(), "run"));
  const place = { epoch: 0, step: 0, lossSum: "0", seconds: 0, random: [] };
  const arrays = new Map([["weight/0", { shape: [1], values: Float32Array.from([1]) }]]);
  writeCheckpointFile(folder.checkpoint, { header: { place }, arrays });
});

describe("writeReport", () => {
  it("sums the run up, in a file and in words", () => {
    epoch(0, 0.5);
    epoch(1, 0.91234);
    epoch(2, 0.9);
    const lines = writeReport(parseOptions(["--hidden", "7"]), data, folder);
    expect(lines[1]).toBe("Test accuracy: 90.00% (best: 91.23% after epoch 1)");
    expect(lines[2]).toBe("Time: 4.5s for 3 epochs (6.7 steps/s, at most 9002 MB)");
    expect(lines.slice(3).map((line) => line.trim().split(" ")[0])).toEqual(
      ["training.svg", "log.jsonl", "timings.jsonl", "summary.json", "checkpoint.bin"].map((name) =>
        join(folder.path, name),
      ),
    );
    const summary = JSON.parse(readFileSync(folder.summary, "utf8"));
    expect(summary).toMatchObject({
      epochs: 3,
      steps: 30,
      finalAccuracy: 0.9,
      bestAccuracy: 0.91234,
      bestEpoch: 1,
      seconds: 4.5,
    });
    expect(summary.weights).toMatch(/^[\da-f]{64}$/);
  });

  it("tells in the picture what was run", () => {
    epoch(0, 0.5);
    const picture = (...args: string[]) => {
      writeReport(parseOptions(args), data, folder);
      return readFileSync(folder.picture, "utf8");
    };
    expect(picture()).toContain("1 epoch on 1,234 images: test accuracy 50.00%");
    expect(picture("--hidden", "7", "--optimizer", "adam")).toContain("9-7-3 network, adam, batch size 32");
    expect(picture()).toContain(
      "Learning rate 0.01, linear warm-up from 0.001 over 5 epochs, then × 0.1 at 30, 60, 90",
    );
    expect(picture("--warmup-epochs", "0", "--milestones", "")).toContain(">Learning rate 0.01<");
  });

  it("has nothing to say about a run without an epoch", () => {
    expect(writeReport(parseOptions([]), data, folder)).toEqual([]);
  });
});
