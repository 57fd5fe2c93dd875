import { describe, expect, it } from "vitest";
import { configOf, differences } from "../src/config.ts";
import type { Dataset } from "../src/data/dataset.ts";
import { parseOptions } from "../src/options.ts";

const samples = { count: 2, images: new Uint8Array(2), labels: new Uint8Array(2) };
const data: Dataset = { train: samples, test: samples, pixels: 1, classes: 1, digest: "abc" };
const config = (...args: string[]) => configOf(parseOptions(args), data);

describe("configOf", () => {
  it.each([
    "--batch-size 5",
    "--lr 0.5",
    "--factor 0.5",
    "--milestones 50",
    "--warmup-epochs 1",
    "--warmup-lr 0.002",
    "--warmup-strategy cosine",
    "--hidden 3",
    "--optimizer adam",
    "--seed 5",
  ])("tells a run with %s from one without", (line) => {
    const [flag, value] = line.split(" ") as [string, string];
    const difference = differences(config(), config(flag, value));
    expect(difference).toMatch(new RegExp(`^${flag} is .* there and ${value} here$`));
  });

  it("tells other data", () => {
    const difference = differences(config(), configOf(parseOptions([]), { ...data, digest: "def" }));
    expect(difference).toBe("--data is 2 + 2 images, SHA-256 abc there and 2 + 2 images, SHA-256 def here");
  });

  it("does not mind how long the run is, where it is and how often it saves", () => {
    expect(differences(config(), config("--epochs", "7", "--out", "x", "--resume", "--checkpoint-every", "2"))).toBe(
      "",
    );
  });

  it("survives JSON", () => {
    expect(differences(JSON.parse(JSON.stringify(config("--milestones", ""))), config("--milestones", ""))).toBe("");
    expect(differences(config("--milestones", ""), config())).toBe("--milestones is empty there and 30,60,90 here");
  });
});
