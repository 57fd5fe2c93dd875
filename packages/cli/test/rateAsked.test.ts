import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const file = join(mkdtempSync(join(tmpdir(), "anneal-")), "module.py");
writeFileSync(
  file,
  `import lightning as L
import torch

class Lit(L.LightningModule):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=self.hparams.lr)
        return [optimizer], [torch.optim.lr_scheduler.StepLR(optimizer, 30)]
`,
);

it("asks for the optimizer's rate by the name that the text has for it", async () => {
  const asked = await anneal(["table", file, "--steps", "60"]);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('say --set "self.hparams.lr=…", which from needs: it is "1x"');
  for (const words of [
    ["--set", "self.hparams.lr=0.2"],
    ["--base", "0.2"],
  ]) {
    const { code, out } = await anneal(["table", file, "--steps", "60", ...words]);
    expect({ code, out: out.includes("0.2") }).toEqual({ code: 0, out: true });
  }
});
