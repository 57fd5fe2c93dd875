import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands.ts";
import { displayWidth } from "../src/terminal/displayWidth.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "chinese-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const WARMED = "warmupCosine({warmup: 500})";
const zh = (words: readonly string[], columns = 80) => anneal(["--lang", "zh", ...words], { columns });

describe("anneal in Chinese", () => {
  it("helps, with the flags as they are", async () => {
    const { code, out } = await zh(["plot", "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^用法： anneal plot \[options\] <source\.\.\.>/);
    expect(out).toMatch(/^ {2}--steps <n> +整个运行的更新次数或轮数：如 10000 或 30ep$/m);
    expect(out).toContain('（可选："auto", "light", "dark"）');
    expect(out).toContain("示例：\n  一个配方，按本库的写法：\n    $ anneal plot 'warmupCosine({warmup: 500})'");
    expect(await anneal(["plot", "--lang=zh", "--help"])).toMatchObject({ out });
    expect(await anneal(["help", "plot", "--lang", "zh"])).toMatchObject({ out });
  });

  it.each([["--lang", "zh"], ["--lang=zh"]])("helps where nothing but the language is given: %s", async (...words) => {
    const { code, out } = await anneal(words);
    expect(code).toBe(0);
    expect(out).toContain("退出码：0 一切正常，1 发现问题，2 无法完成。");
  });

  it.each([40, 80])("helps within %i columns", async (columns) => {
    for (const words of [[], ...commands.map(({ name }) => [name, "--help"])]) {
      const { out } = await zh(words, columns);
      const [prose = ""] = out.split("\n示例：\n");
      const wide = prose.split("\n").filter((line) => displayWidth(line) > columns && !line.startsWith("用法："));
      expect(wide).toEqual([]);
    }
  });

  it("is by the locale, and English where that is asked for or no other", async () => {
    const table = ["table", WARMED, "--base", "0.1", "--steps", "5000"];
    const chinese = await anneal(table, { environment: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.out).toContain("峰值");
    expect(await zh(table)).toEqual(chinese);
    const english = await anneal(table);
    expect(english.out).toContain("peak");
    expect(await anneal(["--lang", "en", ...table], { environment: { LC_ALL: "zh_CN.UTF-8" } })).toEqual(english);
  });

  it("tells where a source is wrong, whose lines stay as they are", async () => {
    const path = file("train.py", "from torch.optim.lr_scheduler import StepLR\nStepLR(optimizer, step_size='x')\n");
    const { code, err } = await zh(["plot", path]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /train\.py:2:29: StepLR\(step_size\): 期望有限数，实际为 "x"\n {2}StepLR\(optimizer, step_size='x'\)\n/,
    );
  });

  it.each([
    [["polt", "a.json"], "anneal: 未知命令 'polt'（是否想用 plot？）\n"],
    [["plot", "a.json", "--step", "3"], "anneal: 未知选项 '--step'（是否想用 --steps？）\n"],
    [["plot"], "anneal: 缺少必需的参数 'source'；参见 anneal plot --help\n"],
    [["diff", "a", "b", "c"], "anneal: 'diff' 的参数过多：应有 2 个，实际有 3 个。\n"],
    [["plot", "no/such.json"], "anneal: no/such.json: 没有这个文件"],
    [["plot", WARMED, "--steps", "many"], "anneal: --steps：期望不小于 1 的整数，或轮数（如 30ep），实际为 many\n"],
    [["convert", WARMED], "anneal: 请用 --to 指明要转换成什么：pytorch, "],
  ] as const)("tells what is wrong with the words %j", async (words, told) => {
    const { code, err } = await zh(words);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it("finds and mends", async () => {
    const { code, out } = await zh(["check", WARMED, "--base", "0.01", "--steps", "400"]);
    expect(code).toBe(1);
    expect(out).toContain("错误 AN001\n");
    expect(out).toContain("  热身需要 500 次更新，而运行只有 400 次更新\n");
    expect(out).toContain('  修正：让热身少于 400 次更新，如运行的 "5%"，或重新核对运行的步数\n');
    expect(out).toMatch(/1 个调度中有 1 个错误\n$/);
  });

  it("lines up the columns of a table", async () => {
    const { out } = await zh(["table", WARMED, "--base", "0.1", "--steps", "5000", "--steps-per-epoch", "100"], 40);
    const lines = out.slice(0, out.indexOf("\n\n")).split("\n");
    expect(lines[0]).toMatch(/^ +步 +轮 +lr$/);
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
    const [peak, final] = ["峰值", "终值"].map((name) => out.split("\n").find((line) => line.includes(name)));
    expect(peak).toBe("  峰值  0.1，在第 500 步");
    expect(final).toMatch(/^ {2}终值 {2}\d/);
  });

  it("names what makes two schedules differ", async () => {
    const steps = (more: string) => `multiStep({milestones: [30, 60]${more}})`;
    const words = ["diff", steps(""), steps(", inclusive: false"), "--base", "0.1", "--steps", "90"];
    const { code, out } = await zh(words, 40);
    expect(code).toBe(1);
    expect(out).toContain("lr：90 次更新中有 2 次不同\n");
    expect(out).toContain("  绝对差      0.09，在第 30 步\n");
    expect(out.replaceAll(/\n {14}/g, " ")).toContain("  原因        a 在 t >= m 时变化，b 在 t > m 时变化\n");
    expect(Math.max(...out.split("\n").slice(3, 12).map(displayWidth))).toBeLessThanOrEqual(40);
  });

  it("says what is exact, and leaves code and data in English", async () => {
    const code = await zh(["convert", WARMED, "--to", "pytorch", "--base", "0.1", "--steps", "5000"]);
    expect(code.err).toBe("精确\n说明：要求优化器的 lr 为 0.1，并且每次更新后前进一步\n");
    expect(code.out).not.toMatch(/\p{Script=Han}/u);
    for (const format of ["json", "sarif", "github"]) {
      const words = ["check", WARMED, "--base", "0.01", "--steps", "400", "--format", format];
      expect(await zh(words)).toEqual(await anneal(words));
    }
    const words = ["table", WARMED, "--base", "0.1", "--steps", "5000", "--csv"];
    expect(await zh(words)).toEqual(await anneal(words));
  });

  it("keeps the names of files that are words of its own", async () => {
    const path = file("peak", '{"kind": "constant", "value": 1}');
    const { out } = await zh(["plot", path, WARMED, "--steps", "1000", "--base", "1"]);
    expect(out).toMatch(/ peak$/m);
  });
});
