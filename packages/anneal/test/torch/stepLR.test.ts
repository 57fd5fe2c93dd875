import { describe, expect, it } from "vitest";
import { StepLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";

const optimizerOf = (...bases: number[]) => ({ paramGroups: bases.map((lr) => ({ lr })) });

describe("StepLR", () => {
  it("multiplies by gamma every stepSize epochs", () => {
    const optimizer = optimizerOf(1, 8);
    const scheduler = new StepLR(optimizer, { stepSize: 3, gamma: 0.5 });
    const rates = Array.from({ length: 8 }, () => {
      const now = scheduler.getLastLr();
      scheduler.step();
      return now;
    });
    expect(rates.map(([rate]) => rate)).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25]);
    expect(rates.map(([, rate]) => rate)).toEqual([8, 8, 8, 4, 4, 4, 2, 2]);
  });

  it("has a tenth as its gamma", () => {
    const optimizer = optimizerOf(1);
    new StepLR(optimizer, { stepSize: 3 }).step(3);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.1);
  });

  it("may have a gamma of 0", () => {
    const scheduler = new StepLR(optimizerOf(1), { stepSize: 2, gamma: 0 });
    scheduler.step(1);
    expect(scheduler.getLastLr()).toEqual([1]);
    scheduler.step(2);
    expect(scheduler.getLastLr()).toEqual([0]);
  });

  it.each<[object, string]>([
    [{ stepSize: 0 }, "stepSize: expected a finite number above 0, received 0"],
    [{ stepSize: -3 }, "stepSize: expected a finite number above 0, received -3"],
    [{ stepSize: Number.NaN }, "stepSize: expected a finite number above 0, received NaN"],
    [{ stepSize: "3" }, 'stepSize: expected a finite number above 0, received "3"'],
    [{ stepSize: 3, gamma: -1 }, "gamma: expected a finite number from 0, received -1"],
    [{ stepSize: 3, factor: 0.1 }, 'expected one of stepSize, gamma, lastEpoch, received "factor"'],
    [
      { step_size: 3 },
      'expected one of stepSize, gamma, lastEpoch (did you mean "stepSize"?), received "step_size"\n' +
        "stepSize: expected a finite number above 0, received undefined",
    ],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => new StepLR(optimizerOf(1), options as never))).toBe(message);
  });
});
