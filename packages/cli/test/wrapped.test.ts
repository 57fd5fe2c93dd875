import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aligned } from "../src/terminal/aligned.ts";
import { displayWidth } from "../src/terminal/displayWidth.ts";
import { wordsIn } from "../src/terminal/wordsIn.ts";
import { wrapped } from "../src/terminal/wrapped.ts";

const text = fc.string({ unit: fc.constantFrom(..."ab .,;:()[]学习率，。；：、（）《》！？…→é"), maxLength: 60 });

describe("texts of wide characters", () => {
  it.each([
    ["lr", 2],
    ["学习率", 6],
    ["学习率 lr", 9],
    ["\u001b[31m错误\u001b[39m", 4],
    ["e\u0301", 1],
    ["⣿│━…→“”", 7],
    ["，。（）", 8],
  ])("are as wide as a terminal shows them: %j", (shown, width) => {
    expect(displayWidth(shown)).toBe(width);
  });

  it("are taken apart without a loss", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(wordsIn(one).join("")).toBe(one.trimEnd());
      }),
    );
  });

  it("are wrapped to lines that fit, none of which begins with a closing mark", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 40 }), (one, columns) => {
        const lines = wrapped(one, columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(one.replaceAll(" ", ""));
        for (const line of lines) {
          // What is wider is one word.
          if (displayWidth(line) > columns) expect(wordsIn(line)).toHaveLength(1);
        }
      }),
    );
    const lines = wrapped("衰减到 500 次更新才结束，运行到 400 次更新就结束，衰减还有 20 % 没有完成。", 20);
    expect(lines.filter((line) => /^[，。；：、）]/.test(line))).toEqual([]);
    expect(lines.map(displayWidth).every((width) => width <= 20)).toBe(true);
  });

  it("are wrapped between words, where they are English", () => {
    expect(wrapped("the warm-up takes 500 updates, and the run has 400", 24)).toEqual([
      "the warm-up takes 500",
      "updates, and the run has",
      "400",
    ]);
  });

  it("stand in columns", () => {
    const lines = aligned([
      ["步", "lr"],
      ["500", "学习率"],
    ]);
    expect(lines).toEqual([" 步      lr", "500  学习率"]);
  });
});
