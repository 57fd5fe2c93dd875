import { describe, expect, test } from "vitest";
import { flagsDocuments } from "../src/notations/flagsDocuments.ts";
import { toml } from "../src/notations/toml.ts";
import { chunksOf } from "../src/python/chunks.ts";
import { least } from "./least.ts";
import { many } from "./many.ts";

describe("more than any file has is refused, and takes less than its words do", () => {
  test("variables in one word of a script", () => {
    const text = `OPT="--lr 1${" --x $A".repeat(140_000)}"\n`;
    const [substituted, words] = least(
      () => flagsDocuments(text),
      () => chunksOf(text),
    ) as [number, number];
    expect(substituted).toBeLessThan(1.5 * words);
    expect(() => flagsDocuments(text)).toThrow("at most 50000 substitutions");
    expect(flagsDocuments(`OPT="--lr 1${" --x $A".repeat(2000)}"\n`)[0]?.data).toHaveProperty("size", 2);
  });

  test.each([
    ["commands", 20_000, (i: number) => `a --lr ${i}\n`],
    ["assignments", 20_000, (i: number) => `A${i}=--lr\n`],
    ["substitutions", 50_000, () => " --lr $A"],
    ["substitutions", 50_000, () => " --lr $(a)"],
  ] as const)("%s of a script, of which there may be %i", (what, most, line) => {
    expect(flagsDocuments(many(most, line)).length).toBeGreaterThan(0);
    expect(() => flagsDocuments(many(most + 1, line))).toThrow(`at most ${most} ${what}, received more`);
  });

  test.each([
    ["tables", (i: number) => `[t${i}]\na = 1\n`],
    ["parts of keys", (i: number) => `k${i}.b.c = 1\n`],
    ["parts of names of tables", (i: number) => `[k${i}.b.c.d.e]\n`],
    ["tables in one line", (i: number) => `k${i} = { a = {} }\n`],
  ] as const)("%s in TOML", (_, line) => {
    const text = many(60_000, line);
    const [tables, words] = least(
      () => toml(text),
      () => chunksOf(text),
    ) as [number, number];
    expect(tables).toBeLessThan(words);
    expect(() => toml(text)).toThrow("at most 50000 keys and tables");
    expect(toml(many(9000, line)).data).toHaveProperty("size", 9000);
  });

  test("texts, comments and numbers in TOML, which are no tables", () => {
    const dots = "[a.b] = a.b.c.d = {} ";
    const texts = ["# $", "s = '$'", 's = "$\\" $"', 's = """\n$\n"""', "s = '''\n$\n'''"];
    for (const text of texts) expect(() => toml(`${text.replaceAll("$", dots.repeat(20_000))}\n`)).not.toThrow();
    expect(() => toml(`a = [${Array(60_000).fill("[0.5, 1.5]").join()}]\n`)).not.toThrow();
  });
});
