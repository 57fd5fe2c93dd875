import { schedule } from "anneal";
import { expect, it } from "vitest";
import { fastai } from "../../src/fastai/fastai.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { readAs } from "../../src/read.ts";

it("reads the fits of a notebook that imports all by a star", () => {
  const readings = readAs(
    fastai,
    parsePython(`
from fastai.vision.all import *

learn = vision_learner(dls, resnet34, metrics=error_rate)
learn.fit_one_cycle(2, 8e-3)
learn.fit_one_cycle(1, lr_max=slice(1e-6, 1e-4), pct_start=0.3)
learn.fit_flat_cos(5, 4e-3, pct_start=0.5)
sched = {"lr": combine_scheds([0.25, 0.75], [SchedCos(1e-4, 1e-3), SchedCos(1e-3, 1e-6)])}
learn.fit(5, cbs=ParamScheduler(sched))
`),
    { param_groups: 3 },
  );
  expect(readings.map(({ name }) => name)).toEqual([
    "fit_one_cycle",
    "fit_one_cycle",
    "fit_flat_cos",
    "ParamScheduler",
  ]);
  const [cycle, sliced, flat, sched] = readings.map(({ program }) =>
    [program?.lr].flat().map((plan) => schedule(plan as never, { steps: 100, stepsPerEpoch: 10 })),
  );
  expect(cycle?.map((lr) => lr(5))).toEqual([8e-3]);
  expect(sliced?.map((lr) => +lr(3).toPrecision(12))).toEqual([1e-6, 1e-5, 1e-4]);
  expect(flat?.map((lr) => lr(24))).toEqual([4e-3]);
  expect([25, 100].map(sched?.[0] as never)).toEqual([1e-3, 1e-6]);
});
