import { describe, expect, it } from "vitest";
import { languageOf, sayIn } from "../../src/language/language.ts";

describe("the language of messages", () => {
  it.each([
    [{}, "en"],
    [{ LANG: "C.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "zhuang" }, "en"],
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_TW.Big5" }, "zh"],
    [{ LANG: "zh" }, "zh"],
    [{ LANG: "zh-Hans" }, "zh"],
    [{ LC_MESSAGES: "zh_CN", LANG: "en_US" }, "zh"],
    [{ LC_ALL: "en_US.UTF-8", LC_MESSAGES: "zh_CN", LANG: "zh_CN" }, "en"],
    [{ LC_ALL: "", LANG: "zh_CN" }, "zh"],
    [{ LANGUAGE: "zh_CN:en" }, "zh"],
    [{ LANG: "en_US", LANGUAGE: "zh_CN" }, "en"],
  ] as const)("is by the locale %j: %s", (environment, language) => {
    expect(languageOf(["plot", "plan.json"], environment)).toBe(language);
  });

  it.each([
    [["--lang", "zh", "plot", "plan.json"], "zh"],
    [["plot", "plan.json", "--lang=zh"], "zh"],
    [["plot", "--lang", "zh", "--lang", "en"], "en"],
    [["plot", "--", "--lang", "zh"], "en"],
    [["plot", "--lang"], "en"],
    [["plot", "--lang", "fr"], "en"],
  ] as const)("is what the words %j ask for: %s", (words, language) => {
    expect(languageOf(words, {})).toBe(language);
  });

  it("is English against a Chinese locale, where it is asked for", () => {
    expect(languageOf(["--lang", "en"], { LC_ALL: "zh_CN.UTF-8" })).toBe("en");
  });

  it("leaves English as it is", async () => {
    const say = await sayIn("en");
    expect(say("the disk is full")).toBe("the disk is full");
  });
});
