import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("counts the epochs of plans that count those", async () => {
  const [a = "", b = ""] = [0.5, 0.4].map((gamma, i) => {
    const file = join(folder, `${i}.py`);
    const lines = [
      "import torch",
      "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)",
      `scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3, ${gamma})`,
      "for epoch in range(12):",
      "    scheduler.step()",
    ];
    writeFileSync(file, lines.join("\n"));
    return file;
  });
  const { out } = await anneal(["diff", a, b]);
  expect(out).toContain("9 of 12 epochs differ");
  expect(out).toContain("epoch 3: a is");
  expect(out).not.toContain("step");
  const { out: chinese } = await anneal(["diff", a, b, "--lang", "zh"]);
  expect(chinese).not.toContain("次更新");
});

it("says a multiple in words in Chinese", async () => {
  const words = ["constant({value: 0.01})", "constant({value: 1})", "--steps", "10", "--lang", "zh"];
  const { out } = await anneal(["diff", ...words]);
  expect(out).toContain("为 a 的 99 倍");
  expect(out).not.toContain("×");
});
