import { PlanError } from "anneal";
import { describe, expect, test, vi } from "vitest";
import { read } from "../src/index.ts";
import { parseRecord } from "../src/logs/formats/parseRecord.ts";
import { fencedBlocks } from "../src/notations/fencedBlocks.ts";
import { json } from "../src/notations/json.ts";
import { toml } from "../src/notations/toml.ts";
import { chunksOf } from "../src/python/chunks.ts";
import { parse } from "../src/python/node.ts";
import { notebookSource } from "../src/python/notebook.ts";
import { parsePython } from "../src/python/parsePython.ts";
import { relevant } from "../src/python/relevant.ts";
import { scheduleWords } from "../src/scheduleWords.ts";
import { least } from "./least.ts";
import { many } from "./many.ts";

describe("what a text has besides is not gone through for each", () => {
  test("loop", () => {
    const loops = many(800, (i) => `for e in range(n):\n    x${i} = e\n`);
    const names = many(10_000, (i) => `a${i} = ${i}\n`);
    const [before, after] = least(
      () => parsePython(names + loops),
      () => parsePython(loops + names),
    ) as [number, number];
    expect(before).toBeLessThan(3 * after);
  });

  test("schedule", () => {
    const head = "import keras\n";
    const schedules = many(480, (i) => `s${i} = keras.optimizers.schedules.ExponentialDecay(0.1, ${i + 1}, 0.9)\n`);
    const calls = many(15_500, () => "lr()\n");
    const [both, own, others] = least(
      () => read(head + schedules + calls),
      () => read(head + schedules),
      () => parsePython(head + calls),
    ) as [number, number, number];
    expect(both).toBeLessThan(2.1 * (own + others));
  });
});

describe("what is small takes little, however much of it a text has", () => {
  test("lists in JSON, of which nothing is noted each by itself", () => {
    const text = `[${Array(1000).fill("[[[[1]]]]").join()}]`;
    let made = 0;
    class Counted<K, V> extends Map<K, V> {
      constructor(entries?: Iterable<readonly [K, V]> | null) {
        super(entries);
        made++;
      }
    }
    vi.stubGlobal("Map", Counted);
    try {
      json(text);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(made).toBeLessThan(20);
  });

  test("characters of a text in Python that are written with a backslash", () => {
    const text = (escapes: number): string => `lr = "${"\\n\\x41".repeat(escapes)}"\n`;
    expect(() => relevant(text(100_000), scheduleWords())).toThrow("at most 60000 words and marks");
    expect(relevant(text(25_000), scheduleWords()).source).toBe(text(25_000));
  });

  test("data that is no notebook", () => {
    const text = `{"cell": [${Array(100).fill("[1]").join()}]}`;
    const parsed = vi.spyOn(String.prototype, "charCodeAt");
    try {
      expect(notebookSource(text)).toBeUndefined();
      expect(parsed).not.toHaveBeenCalled();
    } finally {
      parsed.mockRestore();
    }
    expect(notebookSource('{"cells": [{"cell_type": "code", "source": ["lr = 1"]}]}')).toBe("lr = 1");
  });

  test("statements of Python that all matter", () => {
    const text = many(20_000, (i) => `lr = lr * 0.9 + ${i}\n`);
    const [sought, found] = least(
      () => relevant(text, scheduleWords()),
      () => chunksOf(text),
    ) as [number, number];
    expect(sought).toBeLessThan(4 * found);
  });

  test("blank lines and comments in Python", () => {
    const lines = (line: string): string => `x = 1\n${line.repeat(150_000)}y = 1\n`;
    const [blank, comments, spaces] = least(
      () => parse(lines("\n")),
      () => parse(lines("#\n")),
      () => parse(lines("  ")),
    ) as [number, number, number];
    expect(blank).toBeLessThan(10 * spaces);
    expect(comments).toBeLessThan(10 * spaces);
  });

  test("commands of a script, whose flags are named once for all", () => {
    const named = (commands: number): number => {
      const text = many(commands, (i) => `python train.py --lr ${i}\n`);
      const replace = vi.spyOn(String.prototype, "replaceAll");
      try {
        expect(() => read(text, { notation: "flags" })).toThrow(PlanError);
        return replace.mock.calls.length;
      } finally {
        replace.mockRestore();
      }
    };
    named(1);
    expect(named(1000)).toBeLessThan(named(10) + 10);
  });

  test("parts of a key in TOML that is deeper than any may be", () => {
    const text = `${"a.".repeat(200_000)}a = 1\n`;
    const [keys, words] = least(
      () => toml(text),
      () => chunksOf(text),
    ) as [number, number];
    expect(keys).toBeLessThan(words);
    expect(() => toml(text)).toThrow("at most 64 levels of nesting");
  });

  test("records of a log that are no JSON, each an error less", () => {
    const failing = (record: string): number => {
      const parsed = vi.spyOn(JSON, "parse");
      try {
        parseRecord(record);
        return parsed.mock.results.filter(({ type }) => type === "throw").length;
      } finally {
        parsed.mockRestore();
      }
    };
    expect(failing('{"step": 1, "lr": NaN}')).toBe(0);
    expect(failing("{'step': 1, 'lr': None}")).toBe(0);
    expect(failing('{"step": 1, "lr": np.float64(0.1)}')).toBe(0);
    expect(failing('{"step": 1, lr}')).toBe(1);
  });

  test("blocks of a page, which hold no more than is in them", () => {
    const page = many(1500, (i) => `text\n\`\`\`sh\ntrain --lr ${i}\n\`\`\`\n`);
    const blocks = fencedBlocks(page);
    expect(blocks.length).toBe(1500);
    expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(page.length);
    expect(blocks.at(-1)).toEqual({ text: "train --lr 1499", before: 4 * 1499 + 2 });
  });
});
