import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translator } from "../../src/language/translator.ts";
import { catalogue } from "../../src/language/zh/catalogue.ts";

const say = translator(catalogue);
const entries = Object.entries(catalogue);

/** The values of a sentence, in its English and in its Chinese form. */
const valuesOf = (english: string): readonly string[] => english.match(/\{#?\}/g) ?? [];
const usedIn = (chinese: string): readonly number[] => [...chinese.matchAll(/\{(\d+)\*?\}/g)].map(([, n]) => Number(n));

/** The least time of saying a text: what else the machine does only adds to it. */
function timed(text: string): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    for (let i = 0; i < 5; i++) say(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("the translator", () => {
  it("takes the most exact sentence, and phrases inside it", () => {
    const own = translator({
      "expected {}, received {}": "期望 {0*}，实际为 {1}",
      "a number above {#}": "大于 {0} 的数",
      "a number above 0": "正数",
      "{#} of {#}": "{1} 中的 {0}",
    });
    expect(own("expected a number above 3, received a number above 3")).toBe(
      "期望大于 3 的数，实际为 a number above 3",
    );
    expect(own("expected a number above 0, received -1")).toBe("期望正数，实际为 -1");
    expect(own("3 of 7")).toBe("7 中的 3");
    expect(own("3 of all 7")).toBe("3 of all 7");
  });

  it("takes the reading that leaves least as it is", () => {
    const own = translator({
      "{} ({})": "{0*}（{1*}）",
      "say what {} is ({})": "请说明 {0} 是什么（{1*}）",
      "expected {}": "期望 {0*}",
      "a time": "时间",
      "a time ({})": "时间（如 {0}）",
    });
    expect(own("a.py:1:2: say what T_max is (a time)")).toBe("a.py:1:2: 请说明 T_max 是什么（时间）");
    expect(own("anneal: --at 3x: expected a time (5)")).toBe("anneal: --at 3x: 期望时间（如 5）");
    expect(own("a.py: it is so (a time)")).toBe("a.py: it is so（时间）");
  });

  it("says labels that are in the catalogue, and several sentences or phrases after each other", () => {
    const own = translator({
      "note:": "说明：",
      "line {#}:": "第 {0} 行：",
      "the disk is full": "磁盘已满",
      "{#} error": "{0} 个错误",
      "{#} warnings": "{0} 个警告",
      "{} in {#}": "{1} 中有 {0*}",
    });
    expect(own("note: a.csv: line 3: the disk is full")).toBe("说明：a.csv: 第 3 行：磁盘已满");
    expect(own("note: a.csv: 3 disks are full")).toBe("说明：a.csv: 3 disks are full");
    expect(own("the disk is full; 1 error")).toBe("磁盘已满；1 个错误");
    expect(own("1 error, 2 warnings in 3")).toBe("3 中有 1 个错误、2 个警告");
  });

  it("keeps labels, blanks, lines and what a caret points into", () => {
    expect(say("plan.json: the disk is full")).toBe("plan.json: 磁盘已满");
    expect(say("  the disk is full  \n\n")).toBe("  磁盘已满  \n\n");
    expect(say("a.py:1:3: it is empty\n  the disk is full\n    ^")).toBe(
      "a.py:1:3: 内容为空\n  the disk is full\n    ^",
    );
    expect(say("C:\\runs\\a.py: it is a folder")).toBe("C:\\runs\\a.py: 这是一个目录");
  });

  it("leaves a text that is no message", () => {
    expect(say("an unheard-of message: with 3 parts")).toBe("an unheard-of message: with 3 parts");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("Q", "{", "}", "*", "0", "#", " ", ":", "\n", "\\", "$") }),
        (text) => {
          expect(say(text)).toBe(text);
        },
      ),
    );
  });

  it("has the same values in both languages", () => {
    const wrong = entries.filter(([english, chinese]) => {
      const used = [...new Set(usedIn(chinese))].sort((a, b) => a - b).join();
      // A brace that is neither a value nor code is a slip.
      const slip = /\{\d*[*#]?\}/.test(chinese.replaceAll(/\{\d+\*?\}/g, ""));
      return (
        slip ||
        used !==
          valuesOf(english)
            .map((_, i) => i)
            .join()
      );
    });
    expect(wrong).toEqual([]);
    expect(entries.length).toBeGreaterThan(700);
  });

  it("keeps every value of every sentence", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.infiniteStream(fc.stringMatching(/^[A-Z0-9_.]{1,12}$/)),
        (entry, words) => {
          const [english] = entry;
          const values: string[] = [];
          const text = english.replaceAll(/\{#?\}/g, () => {
            values.push(`⟦${words.next().value}⟧`);
            return values.at(-1) as string;
          });
          const said = say(text);
          for (const value of values) expect(said).toContain(value);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("takes any text, also one of sentences' pieces", () => {
    const pieces = entries.flatMap(([english]) => english.split(/\{#?\}/)).filter(Boolean);
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (one) => {
        expect(say(one).split("\n")).toHaveLength(one.split("\n").length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["expected ", "a: ", "expected a, received ", "a list of ", " of ", "(did you mean ", "\n"])(
    "takes time in proportion to the text: %j many times",
    (piece) => {
      const [short, long] = [2000, 16_000].map((length) => piece.repeat(length / piece.length)) as [string, string];
      timed(short);
      // Eight times the text; the square of it would be 64 times the time.
      expect(timed(long) / Math.max(timed(short), 0.02)).toBeLessThan(40);
    },
  );
});
