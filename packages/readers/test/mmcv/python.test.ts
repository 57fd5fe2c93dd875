import { schedule } from "anneal";
import { expect, test } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";

test("a detector's older configuration is read", () => {
  const text = `
optimizer = dict(type='SGD', lr=0.02, momentum=0.9, weight_decay=0.0001)
optimizer_config = dict(grad_clip=None)
lr_config = dict(policy='step', warmup='linear', warmup_iters=500, warmup_ratio=0.001, step=[8, 11])
runner = dict(type='EpochBasedRunner', max_epochs=12)
`;
  const readings = readDocument(parsePython(text), {});
  expect(readings).toMatchObject([{ framework: "mmcv", name: "lr_config", unit: "update" }]);
  const rate = schedule(readings[0]?.program?.lr as never, { ...readings[0]?.run, stepsPerEpoch: 7330 });
  const expected = [2e-5, 0.01001, 0.02, 0.002, 0.0002].map((one) => expect.closeTo(one, 15));
  expect([0, 250, 500, 8 * 7330, 11 * 7330].map(rate)).toEqual(expected);
});
