import { type Issue, PlanError } from "anneal";
import { describe, expect, it } from "vitest";
import { UsageError } from "../src/command.ts";
import { optimizerNames } from "../src/optimizerNames.ts";
import { parseOptions } from "../src/options.ts";

function issuesOf(...args: string[]): readonly Issue[] {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof PlanError) return error.issues;
    throw error;
  }
  return [];
}

/** The message of the error that a command line gives. */
function messageOf(...args: string[]): string {
  try {
    parseOptions(args);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("parseOptions", () => {
  it("has the article's settings as its defaults", () => {
    expect(parseOptions([])).toEqual({
      epochs: 100,
      batchSize: 32,
      lr: 0.01,
      factor: 0.1,
      milestones: [30, 60, 90],
      warmupEpochs: 5,
      warmupLr: 0.001,
      warmupStrategy: "linear",
      hidden: [128, 64],
      optimizer: "sgd",
      seed: 0,
      out: "runs/mnist",
      resume: false,
      data: undefined,
      checkpointEvery: undefined,
    });
  });

  it("takes every flag", () => {
    const line =
      "--epochs 7 --batch-size 16 --lr 1e-2 --factor .5 --milestones 2,4.5 --warmup-epochs 1.5 --warmup-lr 0.002 " +
      "--warmup-strategy cosine --hidden 9 --optimizer adamax --seed 2147483647 --out o --resume --data d --checkpoint-every 3";
    expect(parseOptions(line.split(" "))).toEqual({
      epochs: 7,
      batchSize: 16,
      lr: 0.01,
      factor: 0.5,
      milestones: [2, 4.5],
      warmupEpochs: 1.5,
      warmupLr: 0.002,
      warmupStrategy: "cosine",
      hidden: [9],
      optimizer: "adamax",
      seed: 2147483647,
      out: "o",
      resume: true,
      data: "d",
      checkpointEvery: 3,
    });
  });

  it("takes an empty list of milestones, no warm-up, and all optimizers", () => {
    expect(parseOptions(["--milestones", "", "--warmup-epochs", "0"])).toMatchObject({
      milestones: [],
      warmupEpochs: 0,
    });
    for (const name of optimizerNames) expect(parseOptions(["--optimizer", name]).optimizer).toBe(name);
  });

  it.each([
    ["--epochs", "0", "a whole number from 1 on"],
    ["--epochs", "1.5", "a whole number from 1 on"],
    ["--epochs", "-3", "a whole number from 1 on"],
    ["--epochs", "1e400", "a whole number from 1 on"],
    ["--epochs", "0x10", "a whole number from 1 on"],
    ["--epochs", "", "a whole number from 1 on"],
    ["--batch-size", "0", "a whole number from 1 on"],
    ["--checkpoint-every", "0", "a whole number from 1 on"],
    ["--lr", "0", "a number above 0"],
    ["--lr", "-0.1", "a number above 0"],
    ["--lr", "NaN", "a number above 0"],
    ["--lr", "Infinity", "a number above 0"],
    ["--lr", "fast", "a number above 0"],
    ["--factor", "half", "a number"],
    ["--warmup-epochs", "5 epochs", "a number"],
    ["--milestones", "30,,60", "numbers separated by commas, such as 30,60,90"],
    ["--milestones", "30;60", "numbers separated by commas, such as 30,60,90"],
    ["--milestones", "[30,60]", "numbers separated by commas, such as 30,60,90"],
    ["--hidden", "", "whole numbers from 1 to 16384 separated by commas, such as 128,64"],
    ["--hidden", "128,0", "whole numbers from 1 to 16384 separated by commas, such as 128,64"],
    ["--hidden", "1e9", "whole numbers from 1 to 16384 separated by commas, such as 128,64"],
    ["--seed", "-1", "a whole number from 0 to 2147483647"],
    ["--seed", "2147483648", "a whole number from 0 to 2147483647"],
    ["--out", "", "the path of a folder"],
    ["--data", " ", "the path of a folder"],
  ])("refuses %s %j", (flag, text, expected) => {
    const received =
      Number.isFinite(Number.parseFloat(text)) && /^[-.\de+]+$/.test(text) && Number.isFinite(Number(text))
        ? text
        : JSON.stringify(text);
    expect(issuesOf(flag, text)).toEqual([{ path: flag, expected, received }]);
  });

  it.each([
    ["--factor 0", "--factor", "0"],
    ["--warmup-lr -1", "--warmup-lr", "-1"],
    ["--warmup-epochs -1", "--warmup-epochs", "-1"],
    ["--milestones 30,20", "--milestones[1]", "20"],
    ["--milestones 30,30", "--milestones[1]", "30"],
    ["--milestones 3,20", "--milestones[0]", "3"],
    ["--milestones=-3,20 --warmup-epochs 0", "--milestones[0]", "-3"],
    ["--warmup-strategy exponential --warmup-lr 0", "--warmup-lr", "0"],
  ])("passes on what the scheduler says about %s, under the name of the flag", (line, path, received) => {
    expect(issuesOf(...line.split(" "))).toContainEqual({ path, expected: expect.any(String), received });
  });

  it("names the nearest strategy, optimizer and flag", () => {
    expect(messageOf("--warmup-strategy", "liner")).toMatch(
      /^--warmup-strategy: expected one of .*did you mean "linear"/,
    );
    expect(messageOf("--optimizer", "adagard")).toBe(
      '--optimizer: expected one of sgd, momentum, adagrad, adadelta, adam, adamax, rmsprop, received "adagard" (did you mean adagrad?)',
    );
    expect(messageOf("--optimizer", "lbfgs")).not.toContain("did you mean");
    expect(messageOf("--warmup-epoch", "5")).toBe("unknown option '--warmup-epoch' (Did you mean --warmup-epochs?)");
  });

  it("names a flag without its value, and a word without a flag", () => {
    expect(() => parseOptions(["--epochs"])).toThrow(UsageError);
    expect(messageOf("--epochs")).toBe("option '--epochs <n>' argument missing");
    expect(messageOf("adam")).toBe("adam: expected flags only (see --help), received a word without one");
  });

  it("tells all problems at once", () => {
    expect(issuesOf("--epochs", "0", "--lr", "x", "--optimizer", "y").map(({ path }) => path)).toEqual([
      "--epochs",
      "--lr",
      "--optimizer",
    ]);
    expect(issuesOf("--factor", "-1", "--milestones", "9,8").map(({ path }) => path)).toEqual([
      "--factor",
      "--milestones[1]",
    ]);
  });
});
