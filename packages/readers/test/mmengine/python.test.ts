import { schedule } from "anneal";
import { expect, test } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";

const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 15));

test("a configuration in Python is read, with its arithmetic and its places", () => {
  const text = `
_base_ = ['../_base_/default_runtime.py']
max_epochs = 300
base_lr = 0.004
train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=max_epochs, val_interval=10)
param_scheduler = [
    dict(type='LinearLR', start_factor=1.0e-5, by_epoch=False, begin=0, end=1000),
    dict(type='CosineAnnealingLR', eta_min=base_lr * 0.05, begin=max_epochs // 2, end=max_epochs,
         T_max=max_epochs // 2, by_epoch=True, convert_to_iter_based=True),
]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='AdamW', lr=base_lr, weight_decay=0.05))
`;
  const [asked, ...others] = readDocument(parsePython(text), {});
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ framework: "mmengine", name: "param_scheduler", needs: [{ name: "epoch_length" }] });
  const [reading] = readDocument(parsePython(text), { values: { epoch_length: 100 } });
  expect(reading?.run).toEqual({ base: 0.004, steps: 30_000, stepsPerEpoch: 100 });
  const rate = schedule(reading?.program?.lr as never, reading?.run ?? {});
  expect([0, 1000, 15_000, 22_500].map(rate)).toEqual(near([4e-8, 0.004, 0.004, 0.0021]));
});

test("a scheduler that is built by itself is read with its optimizer's rate", () => {
  const text = `
from torch.optim import SGD
from mmengine.optim import MultiStepLR
optimizer = SGD(model.parameters(), lr=0.1)
scheduler = MultiStepLR(optimizer, milestones=[3, 6], begin=2, gamma=0.5)
`;
  const [reading] = readDocument(parsePython(text), {});
  const rate = schedule(reading?.program?.lr as never, reading?.run ?? {});
  expect([4, 5, 8].map(rate)).toEqual(near([0.1, 0.05, 0.025]));
});

test("what is wrong is told with its line and column", () => {
  const text = "param_scheduler = dict(type='StepLR',\n  step_size='two')\n";
  expect(() => readDocument(parsePython(text), {})).toThrow(
    /line 2, column 13.*StepLR\(step_size\): expected a finite number/,
  );
});
