import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "diff-"));
const file = (name: string) => join(folder, name);
const linear = { kind: "linear", from: "1x", to: 0, over: 100 };
const momentum = { kind: "constant", value: 0.9 };

beforeAll(() => {
  const programs = {
    "one.json": { program: { lr: linear, momentum }, run: { base: 0.1, steps: 100 } },
    "other.json": { program: { lr: [linear, linear] }, run: { base: 0.2, steps: 90 } },
    "shorter.json": { program: { lr: linear, momentum }, run: { base: 0.1, steps: 50 } },
  };
  for (const [name, program] of Object.entries(programs)) writeFileSync(file(name), JSON.stringify(program));
});
afterAll(() => rmSync(folder, { recursive: true }));

const KERAS = "multiStep({milestones: [30, 60], inclusive: false})";
const TORCH = "multiStep({milestones: [30, 60]})";
const RUN = ["--base", "0.1", "--steps", "90"];

describe("anneal diff", () => {
  it("tells what differs, where, by how much and why", async () => {
    const { code, out } = await anneal(["diff", TORCH, KERAS, ...RUN]);
    expect(code).toBe(1);
    expect(out.split("\n").slice(0, 9).join("\n")).toBe(`a  ${TORCH}
b  ${KERAS}

lr: 2 of 90 updates differ
  first       step 30: a is 0.01, b is 0.1
  absolute    0.09 at step 30
  relative    90 % at step 60
  integrated  0.099, 2.97 % of a
  cause       changes at t >= m in a, at t > m in b`);
    expect(out).toMatch(/[\u2801-\u28ff]{5}/);
  });

  it("says that two are the same, and draws nothing", async () => {
    const { code, out } = await anneal(["diff", TORCH, TORCH, ...RUN]);
    expect([code, out]).toEqual([0, `a  ${TORCH}\nb  ${TORCH}\n\nlr: the same at all 90 updates\n`]);
  });

  it("takes what is rounded for the same up to a tolerance", async () => {
    const [a, b] = ["constant({value: 0.1})", "constant({value: 0.1000001})"];
    expect((await anneal(["diff", a, b, "--steps", "9"])).code).toBe(1);
    expect((await anneal(["diff", a, b, "--steps", "9", "--tolerance", "1e-5"])).code).toBe(0);
    expect(await anneal(["diff", a, b, "--steps", "9", "--tolerance", "2"])).toMatchObject({ code: 2, out: "" });
  });

  it("compares by hyperparameter and group, and tells that the runs differ", async () => {
    const { code, out } = await anneal(["diff", file("one.json"), file("other.json")]);
    expect(code).toBe(1);
    expect(out).toContain("the runs differ: base 0.1 and 0.2, steps 100 and 90\n");
    expect(out).toContain("lr, group 0: 90 of 90 updates differ\n");
    expect(out).toContain("lr, group 1: only in b\n");
    expect(out).toContain("momentum, group 0: only in a\n");
  });

  it("does not take a run that ends earlier for the same, unless --steps says how long both are", async () => {
    const words = ["diff", file("one.json"), file("shorter.json")];
    const { code, out } = await anneal(words);
    expect([code, out]).toEqual([1, expect.stringContaining("the runs differ: steps 100 and 50\n")]);
    expect(out).toContain("lr, group 0: the same at all 50 updates");
    expect((await anneal([...words, "--steps", "100"])).code).toBe(0);
  });

  it("compares as much of an endless run as there is room for, on the run's own clock", async () => {
    const [a, b] = ["linear({from: 1, to: 0, over: 'rest'})", "linear({from: 1, to: 0, over: '100%'})"];
    const { code, out } = await anneal(["diff", a, b, "--steps", "1e7"]);
    expect([code, out.split("\n")[3]]).toEqual([0, "lr: the same at the first 1000000 updates"]);
  });

  it("prints the documented JSON", async () => {
    const { code, out } = await anneal(["diff", TORCH, KERAS, ...RUN, "--json"]);
    expect(code).toBe(1);
    const run = { base: 0.1, steps: 90 };
    expect(JSON.parse(out)).toEqual({
      same: false,
      runs: { a: run, b: run, differing: [] },
      curves: [
        {
          ...{ key: "lr", group: 0, same: false, steps: 90, cut: false, first: 30, count: 2 },
          absolute: { value: expect.closeTo(0.09, 12), step: 30 },
          relative: { value: expect.closeTo(0.9, 12), step: 60 },
          integrated: { absolute: expect.closeTo(0.099, 12), relative: expect.any(Number) },
          values: [0.01, 0.1],
          cause: { name: "milestone", text: "changes at t >= m in a, at t > m in b" },
          metric: [],
        },
      ],
      onlyInA: [],
      onlyInB: [],
    });
  });

  it.each([40, 80, 120])("fits into %i columns", async (columns) => {
    const { out } = await anneal(["diff", "cosine({from: 1, to: 0, over: 90})", "constant({value: 1})"], { columns });
    expect(
      Math.max(
        ...out
          .split("\n")
          .slice(2)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(columns);
  });

  it("tells groups that differ in the same way once", async () => {
    const groups = (rates: string, every: number) => `import torch
opt = torch.optim.SGD([${rates}], lr=0.1)
s = torch.optim.lr_scheduler.StepLR(opt, step_size=${every})
`;
    const four = '{"params": a}, {"params": b, "lr": 0.01}, {"params": c}, {"params": d}';
    const [a, b, c] = [groups(four, 20), groups(four, 30), groups('{"params": a}', 20)].map((text, i) => {
      writeFileSync(file(`${i}.py`), text);
      return file(`${i}.py`);
    }) as [string, string, string];
    const { out } = await anneal(["diff", a, b, "--steps", "90"]);
    expect(out.match(/^lr, .*/gm)).toEqual([
      "lr, groups 0, 2–3: 60 of 90 updates differ",
      "lr, group 1: 60 of 90 updates differ",
    ]);
    const same = await anneal(["diff", a, c, "--steps", "90"]);
    expect(same.out.match(/^lr, .*/gm)).toEqual([
      "lr, group 0: the same at all 90 updates",
      "lr, groups 1–3: only in a",
    ]);
  });

  it("says what is missing", async () => {
    expect(await anneal(["diff", TORCH])).toMatchObject({ code: 2, err: expect.stringContaining("'b'") });
    const { code, err } = await anneal(["diff", "constant({value: 1})", "constant({value: 1})"]);
    expect([code, err]).toEqual([2, expect.stringContaining("--steps")]);
  });
});
