import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingOf } from "../src/source/settingOf.ts";
import { anneal } from "./fakeIo.ts";

const file = join(mkdtempSync(join(tmpdir(), "anneal-")), "train.py");
writeFileSync(
  file,
  `import torch
optimizer = torch.optim.SGD(p, lr=float(config["lr"]))
s = torch.optim.lr_scheduler.MultiStepLR(optimizer, marks, gamma=0.5)
`,
);

test.each(["[2,5]", "[2, 5]", "(2, 5)", "(2, 5,)", "[ 2 , 5 ]"])(
  "a list is given as Python writes it: %s",
  async (list) => {
    const { code, out } = await anneal(["table", file, "--set", `marks=${list}`, "--set", `config["lr"]=1`, "--csv"]);
    expect(code).toBe(0);
    expect(out).toContain("5,0.25");
  },
);

test("what is no list of numbers stays a text", async () => {
  for (const text of ["[2, a]", "2,5", "[2"]) {
    expect((await anneal(["table", file, "--set", `marks=${text}`])).code).toBe(2);
  }
});

test("a name is told in quotes that a shell takes off again", async () => {
  expect(settingOf("len(loader)")).toBe(`--set "len(loader)=…"`);
  expect(settingOf(`os.environ["LR"]`)).toBe(`--set 'os.environ["LR"]=…'`);
  expect(settingOf(`f("a", 'b')`)).toBe(`--set "f(\\"a\\", 'b')=…"`);
  const { err } = await anneal(["table", file, "--set", "marks=[2,5]"]);
  expect(err).toContain(`--set 'config["lr"]=…'`);
});

test("a call is read from standard input as it is from an argument", async () => {
  const call = "warmupCosine({\n  warmup: 500,\n})";
  const words = ["--steps", "2000", "--base", "0.1", "--csv"];
  const piped = await anneal(["table", "-", ...words], { stdin: `${call}\n` });
  expect(piped.code).toBe(0);
  expect(piped.out).toBe((await anneal(["table", call, ...words])).out);
  const python = await anneal(["table", "-", "--steps", "9"], { stdin: "import torch\ncosine(3)\n" });
  expect(python.err).toContain("Python with calls of none of theirs");
});
