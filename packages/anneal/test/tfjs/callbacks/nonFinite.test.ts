import * as tf from "@tensorflow/tfjs-core";
import { callbacks as own } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { linear, schedule } from "../../../src/index.ts";
import { plateauCallback, scheduleCallback } from "../../../src/tfjs/index.ts";
import { column, issuesOf, makeModel, xs, ys } from "./training.ts";

const plan = linear({ from: 0.5, to: 0, over: 10 });

/** The samples, of which the fifth is broken: the loss is NaN from the third batch on. */
const broken = tf.tensor2d(
  [...xs.dataSync()].map((value, i) => (i === 8 ? Number.NaN : value)),
  [10, 2],
);

type Policy = "continue" | "stop" | "throw";

function setUp(nonFinite: Policy | undefined, first: object[] = []) {
  const model = makeModel();
  const callback = scheduleCallback(plan, { model, ...(nonFinite && { nonFinite }) });
  const logs: Record<string, number>[] = [];
  const recorder = { onBatchEnd: (_: number, log?: object) => void logs.push({ ...log }) };
  const callbacks = first.length > 0 ? [...first, callback] : [callback, recorder];
  const args = { epochs: 2, batchSize: 2, shuffle: false, verbose: 0, callbacks } as never;
  return { callback, logs, fit: () => model.fit(broken, ys, args) };
}

describe("a loss that is NaN", () => {
  it.each([undefined, "continue"] as const)("changes no rate with the policy %s", async (policy) => {
    const { fit, logs, callback } = setUp(policy);
    await fit();
    expect(column(logs, "loss").map(Number.isNaN)).toEqual(Array.from({ length: 10 }, (_, i) => i > 1));
    expect(column(logs, "lr")).toEqual(schedule(plan).fill(Array<number>(10).fill(0)));
    expect(callback.position).toBe(10);
    expect("onBatchEnd" in callback).toBe(false);
  });

  it.each([[[]], [[own.earlyStopping({ monitor: "loss" })]]])("ends the fit: %#", async (first) => {
    const { fit, callback } = setUp("stop", first);
    const { history } = await fit();
    expect(callback.position).toBe(3);
    expect(history.lr).toEqual([schedule(plan)(2)]);
  });

  it.each([[[]], [[own.earlyStopping({ monitor: "loss" })]]])("is an error: %#", async (first) => {
    const { fit, callback } = setUp("throw", first);
    expect(await issuesOf(fit)).toEqual([{ path: "loss", expected: "a finite number", received: "NaN" }]);
    expect(callback.state().position).toBe(3);
  });

  it("is bad for a plateau, and does not become the best", async () => {
    const model = makeModel();
    const plateau = plateauCallback({ model, monitor: "loss", patience: 2, factor: 0.5 });
    const { history } = await model.fit(broken, ys, { epochs: 4, verbose: 0, callbacks: plateau });
    expect(history.lr).toEqual([0.01, 0.01, 0.005, 0.005]);
    expect(plateau.state().controllers.lr?.[0]).toMatchObject({ best: null, epoch: 4, scales: [0.25] });
  });
});
