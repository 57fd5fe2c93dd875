import { describe, expect, it } from "vitest";
import { masked } from "../src/terminal/masked.ts";

describe("a text for a terminal", () => {
  it("shows what would do something to it", () => {
    const hostile = "a\u001b]0;title\u0007 \u001b[2J \u009b31m \u202egnp.exe \r\u0000\u2028 b";
    expect(masked(hostile)).toBe(
      "a\\u001b]0;title\\u0007 \\u001b[2J \\u009b31m \\u202egnp.exe \\u000d\\u0000\\u2028 b",
    );
  });

  it("keeps colours, lines, tabs and every language", () => {
    const text = "\u001b[31mred\u001b[39m\n\tline 学习率 é 😀\n";
    expect(masked(text)).toBe(text);
  });

  it("gives a CI system no commands", () => {
    expect(masked("a\n::error file=x::forged\n##[error]forged\na::b\n")).toBe(
      "a\n ::error file=x::forged\n ##[error]forged\na::b\n",
    );
  });
});
