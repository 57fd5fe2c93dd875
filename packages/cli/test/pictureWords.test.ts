import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hasLetters } from "../src/commands/plot/hasLetters.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const RUN = ["--base", "0.1", "--steps", "1000", "--steps-per-epoch", "100"];
const PLOT = ["plot", "cosine({from: '1x', to: 1e-9, over: 500})", ...RUN, "--log"];

/** The texts of an SVG. */
const textsOf = (name: string): readonly string[] =>
  [...readFileSync(file(name), "utf8").matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);

describe("the words of a picture", () => {
  it("are in the user's language in an SVG", async () => {
    await anneal([...PLOT, "-o", file("zh.svg"), "--lang", "zh"]);
    expect(textsOf("zh.svg")).toEqual(expect.arrayContaining(["学习率", "步", "轮", "峰值百万分之一以下的值已略去"]));
    await anneal([...PLOT, "-o", file("en.svg")]);
    expect(textsOf("en.svg")).toEqual(
      expect.arrayContaining(["learning rate", "step", "epoch", "values below a millionth of the peak are left out"]),
    );
  });

  it("are so in the names of groups, and in the title before names", async () => {
    const plan = { kind: "linear", from: "1x", to: 0, over: 500 };
    const state = { program: { lr: [plan, plan] }, run: { steps: 1000 }, bases: [0.1, 0.2] };
    writeFileSync(file("two.json"), JSON.stringify(state));
    await anneal(["plot", file("two.json"), "-o", file("two.svg"), "--lang", "zh"]);
    const drawn = readFileSync(file("two.svg"), "utf8");
    expect(drawn).toContain(`<title>调度：`);
    expect(drawn).toContain("two.json 组 1<");
    expect(drawn).not.toContain("group 1<");
  });

  it("are so in what resume draws, but for names and the user's own title", async () => {
    const words = ["resume", "warmupCosine({warmup: 50})", ...RUN, "--at", "300", "--with", "steps=2000"];
    await anneal([...words, "-o", file("resume.svg"), "--lang", "zh"]);
    const texts = textsOf("resume.svg");
    expect(texts).toEqual(expect.arrayContaining(["学习率", "原来 = keep", "extend", "步"]));
    expect(texts[0]).toContain("停在第 300 次更新之后");
    await anneal([...PLOT, "--title", "step", "-o", file("title.svg"), "--lang", "zh"]);
    expect(textsOf("title.svg")[0]).toBe("step");
  });

  it("are so in a PNG where a font has them; else English, which is said", async () => {
    const { code, err } = await anneal([...PLOT, "-o", file("zh.png"), "--lang", "zh"]);
    expect(code).toBe(0);
    expect(readFileSync(file("zh.png")).subarray(1, 4).toString()).toBe("PNG");
    expect(err.includes("图中文字为英文，因为本系统没有含汉字的字体")).toBe(!(await hasLetters("学率")));
    const english = await anneal([...PLOT, "-o", file("en.png")]);
    expect(english.err).toBe("");
  });

  it("knows letters that there are, and those that no font has", async () => {
    expect(await hasLetters("ab")).toBe(true);
    expect(await hasLetters("\u{10fffd}\u{10fffc}")).toBe(false);
  });
});
