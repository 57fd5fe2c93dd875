import { describe, expect, it } from "vitest";
import { linear, type Plan } from "../../../src/index.ts";
import { type ScheduleCallbackOptions, scheduleCallback } from "../../../src/tfjs/index.ts";
import { dataset, issuesOf, makeModel, PER_EPOCH } from "./training.ts";

const epochs = linear({ from: "1x", to: 0, over: "4 epochs" });
const rest = linear({ from: "1x", to: 0, over: "rest" });
const updates = linear({ from: 1, to: 0, over: 100 });
const tooFew = { stepsPerEpoch: 4 };

describe("a data set whose epochs have another number of updates than was said", () => {
  const train = (plan: Plan, options: Partial<ScheduleCallbackOptions>, size: number | null = null, before = {}) => {
    const model = makeModel();
    const callback = scheduleCallback(plan, { model, ...options });
    const stop = {
      onBatchEnd: (batch: number) => {
        if (batch === PER_EPOCH - 2 && "stop" in before) model.stopTraining = true;
      },
    };
    const args = { epochs: 2, verbose: 0 as const, callbacks: [callback, stop] };
    return { model, done: () => model.fitDataset(dataset(size), args) };
  };

  it.each<[Plan, number, number | null]>([
    [epochs, 4, null],
    [epochs, 6, null],
    [rest, 4, null],
    [rest, 6, PER_EPOCH],
  ])("is refused after the first epoch: %#", async (plan, stepsPerEpoch, size) => {
    const { model, done } = train(plan, { run: { stepsPerEpoch } }, size);
    const expected = "5, the updates of the epoch that is over";
    expect(await issuesOf(done)).toEqual([{ path: "run.stepsPerEpoch", expected, received: `${stepsPerEpoch}` }]);
    expect(model.optimizer.iterations).toBe(PER_EPOCH);
  });

  it.each<[string, Plan, Partial<ScheduleCallbackOptions>]>([
    ["the plan counts updates", updates, { run: tooFew }],
    ["the length of the run was given", rest, { run: { ...tooFew, steps: 10 } }],
    ["the number is right", epochs, { run: { stepsPerEpoch: PER_EPOCH } }],
    ["steps are epochs", epochs, { per: "epoch" }],
  ])("is not when %s", async (_, plan, options) => {
    const { model, done } = train(plan, options);
    await done();
    expect(model.optimizer.iterations).toBe(2 * PER_EPOCH);
  });

  it("is not when the epoch was cut short", async () => {
    const { model, done } = train(epochs, { run: { stepsPerEpoch: 9 } }, null, { stop: true });
    await done();
    expect(model.optimizer.iterations).toBe(PER_EPOCH - 1);
  });
});
