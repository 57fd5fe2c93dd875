import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { displayWidth } from "../src/terminal/displayWidth.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "resume-picture-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("the pictures", () => {
  const state = {
    ...{ version: 1, position: 3000, controllers: {}, run: { steps: 5000, samplesPerStep: 32 } },
    program: { lr: { kind: "cosine", from: "1x", to: 0, over: "rest" } },
    bases: { lr: [0.1, 0.01] },
  };

  it("draw what goes on from where it does, with a mark at the stop, and groups on axes of their own", async () => {
    const [given, svg] = [file("state.json", JSON.stringify(state)), join(folder, "join.svg")];
    await anneal(["resume", given, "--with", "steps=9000", "-o", svg]);
    const text = readFileSync(svg, "utf8");
    expect(text).toContain(">lr, group 0</text>");
    expect(text).toContain(">lr, group 1</text>");
    expect(text.match(/stroke-dasharray="2 4"/g)).toHaveLength(2);
    const starts = [...text.matchAll(/<path d="M([\d.]+) /g)].map(([, x]) => Number(x));
    const [mark] = [...text.matchAll(/x1="([\d.]+)"[^>]*stroke-dasharray="2 4"/g)].map(([, x]) => Number(x));
    const set = [76, mark, mark, mark, mark, 76 + ((760 - 24 - 76) * 5400) / 8999];
    expect(starts).toEqual([...set, ...set].map((x) => expect.closeTo(x as number, 0)));
    const strokes = [...text.matchAll(/<path [^>]*stroke="(#\w+)"/g)].map(([, color]) => color);
    expect(new Set(strokes.slice(0, 6)).size).toBe(6);
    expect(strokes.slice(6)).toEqual(strokes.slice(0, 6));
  });

  it("draw what a metric has scaled from the stop on, as it is", async () => {
    const controllers = { lr: [{ scales: [0.25, 0.25], epoch: 3, best: 1, bad: 0, cooldown: 0, count: 0, mean: 0 }] };
    const program = { lr: { plan: state.program.lr, controllers: { kind: "plateau" } } };
    const given = file("scaled.json", JSON.stringify({ ...state, program, controllers }));
    const svg = join(folder, "scaled.svg");
    await anneal(["resume", given, "--with", "steps=9000", "--policy", "keep", "-o", svg]);
    const text = readFileSync(svg, "utf8");
    const starts = [...text.matchAll(/<path d="M([\d.]+) /g)].map(([, x]) => Number(x));
    const [mark] = [...text.matchAll(/x1="([\d.]+)"[^>]*stroke-dasharray="2 4"/g)].map(([, x]) => Number(x));
    expect(starts).toEqual([mark, mark].map((x) => expect.closeTo(x as number, 0)));
    // The cosine is at 0.03455 when 3000 of 5000 updates are done, and a quarter of that is left.
    expect(text).toMatch(/>0\.008<\/text>/);
    expect(text).not.toMatch(/>0\.0[1-9]<\/text>/);
  });

  it.each([40, 80, 120])("have one letter a line in %i columns, and a mark", async (columns) => {
    const given = file("state.json", JSON.stringify(state));
    const { out } = await anneal(["resume", given, "--with", "steps=9000"], { columns });
    const letters = [...out.matchAll(/━(\w)━ (.*)/g)].map(([, letter, name]) => `${letter} ${name}`);
    const names = ["a old = keep", "b replace", "c extend", "d splice", "e rewarm", "f rescale"];
    expect(letters).toEqual([...names, ...names]);
    expect(out.match(/└.*▲/g)).toHaveLength(2);
    const body = out.split("\n").slice(1);
    expect(body.filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  it("are in the user's language, whose letters an SVG leaves to its viewer's fonts", async () => {
    const [given, svg] = [file("state.json", JSON.stringify(state)), join(folder, "zh.svg")];
    await anneal(["resume", given, "--with", "steps=9000", "-o", svg, "--lang", "zh"]);
    const text = readFileSync(svg, "utf8");
    expect(text).toContain("停在第 3000 次更新之后");
    expect(text).toContain(">原来 = keep</text>");
    expect(text).not.toContain("stopped after");
  });

  it("draw the old plan where the same data are", async () => {
    const [given, svg] = [file("state.json", JSON.stringify(state)), join(folder, "batch.svg")];
    await anneal(["resume", given, "--with", "batch=64", "-o", svg]);
    const text = readFileSync(svg, "utf8");
    const [mark] = [...text.matchAll(/x1="([\d.]+)"[^>]*stroke-dasharray="2 4"/g)].map(([, x]) => Number(x));
    expect(mark).toBeCloseTo(76 + ((760 - 24 - 76) * 1500) / 2499, 0);
    expect(text).toContain("old = keep");
  });
});
