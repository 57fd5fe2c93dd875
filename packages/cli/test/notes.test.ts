import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hanging } from "../src/terminal/hanging.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "notes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const script = (steps: string) => `import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
opt = torch.optim.SGD([{"params": a}, {"params": b, "lr": 0.01}], lr=0.1)
sched = CosineAnnealingLR(opt, T_max=${steps})
for epoch in range(3):
    for batch in loader:
        opt.step()
        sched.step()
`;
const rising = file("rising.py", script("90"));
const asking = file("asking.py", script("len(loader)"));
const RUN = ["--steps", "100"];

describe("notes", () => {
  const RISES = "note: rising.py: CosineAnnealingLR rises again after step 90, where its T_max ends\n";

  it.each(["plot", "table", "diff", "convert"])(
    "look the same in %s, once for all groups, beside the output",
    async (name) => {
      const words = { diff: [rising, rising], convert: [rising, "--to", "pytorch"] }[name] ?? [rising];
      const { err, out } = await anneal([name, ...words, ...RUN]);
      expect(err.split("\n").filter((line) => line.includes("rises again"))).toHaveLength(1);
      if (name !== "diff") expect(err).toContain(RISES);
      expect(err).toMatch(/^note: .*rising\.py:8\b.*: step\(\) is called once an update$/m);
      for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^(?:note: .|exact$|not exact$)/);
      expect(out).not.toContain("note:");
    },
  );

  it("are told of the sources that they are about, and of a fact only where no source has asked for it", async () => {
    const words = ["diff", rising, asking, ...RUN, "--set", "len(loader)=90", "--set", "nobody=1"];
    const { err } = await anneal(words);
    expect(err).not.toContain('"len(loader)"');
    expect(err).toContain('note: rising.py, asking.py: nothing asks for "nobody"\n');
    const check = await anneal(["check", ...words.slice(1)]);
    expect(check.out).not.toContain('"len(loader)"');
    expect(check.out).toContain('nothing asks for "nobody"');
  });

  it("and errors have lines that fit a terminal, and are whole where there is none", async () => {
    for (const errorColumns of [40, 80]) {
      const { err } = await anneal(["table", rising, ...RUN], { errorColumns });
      const lines = err.trimEnd().split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(errorColumns);
      expect(lines.every((line) => /^(?:note: | {6}\S)/.test(line))).toBe(true);
      expect(err.replaceAll(/\n {6}/g, " ")).toContain(RISES);
    }
    const hf = file(
      "hf.py",
      "from transformers import TrainingArguments, Trainer\nargs = TrainingArguments(num_train_epochs=3)\ntrainer = Trainer(args=args)\n",
    );
    const asked = await anneal(["plot", hf], { errorColumns: 60 });
    const lines = asked.err.trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.max(60, hf.length + 6));
    // The line that all of it is about is shown once.
    expect(lines.filter((line) => /^\s+\^$/.test(line))).toHaveLength(1);
    expect(asked.err.match(/say what/g)?.length).toBeGreaterThan(1);
  });
});

describe("hanging lines", () => {
  it("are indented under their text, and leave what is indented", () => {
    expect(hanging("note: one two three\nx.py:1:2: one two three\n  an excerpt that is long", 20)).toBe(
      "note: one two three\nx.py:1:2: one two\n  three\n  an excerpt that is long",
    );
    expect(hanging("note: one two three four five", 20)).toBe("note: one two three\n      four five");
    expect(hanging("说明：学习率在预定的更新之后变化了", 20)).toBe("说明：学习率在预定的\n      更新之后变化了");
    expect(hanging("one two three four five six", 1 / 0)).toBe("one two three four five six");
  });
});
