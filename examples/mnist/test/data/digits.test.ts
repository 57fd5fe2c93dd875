import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDigits } from "../../src/data/digits.ts";
import { scratchFolder } from "../support/smallDigits.ts";

const digits = loadDigits();

describe("loadDigits", () => {
  it("gives 8,000 images to learn from and 2,000 to be tested with, of all ten digits in each", () => {
    expect([digits.train.count, digits.test.count, digits.pixels, digits.classes]).toEqual([8000, 2000, 784, 10]);
    for (const { labels } of [digits.train, digits.test]) {
      const share = Array.from(
        { length: 10 },
        (_, digit) => labels.filter((label) => label === digit).length / labels.length,
      );
      expect(Math.min(...share)).toBeGreaterThan(0.08);
      expect(Math.max(...share)).toBeLessThan(0.13);
    }
  });

  it("loses nothing by taking the package's three decimals for bytes", () => {
    const { data } = createRequire(import.meta.url)("mnist/src/digits/5.json") as { data: number[] };
    const wrong = data.filter((value) => Number((Math.round(value * 255) / 255).toFixed(3)) !== value);
    expect(wrong).toEqual([]);
    expect(data.length).toBe(863 * 784);
  });

  it("packs them once, whole, and leaves nothing else behind", () => {
    const cache = join(scratchFolder(), "cache", "digits");
    expect(loadDigits(cache).digest).toBe(digits.digest);
    expect(readdirSync(dirname(cache))).toEqual(["digits"]);
    expect(readdirSync(cache)).toHaveLength(4);
  });

  it("builds a cache again that is damaged or half there", () => {
    const cache = join(scratchFolder(), "digits");
    mkdirSync(cache);
    writeFileSync(join(cache, "train-images-idx3-ubyte.gz"), "half");
    expect(loadDigits(cache).digest).toBe(digits.digest);
    const labels = join(cache, "t10k-labels-idx1-ubyte.gz");
    const whole = readFileSync(labels);
    writeFileSync(labels, whole.subarray(0, 500));
    expect(loadDigits(cache).digest).toBe(digits.digest);
    expect(readFileSync(labels)).toEqual(whole);
  });

  it("goes on without a cache where none can be written", () => {
    const file = join(scratchFolder(), "file");
    writeFileSync(file, "");
    const cache = join(file, "digits");
    expect(loadDigits(cache).digest).toBe(digits.digest);
    expect(existsSync(cache)).toBe(false);
  });
});
