import { Resvg } from "@resvg/resvg-js";
import { frameworks } from "anneal-readers";
import { describe, expect, it } from "vitest";
import { TARGETS } from "../src/commands/convert/targetNames.ts";
import { fontsFor } from "../src/commands/plot/fonts.ts";
import { FORMATS, formatNamed, nameAmong, readerNamed } from "../src/source/frameworkNames.ts";
import { chart } from "../src/terminal/chart.ts";
import { anneal } from "./fakeIo.ts";

const GROUPS = `import torch
opt = torch.optim.SGD([{"params": a}, {"params": b, "lr": 0.01}, {"params": c}, {"params": d}], lr=0.1)
s = torch.optim.lr_scheduler.StepLR(opt, step_size=30)
`;
const plot = (stdin: string, ...more: readonly string[]) => anneal(["plot", "-", "--steps", "90", ...more], { stdin });
const line = (from: number, to: number) => ({
  at: (step: number) => from + ((to - from) * step) / 99,
  name: `${from}`,
});
const plain = { columns: 80, rows: 12, steps: 100, log: false, paint: (text: string) => text };

describe("curves that would look alike", () => {
  it("of groups with the same values are one, under their numbers", async () => {
    const { out } = await plot(GROUPS);
    expect(out).toContain("━a━ - groups 0, 2–3\n");
    expect(out).toContain("━b━ - group 1\n");
    const same = await plot(GROUPS.replace(', "lr": 0.01', ""));
    expect(same.out).toContain("━━ - groups 0–3\n");
  });

  it("of sources with the same values are one, under both names", async () => {
    const call = "cosine({from: 1, to: 0, over: 90})";
    const { out } = await anneal(["plot", call, "cosine({from: 1, to: 0, over: '90 steps'})", "--steps", "90"]);
    expect(out).toContain(`━━ ${call}\n           ━━ ${call.replace("90", "'90 steps'")}\n`);
    const differing = await anneal(["plot", call, "cosine({from: 1, to: 0.001, over: 90})", "--steps", "90"]);
    expect(differing.out).toContain("━b━ ");
  });

  it("are told apart by letters where there are no colours, also where they cross", () => {
    const drawn = chart([line(0, 1), line(1, 0), line(0, 1)], plain);
    const [picture = "", legend = ""] = drawn.split(/\n(?=\s+━)/);
    for (const letter of "abc") {
      expect(picture.split("\n").filter((row) => row.slice(12).includes(letter)).length).toBeGreaterThan(2);
      expect(drawn).toContain(`━${letter}━`);
    }
    expect(legend).not.toBe("");
    expect(chart([line(0, 1)], plain)).not.toMatch(/[a-z]/);
  });

  it("have a letter also where they are short, and none where their colours tell them", () => {
    const short = chart([{ ...line(0, 1), steps: 2 }, line(1, 0)], plain);
    expect(short.split("\n").filter((row) => /^[^━]{12}.?.?.?a/.test(row))).toHaveLength(1);
    const paint = (text: string, i: number) => `${i}${text}`;
    expect(chart([line(0, 1), line(1, 0)], { ...plain, paint })).not.toMatch(/[a-z]/);
  });
});

describe("a picture's text", () => {
  const SVG = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="system-ui, sans-serif">${text}</svg>`;
  const inked = (svg: string, fonts = fontsFor(svg)) =>
    new Resvg(svg, { font: fonts }).render().pixels.filter((value, i) => i % 4 === 3 && value > 0).length;

  it.each(["0.0123 learning rate", "Schrittweite – größer", "шаг λ €"])(
    "is there without any font of the system: %s",
    (text) => {
      const fonts = fontsFor(SVG(text));
      expect(fonts.loadSystemFonts).toBe(false);
      expect(inked(SVG(`<text y="25">${text}</text>`), fonts)).toBeGreaterThan(20 * text.length);
      expect(inked(SVG(`<text y="25" font-weight="600">${text}</text>`), fonts)).toBeGreaterThan(20 * text.length);
      expect(inked(SVG(`<text y="25">${text}</text>`), { loadSystemFonts: false })).toBe(0);
    },
  );

  it("is looked for in the system's fonts where ours do not have its letters", () => {
    expect(fontsFor(SVG("学习率")).loadSystemFonts).toBe(true);
  });
});

describe("the names of frameworks", () => {
  it("are those of all readers and all targets, in one table", () => {
    const readers = new Set(frameworks.map(({ name }) => name));
    expect(new Set(FORMATS.map(readerNamed))).toEqual(new Set([...readers, "anneal"]));
    for (const name of readers) expect(FORMATS).toContain(formatNamed(name));
    const shared = TARGETS.filter((target) => formatNamed(target) !== undefined);
    expect(shared).toContain("plan");
    for (const target of shared) expect(nameAmong(formatNamed(target) as string, TARGETS)).toBe(target);
  });

  it.each(["torch", "pytorch", "PyTorch"])("%s is read from and converted to", async (name) => {
    const from = await anneal(["convert", "-", "--from", name, "--to", name, "--steps", "90"], { stdin: GROUPS });
    expect(from.out).toContain("return StepLR(optimizer, step_size=30");
    const hf = await anneal(["convert", "constant({value: 1})", "--to", "hf", "--steps", "90"]);
    expect(hf.out).not.toBe("");
  });

  it("are suggested where they are nearly right", async () => {
    const from = await plot(GROUPS, "--from", "pytroch");
    expect(from).toMatchObject({ code: 2 });
    expect(from.err).toMatch(/^anneal: --from pytroch: did you mean pytorch\? expected one of anneal, pytorch, /);
    const to = await anneal(["convert", "constant({value: 1})", "--to", "kears"]);
    expect(to.err).toContain("--to kears: did you mean keras?");
  });

  it("are in the help and known to completions", async () => {
    expect((await anneal(["plot", "--help"], { columns: 200 })).out).toContain('"pytorch", "huggingface"');
    expect((await anneal(["completion", "bash"])).out).toMatch(/--from\) words='anneal pytorch huggingface/);
  });
});
