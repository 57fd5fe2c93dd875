import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync(new URL("../src/trainModel.ts", import.meta.url), "utf8");

describe("trainModel", () => {
  it("reads like the article, line for line", () => {
    const lines = [
      "numEpochs = options.epochs; // 100",
      "learningRate = options.lr; // 0.01",
      "model = createModel(",
      "optimizer = createOptimizer(",
      "scheduler = new WarmupMultiFactorScheduler(optimizer, {",
      "factor, // 0.1",
      "warmupEpochs, // 5",
      "milestones, // [30, 60, 90]",
      "warmupLr, // 0.001",
      'warmupStrategy, // "linear"',
      "epoch < numEpochs; epoch++) {",
      "scheduler.step(epoch);",
      "await train(model, optimizer, scheduler, epoch);",
      "Epoch: $",
      "} Learning Rate: $",
      "format(optimizer.paramGroups[0].lr)",
    ];
    const places = lines.map((line) => source.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("stays short, and free of what crash safety needs", () => {
    expect(source.split("\n").length).toBeLessThan(60);
    expect(source).not.toMatch(/checkpoint\.|signal|try \{|fs/);
  });
});
