import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Summary } from "../src/report.ts";
import { stopProgram } from "./support/program.ts";
import { changeOut, command, file, out, run } from "./support/scratchRun.ts";

const summary = (): Summary => JSON.parse(file("summary.json"));
const logOf = (name = "log.jsonl") =>
  file(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("a run", () => {
  it("prints the article's lines, and writes log, timings, summary and picture", async () => {
    const ending = await run("--epochs 9 --batch-size 8 --milestones 6,8");
    expect(ending).toMatchObject({ code: 0, stderr: "" });
    const lines = ending.stdout.split("\n").filter((line) => line.startsWith("Epoch:"));
    const rates = [0.001, 0.0028, 0.0046, 0.0064, 0.0082, 0.01, 0.001, 0.001, 0.0001];
    rates.forEach((rate, epoch) => {
      const figures = "Loss: \\d\\.\\d{4} Accuracy: \\d+\\.\\d\\d% Time: \\d+\\.\\ds";
      expect(lines[epoch]).toMatch(new RegExp(`^Epoch: ${epoch} Learning Rate: ${rate} ${figures}$`));
    });
    expect(logOf().map(({ epoch, step, learningRate }) => [epoch, step, learningRate])).toEqual(
      rates.map((rate, epoch) => [epoch, 50 * (epoch + 1), rate]),
    );
    expect(logOf("timings.jsonl")).toHaveLength(9);
    expect(summary()).toMatchObject({ epochs: 9, steps: 450, finalAccuracy: logOf()[8].accuracy });
    expect(summary().stepsPerSecond).toBeGreaterThan(10);
    expect(file("training.svg")).toContain("9 epochs on 400 images");
    expect(readdirSync(out).sort()).toEqual([
      "checkpoint.bin",
      "log.jsonl",
      "summary.json",
      "timings.jsonl",
      "training.svg",
    ]);
  });

  it("learns", async () => {
    await run("--epochs 12 --optimizer adam --milestones 10");
    expect(summary().finalAccuracy).toBeGreaterThan(0.6);
    const losses = logOf().map(({ loss }) => loss);
    expect(losses.at(-1)).toBeLessThan(losses[0] / 2);
  });

  it("is the same to the last bit for the same seed, and another for another", async () => {
    const weights = [];
    for (const seed of [0, 0, 1]) {
      expect((await run(`--epochs 2 --seed ${seed}`)).code).toBe(0);
      weights.push(summary().weights);
    }
    expect(weights[0]).toBe(weights[1]);
    expect(weights[0]).not.toBe(weights[2]);
    expect(readdirSync(join(out, "previous-1")).sort()).toEqual(
      readdirSync(out)
        .filter((name) => !name.startsWith("previous"))
        .sort(),
    );
  });

  it("goes on for more epochs, and has nothing to do when all are done", async () => {
    await run("--epochs 2 --milestones 5");
    expect((await run("--epochs 4 --milestones 5 --resume")).stdout).toContain("Going on with the run in");
    const longer = [file("log.jsonl"), summary().weights];
    const again = await run("--epochs 4 --milestones 5 --resume");
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain("Epoch:");
    expect([file("log.jsonl"), summary().weights]).toEqual(longer);
    await run("--epochs 4 --milestones 5");
    expect([file("log.jsonl"), summary().weights]).toEqual(longer);
  });

  it("survives a rate that blows everything up, and a resume in the midst of it", async () => {
    await run("--epochs 3 --lr 1e30 --warmup-epochs 0");
    const whole = file("log.jsonl");
    expect(logOf().at(-1).loss).toBeNull();
    expect(file("training.svg")).not.toContain("NaN");
    changeOut(`${out}-resumed`);
    await stopProgram("SIGTERM", command("--epochs 3000 --lr 1e30 --warmup-epochs 0"));
    const { code } = await run("--epochs 3 --lr 1e30 --warmup-epochs 0 --resume");
    expect(code).toBe(0);
    expect(file("log.jsonl").startsWith(whole) || whole.startsWith(file("log.jsonl"))).toBe(true);
  });

  it("says so when there is nothing yet to resume", async () => {
    const { code, stdout } = await run("--epochs 1 --resume");
    expect([code, stdout.includes(`No checkpoint in ${out} yet: starting from the beginning.`)]).toEqual([0, true]);
  });
});
