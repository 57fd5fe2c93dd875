import { schedule } from "anneal";
import { expect, it } from "vitest";
import { read } from "../../src/read.ts";

it("is told once where another framework takes it", () => {
  const text = `
from fvcore.common.param_scheduler import CompositeParamScheduler, CosineParamScheduler, LinearParamScheduler
from detectron2.solver import LRMultiplier

warm = LinearParamScheduler(0.0, 1.0)
parts = CompositeParamScheduler([warm, CosineParamScheduler(1.0, 0.0)], [0.25, 0.75], ["rescaled", "rescaled"])
`;
  const [alone, ...none] = read(text);
  expect([alone?.framework, alone?.name, none.length]).toEqual(["fvcore", "CompositeParamScheduler", 0]);
  expect([0, 10, 20, 80].map(schedule(alone?.program?.lr as never, { steps: 80 }))).toEqual([0, 0.5, 1, 0]);
  const taken = read(`${text}scheduler = LRMultiplier(optimizer, parts, max_iter=80)\n`);
  expect(taken.map(({ framework, name }) => [framework, name])).toEqual([["detectron2", "LRMultiplier"]]);
});
