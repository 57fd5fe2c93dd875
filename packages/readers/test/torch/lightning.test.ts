import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

/** A LightningModule by what its constructor takes and does, and by what it configures. */
const module = (taken: string, saved: string, given: string): string => `import lightning as L
import torch
from torch.optim.lr_scheduler import StepLR

class Lit(L.LightningModule):
    def __init__(self, ${taken}):
        super().__init__()
        ${saved}

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=self.hparams.lr)
        scheduler = StepLR(optimizer, self.hparams["size"], gamma=0.1)
        return ${given}
`;
const LISTS = "[optimizer], [scheduler]";
const TAKEN = "net, lr=0.1, size=30";
const SAVED = "self.save_hyperparameters()";

const told = (text: string) => {
  const [{ notes = [], needs = [], ...reading } = {}] = read(text);
  return { ...reading, notes: notes.map(({ text }) => text), needs: needs.map(({ name }) => name) };
};

describe("what a LightningModule configures", () => {
  test("is called without arguments: what configure_optimizers takes is by default", () => {
    const text = module(TAKEN, SAVED, LISTS)
      .replace("configure_optimizers(self)", "configure_optimizers(self, rate=0.25, drop=0.5)")
      .replace("self.hparams.lr", "rate")
      .replace("gamma=0.1", "gamma=drop");
    expect(told(text)).toMatchObject({ run: { base: 0.25 }, needs: [] });
    // A function of the text may be called with others.
    const own = text.replace("configure_optimizers", "make_optimizers");
    expect(told(own).needs).toEqual(expect.arrayContaining(["drop"]));
  });

  test("has the hyperparameters' defaults, and says so", () => {
    const { program, run, notes, needs } = told(module(TAKEN, SAVED, LISTS));
    expect(needs).toEqual([]);
    expect(run).toEqual({ base: 0.1 });
    expect(program?.lr).toMatchObject({ every: 30 });
    expect(notes).toContain("self.hparams.lr is the default 0.1 of Lit.__init__");
  });

  test("has what the module is made with", () => {
    const { run, notes, needs } = told(`${module(TAKEN, SAVED, LISTS)}\nmodel = Lit(net, lr=0.5)\n`);
    expect({ run, needs }).toEqual({ run: { base: 0.5 }, needs: [] });
    expect(notes.join()).not.toContain("default");
  });

  test.each([
    ["without a default", "net, lr, size=30", SAVED],
    ["that are not saved", TAKEN, 'self.save_hyperparameters(ignore=["net", "lr"])'],
    ["of which others are saved", TAKEN, 'self.save_hyperparameters("size")'],
  ])("asks for hyperparameters %s by their names", (_, taken, saved) => {
    expect(told(module(taken, saved, LISTS)).needs).toContain("self.hparams.lr");
  });

  test("has them of one thing that holds all", () => {
    const text = `from types import SimpleNamespace\n${module("hparams", "self.save_hyperparameters(hparams)", LISTS)}
model = Lit(dict(lr=0.2, size=5))
`;
    expect(told(text)).toMatchObject({ run: { base: 0.2 }, needs: [] });
  });

  test.each([
    [LISTS, "epoch", 'Lightning steps it once an epoch, since no "interval" says "step"'],
    ['[optimizer], [{"scheduler": scheduler, "interval": "step"}]', "update", "Lightning steps it once an update"],
    ['{"optimizer": optimizer, "lr_scheduler": scheduler}', "epoch", 'since no "interval"'],
    [
      '{"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "epoch"}}',
      "epoch",
      "Lightning steps it once an epoch",
    ],
    [
      '{"optimizer": optimizer, "lr_scheduler": dict(scheduler=scheduler, interval="step", frequency=1)}',
      "update",
      "Lightning steps it once an update",
    ],
    [
      '{"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step", "frequency": 5}}',
      "update",
      "Lightning steps it once in 5 updates",
    ],
    [
      '{"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "frequency": 3}}',
      "epoch",
      'Lightning steps it once in 3 epochs, since no "interval"',
    ],
    [
      '{"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "frequency": n}}',
      undefined,
      "how often Lightning steps it cannot be told",
    ],
  ])("%s", (given, unit, note) => {
    const { notes, ...reading } = told(module(TAKEN, SAVED, given));
    expect(reading.unit).toBe(unit);
    expect(notes.join("\n")).toContain(note);
  });

  test.each<[string, string, object]>([
    ["step", "max_steps=4000", { steps: 4000 }],
    ["step", "max_steps=-1, max_epochs=24", { epochs: 24 }],
    ["epoch", "max_epochs=24", { steps: 24 }],
    ["epoch", "max_steps=4000", {}],
    ["step", "max_steps=4000, max_epochs=24", {}],
  ])("trains by %s as long as Trainer(%s) says", (interval, given, expected) => {
    const configured = `{"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "${interval}"}}`;
    const text = `${module(TAKEN, SAVED, configured)}\nL.Trainer(${given}).fit(Model())\n`;
    const { run, epochs } = told(text);
    expect({ steps: run?.steps, epochs }).toEqual({ steps: undefined, epochs: undefined, ...expected });
  });

  test.each<[string, true | undefined]>([
    ["scheduler.step()", undefined],
    ["scheduler.step(epoch=self.current_epoch)", undefined],
    ["if metric is None:\n            scheduler.step()\n        else:\n            scheduler.step(metric)", undefined],
    ["if self.global_step > 10:\n            scheduler.step()", true],
    ["for _ in range(2):\n            scheduler.step()", true],
    ["pass", true],
  ])("is stepped as lr_scheduler_step says, where that is more than to step it: %j", (body, isUnclocked) => {
    const text = `${module(TAKEN, SAVED, LISTS)}\n    def lr_scheduler_step(self, scheduler, metric):\n        ${body}\n`;
    const { notes, ...reading } = told(text);
    expect(reading.isUnclocked).toBe(isUnclocked);
    expect(notes.some((one) => one.startsWith("lr_scheduler_step says for itself"))).toBe(isUnclocked === true);
  });
});
