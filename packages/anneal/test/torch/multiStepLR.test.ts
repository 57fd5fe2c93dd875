import { describe, expect, it } from "vitest";
import { MultiStepLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";

const optimizerOf = (...bases: number[]) => ({ paramGroups: bases.map((lr) => ({ lr })) });

/** The rates of a base of 0.01 in the given epochs. */
function rates(epochs: readonly number[], options: { milestones: readonly number[]; gamma?: number }): number[] {
  const optimizer = optimizerOf(0.01);
  const scheduler = new MultiStepLR(optimizer, options);
  return epochs.map((epoch) => {
    scheduler.step(epoch);
    return optimizer.paramGroups[0]?.lr as number;
  });
}

describe("MultiStepLR", () => {
  it("multiplies at each milestone", () => {
    expect(rates([0, 29, 30, 79, 80, 500], { milestones: [30, 80] })).toEqual([0.01, 0.01, 0.001, 0.001, 1e-4, 1e-4]);
  });

  it("takes milestones in any order, and a repeated one as often as it is there", () => {
    expect(rates([0, 30, 60], { milestones: [60, 30, 30] })).toEqual([0.01, 0.0001, 0.00001]);
    expect(rates([0, 30], { milestones: [] })).toEqual([0.01, 0.01]);
    expect(rates([0], { milestones: [0, 0] })).toEqual([0.0001]);
  });

  it("does not reorder the list that it was given", () => {
    const milestones = [60, 30];
    rates([0], { milestones });
    expect(milestones).toEqual([60, 30]);
  });

  it.each<[object, string]>([
    [{ milestones: [-1] }, "milestones[0]: expected a finite number from 0, received -1"],
    [{ milestones: [3, "4"] }, 'milestones[1]: expected a finite number from 0, received "4"'],
    [{ milestones: [Number.NaN] }, "milestones[0]: expected a finite number from 0, received NaN"],
    [{ milestones: 3 }, "milestones: expected a list of 0 to 100,000 entries, received 3"],
    [{ milestones: [3], gamma: Number.NaN }, "gamma: expected a finite number from 0, received NaN"],
    [
      { milestones: [3], gama: 0.1 },
      'expected one of milestones, gamma, lastEpoch (did you mean "gamma"?), received "gama"',
    ],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => new MultiStepLR(optimizerOf(1), options as never))).toBe(message);
  });
});
