import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as core from "../../src/index.ts";
import * as torch from "../../src/torch/index.ts";
import { entries } from "./coverage/entries.ts";
import { coveragePage } from "./coverage/page.ts";
import { SHAPES } from "./coverage/shapes.ts";
import { TITLES } from "./coverage/titles.ts";
import { differing, together } from "./coverage/together.ts";
import { WRITTEN } from "./coverage/written.ts";
import { DIFFERENCES } from "./differences.ts";
import { TORCH_REASONS } from "./torchReasons.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const all = entries();
const compared = all.flatMap(({ title, rows }) => rows.map((row) => ({ title, ...row })));

describe("docs/coverage.md", () => {
  it("is what `npm run coverage` writes, but for the last digits that another engine computes", () => {
    const rough = (text: string): string[] => text.replaceAll(/\| (0|\d\.\de-\d+) \| \d* \|/g, "…").split("\n");
    expect(rough(read("../../../../docs/coverage.md"))).toEqual(rough(coveragePage()));
  });

  it("has figures for every schedule of every table", () => {
    const without = compared.filter(
      ({ comparison: { positions, failures } }) => positions === 0 || failures.length > 0,
    );
    expect(without.map(({ title, name }) => `${title} ${name}`)).toEqual([]);
    expect(all.map(({ title }) => title)).toEqual(["PyTorch", "PyTorch", ...Object.values(TITLES)]);
  });

  it("lists every difference, and none that is not there", () => {
    const { different } = together(compared.map(({ comparison }) => comparison));
    expect(Object.keys(different).sort()).toEqual(Object.keys({ ...DIFFERENCES, ...TORCH_REASONS }).sort());
  });

  it("names for each of the 57 shapes something that is exported", () => {
    expect(SHAPES.length).toBe(57);
    expect(new Set(SHAPES.map(({ shape }) => shape)).size).toBe(57);
    const exported = new Set([...Object.keys(core), ...Object.keys(torch).map((name) => `anneal/torch:${name}`)]);
    expect(SHAPES.flatMap(({ names }) => names).filter((name) => !exported.has(name))).toEqual([]);
  });

  it("names for each schedule something that is exported, and that its port uses", () => {
    const folder = readdirSync(new URL("./ports", import.meta.url)).map((file) => `./ports/${file}`);
    const controllers = ["./controllers/setUps.ts", "./controllers/torch.ts"];
    const wrong = Object.entries(WRITTEN).flatMap(([framework, schedules]) => {
      const own = folder.filter((file) => file.startsWith(`./ports/${framework.replace(/64$/, "")}`));
      const source = [...own, ...controllers].map(read).join("\n");
      const names = Object.values(schedules).flatMap((here) => here.split(":")[0]?.split(" ") ?? []);
      return names.filter((name) => name && !(name in core && new RegExp(`\\b${name}\\b`).test(source)));
    });
    expect(wrong).toEqual([]);
  });
});

describe("docs/torch.md", () => {
  const page = read("../../../../docs/torch.md").replaceAll(/\s+/g, " ");

  it("has a row for each reason that PyTorch's classes differ", () => {
    expect(Object.values(TORCH_REASONS).filter((row) => !page.includes(`| ${row} |`))).toEqual([]);
  });

  it("has the figures of the tables", () => {
    const own = compared.filter(({ title, name }) => title === "PyTorch" && name !== "WarmupMultiFactorScheduler");
    const one = together(own.map(({ comparison }) => comparison));
    const number = (count: number): string => count.toLocaleString("en-US");
    const same = one.cases - one.refused - differing(one);
    expect(page).toContain(
      `of ${number(one.cases)} cases, random ones and edges, ${number(same)} are the same, ${one.refused} are refused by both, and ${differing(one)} differ as this table says`,
    );
  });
});
