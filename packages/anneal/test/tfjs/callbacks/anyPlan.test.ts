import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { schedule } from "../../../src/index.ts";
import { scheduleCallback } from "../../../src/tfjs/index.ts";
import { FUNCTIONS } from "../../arbitrary/functions.ts";
import { type PlanInRun, planInRun } from "../../arbitrary/plan.ts";
import { runs } from "../../arbitrary/runs.ts";
import { column, fit, makeModel, PER_EPOCH } from "./training.ts";

const EPOCHS = 4;

it("any plan gives update k + 1 the rate of step k, in one fit or in several with the state as text between", async () => {
  const law = async ({ plan, run: { base, ...run } }: PlanInRun, cut: number) => {
    const model = makeModel(tf.train.sgd(base));
    const first = scheduleCallback(plan, { model, run, functions: FUNCTIONS });
    const rates = column((await fit(model, first, { epochs: cut })).batches, "lr");
    if (cut < EPOCHS) {
      const state = JSON.parse(JSON.stringify(first.state()));
      // What a compiled or loaded model has for a rate does not matter.
      model.compile({ optimizer: tf.train.adam(3), loss: "meanSquaredError" });
      const next = scheduleCallback(plan, { model, run, functions: FUNCTIONS, state });
      // The run's own length of an epoch is not that of the data here, so the epochs count from 0 or from none.
      rates.push(...column((await fit(model, next, { epochs: EPOCHS - cut })).batches, "lr"));
    }
    const lr = schedule(plan, { ...run, base }, { functions: FUNCTIONS });
    expect(rates).toEqual(lr.fill(Array<number>(EPOCHS * PER_EPOCH).fill(0)));
  };
  await fc.assert(fc.asyncProperty(planInRun, fc.integer({ min: 1, max: EPOCHS }), law), { numRuns: runs(60) });
});
