import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as core from "../../src/index.ts";
import * as torch from "../../src/torch/index.ts";
import { coveragePage } from "./coverage/page.ts";
import { SHAPES } from "./coverage/shapes.ts";
import { DIFFERENCES } from "./differences.ts";

describe("docs/coverage.md", () => {
  it("is what `npm run coverage` writes, but for the last digits that another engine computes", () => {
    const page = readFileSync(new URL("../../../../docs/coverage.md", import.meta.url), "utf8");
    const rough = (text: string): string[] => text.replaceAll(/\d\.\de-\d+ \| \d*/g, "…").split("\n");
    expect(rough(page)).toEqual(rough(coveragePage()));
  });

  it("lists no difference that is not there", () => {
    const page = coveragePage();
    expect(Object.keys(DIFFERENCES).filter((name) => !page.includes(`${name}: `))).toEqual([]);
  });

  it("names for each of the 57 shapes something that is exported", () => {
    expect(SHAPES.length).toBe(57);
    expect(new Set(SHAPES.map(({ shape }) => shape)).size).toBe(57);
    const exported = new Set([...Object.keys(core), ...Object.keys(torch).map((name) => `anneal/torch:${name}`)]);
    expect(SHAPES.flatMap(({ names }) => names).filter((name) => !exported.has(name))).toEqual([]);
  });
});
