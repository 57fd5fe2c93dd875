import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cosine, linear, multiStep, sequence } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-plot-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

const WARMED = sequence(linear({ from: 0, to: "1x", over: 100 }), cosine({ from: "last", to: 0, over: "rest" }));
const plan = file("plan.json", WARMED);
const RUN = ["--base", "0.1", "--steps", "1000"];
const dotted = (line: string) => /[\u2801-\u28ff]/.test(line);

describe("anneal plot in the terminal", () => {
  it.each([40, 80, 120])("fits %d columns, with the peak as its highest label", async (columns) => {
    const { code, out } = await anneal(["plot", plan, ...RUN], { columns });
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
    expect(lines.filter(dotted).length).toBe(16);
    expect(lines[0]).toMatch(/^ +0\.1 ┤/);
    expect(lines.at(-1)?.trim()).toBe("steps");
  });

  it("finds a single step among ten million", async () => {
    const spike = "piecewise({from: 0.1, at: [7000000, 7000001], to: [0.9, 0.1]})";
    const { out } = await anneal(["plot", spike, "--steps", "1e7"]);
    // Its upper end stands at the place of its step.
    expect([...(out.split("\n")[0] ?? "")].findIndex(dotted)).toBe(12 + Math.floor(0.7 * 68));
  });

  it("shows both ends of cycles that are shorter than a column", async () => {
    const cycles = "repeat({plan: linear({from: 1, to: 0, over: 64})})";
    const { out } = await anneal(["plot", cycles, "--steps", `${64 * 64 * 136 * 8}`]);
    // Every column is full, whichever place of a cycle equal distances would fall on.
    expect(out.split("\n")[8]).toMatch(/⣿{60}/);
  });

  it("has a legend for several, which fits, and tells files of one name apart", async () => {
    mkdirSync(join(folder, "b"));
    const other = file("b/plan.json", multiStep({ milestones: [300, 600] }));
    const { out } = await anneal(["plot", plan, other, plan, ...RUN], { columns: 40 });
    const legend = out.split("\n").filter((line) => /━/.test(line));
    expect(legend.length).toBe(3);
    expect(new Set(legend).size).toBe(3);
    for (const line of legend) expect([...line].length).toBeLessThanOrEqual(40);
    expect((await anneal(["plot", plan, ...RUN])).out).not.toContain("━━");
  });

  it("draws each run as long as it lasts, and a plan without an end as long as the others", async () => {
    const short = file("short.json", { program: { lr: WARMED }, run: { base: 0.1, steps: 500 } });
    const { out, code } = await anneal([
      "plot",
      short,
      "linear({from: 0.1, to: 0, over: 999})",
      "constant({value: 0.02})",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ +0 +200 +400 +600 +800$/m);
    const { out: json } = await anneal([
      "plot",
      short,
      "linear({from: 0.1, to: 0, over: 999})",
      "constant({value: 0.02})",
      "--json",
    ]);
    const { curves } = JSON.parse(json);
    expect(curves.map(({ values }: { values: unknown[] }) => values.filter((value) => value !== null).length)).toEqual([
      500, 999, 999,
    ]);
    const alone = await anneal(["plot", "constant({value: 0.02})"]);
    expect(alone).toMatchObject({ code: 2, out: "" });
    expect(alone.err).toContain("--steps");
  });

  it("draws hyperparameters apart, and those alone that are asked for", async () => {
    const cycle = 'oneCycle({peak: 0.3, over: 400, momentum: "momentum"})';
    const both = await anneal(["plot", cycle]);
    expect(both.out).toMatch(/^lr\n[\s\S]*^momentum\n/m);
    const one = await anneal(["plot", cycle, "--only", "momentum"]);
    expect(one.out).not.toMatch(/^lr$/m);
    expect(one.out).toContain(" 0.94 ┤");
    const none = await anneal(["plot", cycle, "--only", "momentum,beta"]);
    expect(none).toMatchObject({ code: 2, out: "", err: "anneal: --only beta: there are lr, momentum\n" });
  });

  it("draws every group, with its own base rate", async () => {
    const stdin = JSON.stringify({
      program: { lr: [WARMED, { kind: "constant", value: "0.5x" }] },
      run: { base: 0.1, steps: 300 },
    });
    const { out } = await anneal(["plot", "-"], { stdin });
    expect(out).toMatch(/━a━ - group 0\n +━b━ - group 1\n$/);
    const { curves } = JSON.parse((await anneal(["plot", "-", "--json"], { stdin })).out);
    expect(curves.map(({ group, values }: { group: number; values: number[] }) => [group, values[100]])).toEqual([
      [0, 0.1],
      [1, 0.05],
    ]);
  });

  it("leaves out of a logarithmic scale what would flatten it", async () => {
    const { out } = await anneal(["plot", plan, ...RUN, "--log"]);
    expect(out).toContain("below 1e-7 left out");
    expect(out).toMatch(/^ +0\.1 ┤/);
    const whole = await anneal(["plot", "multiStep({milestones: [300]})", ...RUN, "--log"]);
    expect(whole.out).not.toContain("left out");
    expect((await anneal(["plot", "constant({value: 0})", "--steps", "10", "--log"])).out).toContain(
      "no value above 0",
    );
  });

  it("counts epochs where the source does", async () => {
    const each = await anneal([
      "plot",
      "multiStep({milestones: [30]})",
      "--base",
      "1",
      "--steps",
      "90",
      "--steps-per-epoch",
      "1",
    ]);
    expect(each.out.trimEnd()).toMatch(/epochs$/);
    const mixed = file("epochs.json", { program: { lr: WARMED }, run: { base: 0.1, steps: 900, stepsPerEpoch: 1 } });
    const { err, out } = await anneal(["plot", mixed, "linear({from: 0.1, to: 0, over: 90})"]);
    expect(out).toContain("steps");
    expect(err).toContain("epochs.json counts epochs and linear(");
  });

  it("colours only where there are colours", async () => {
    expect((await anneal(["plot", plan, ...RUN], { colors: true })).out).toContain("\u001b[36m");
    expect((await anneal(["plot", plan, ...RUN])).out).not.toContain("\u001b");
  });

  it("names the source that cannot be read against its run", async () => {
    const { code, err } = await anneal(["plot", plan, "--steps", "50", "--base", "1"]);
    expect(code).toBe(2);
    expect(err).toMatch(/plan\.json:\d+:\d+: parts\[1\]\.over: /);
  });
});

describe("anneal plot to a file", () => {
  const to = (name: string) => join(folder, name);

  it("writes a picture as SVG, with title and theme", async () => {
    const { code, out, err } = await anneal([
      "plot",
      plan,
      ...RUN,
      "-o",
      to("x.svg"),
      "--title",
      "A & B",
      "--theme",
      "dark",
    ]);
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
    const svg = readFileSync(to("x.svg"), "utf8");
    expect(svg).toContain("<title>A &amp; B</title>");
    expect(svg).not.toContain("prefers-color-scheme");
  });

  it("writes a picture as PNG, twice as wide", async () => {
    const { code } = await anneal(["plot", plan, ...RUN, "-o", to("x.PNG"), "--width", "300", "--height", "200"]);
    expect(code).toBe(0);
    const png = readFileSync(to("x.PNG"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 400]);
  });

  it("writes every value as CSV, and empty fields after a run's end", async () => {
    const name = 'a, "b".json';
    const { err } = await anneal([
      "plot",
      file(name, WARMED),
      "linear({from: 1, to: 0, over: 3})",
      "--base",
      "0.1",
      "--steps",
      "200",
      "-o",
      to("x.csv"),
    ]);
    expect(err).toBe("");
    const lines = readFileSync(to("x.csv"), "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe('step,"a, ""b"".json","linear({from: 1, to: 0, over: 3})"');
    expect(lines.length).toBe(201);
    expect(lines[51]).toBe("50,0.05,0");
  });

  it("writes every value as JSON, the same as --json prints", async () => {
    await anneal(["plot", plan, ...RUN, "-o", to("x.json")]);
    const text = readFileSync(to("x.json"), "utf8");
    expect((await anneal(["plot", plan, ...RUN, "--json"])).out).toBe(text);
    const { unit, every, steps, curves } = JSON.parse(text);
    expect({ unit, every }).toEqual({ unit: "step", every: 1 });
    expect(steps).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(curves).toMatchObject([{ name: "plan.json", hyperparameter: "lr", group: 0 }]);
    expect(curves[0].values[100]).toBe(0.1);
  });

  it("writes some of more than a million values, the last among them, and says so", async () => {
    const { err } = await anneal(["plot", plan, "--base", "0.1", "--steps", "2500001", "-o", to("long.csv")]);
    expect(err).toContain("values 3 steps apart");
    const lines = readFileSync(to("long.csv"), "utf8").trimEnd().split("\n");
    expect(lines.length - 1).toBeLessThanOrEqual(1_000_001);
    expect(lines.slice(1, 3).map((line) => line.split(",")[0])).toEqual(["0", "3"]);
    expect(lines.at(-1)).toMatch(/^2500000,/);
  });

  it("refuses what it cannot write, and leaves nothing behind", async () => {
    const before = readdirSync(folder).sort();
    const cases = [
      [["-o", to("x.gif")], "expected a name that ends with .svg, .png, .csv, .json"],
      [["-o", to("none/x.svg")], "there is no such folder"],
      [["-o", to("y.svg"), "--json"], "only one of them"],
      [["-o", to("y.svg"), "--theme", "blue"], "--theme blue"],
      [["-o", to("y.png"), "--theme", "auto"], "a .png is light or dark"],
      [["-o", to("y.svg"), "--width", "5"], "--width: expected a number from 240 to 2000"],
      [["--width", "5"], "--width: expected a number from 20 to 1000"],
    ] as const;
    for (const [words, why] of cases) {
      const { code, out, err } = await anneal(["plot", plan, ...RUN, ...words]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(why);
    }
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(existsSync(to("y.svg"))).toBe(false);
  });
});
