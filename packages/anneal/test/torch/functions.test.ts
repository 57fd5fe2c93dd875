import { describe, expect, it } from "vitest";
import { schedule } from "../../src/index.ts";
import { LambdaLR, MultiplicativeLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { at, optimizerOf, walk } from "./walk.ts";

describe("LambdaLR", () => {
  it("multiplies the base by a function of the epoch", () => {
    const optimizer = optimizerOf(0.5);
    const scheduler = new LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch) });
    expect(walk(optimizer, scheduler, 3)).toEqual([0.5, 0.25, 0.5 / 3, 0.125]);
    expect(at(optimizer, scheduler, [4, 1, 0.25])).toEqual([0.1, 0.25, 0.4]);
  });

  it("has one function for each group, where a list is given", () => {
    const optimizer = optimizerOf(1, 10);
    const scheduler = new LambdaLR(optimizer, { lrLambda: [(epoch) => 0.5 ** epoch, () => 0.1] });
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([0.5, 1]);
  });

  it("names its function in the plan, so that the plan can be built elsewhere", () => {
    const lrLambda = (epoch: number) => 0.5 ** epoch;
    const { plan } = new LambdaLR(optimizerOf(1), { lrLambda });
    const factors = [
      { kind: "constant", value: "1x" },
      { kind: "custom", name: "lrLambda" },
    ];
    expect(plan).toEqual({ kind: "product", factors });
    expect(schedule(plan as never, { base: 4 }, { functions: { lrLambda } })(2)).toBe(1);
    const lists = new LambdaLR(optimizerOf(1, 1), { lrLambda: [lrLambda, lrLambda] }).plan;
    expect(JSON.stringify(lists)).toContain('"lrLambda[1]"');
  });

  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["-1", -1],
    ["Infinity", Number.POSITIVE_INFINITY],
    ['"1"', "1"],
    ["undefined", undefined],
  ])("refuses a function that returns %s, and changes nothing", (received, value) => {
    const optimizer = optimizerOf(1, 1);
    const lrLambda = (epoch: number) => (epoch === 3 ? (value as number) : 0.5);
    const scheduler = new LambdaLR(optimizer, { lrLambda: [() => 0.25, lrLambda] });
    scheduler.step(2);
    expect(messageOf(() => scheduler.step())).toBe(
      `lrLambda[1](3): expected a finite number from 0, received ${received}`,
    );
    expect([scheduler.lastEpoch, ...scheduler.getLastLr()]).toEqual([2, 0.25, 0.5]);
    scheduler.step(4);
    expect(scheduler.lastEpoch).toBe(4);
  });

  it("refuses at construction what the function returns for the first epoch", () => {
    const optimizer = optimizerOf(1);
    expect(messageOf(() => new LambdaLR(optimizer, { lrLambda: () => -1 }))).toBe(
      "lrLambda(0): expected a finite number from 0, received -1",
    );
    expect(optimizer).toEqual(optimizerOf(1));
    new LambdaLR(optimizer, { lrLambda: () => 2 }).step();
    expect(optimizer.paramGroups[0]?.lr).toBe(2);
  });
});

describe("MultiplicativeLR", () => {
  it("multiplies the rate in each epoch after the first", () => {
    const optimizer = optimizerOf(1);
    const asked: number[] = [];
    const lrLambda = (epoch: number) => {
      asked.push(epoch);
      return 1 / epoch;
    };
    expect(walk(optimizer, new MultiplicativeLR(optimizer, { lrLambda }), 4)).toEqual([
      1,
      1,
      1 / 2,
      1 / 2 / 3,
      1 / 2 / 3 / 4,
    ]);
    expect(asked).toEqual([1, 2, 3, 4]);
  });

  it("goes anywhere: forwards through all epochs between, back from the beginning", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new MultiplicativeLR(optimizer, { lrLambda: (epoch) => (epoch % 2 ? 0.5 : 0.25) });
    expect(at(optimizer, scheduler, [5, 5, 2, 2.5, 3.5, 0])).toEqual([2 ** -7, 2 ** -7, 0.125, 0.125, 0.0625, 1]);
  });

  it("keeps its rates in the state and has no plan", () => {
    const optimizer = optimizerOf(1, 2);
    const scheduler = new MultiplicativeLR(optimizer, { lrLambda: [() => 0.5, () => 0.25], lastEpoch: 1 });
    expect(scheduler.plan).toBeUndefined();
    expect(scheduler.stateDict()).toMatchObject({ position: 2, rates: [0.25, 0.125], bases: { lr: [1, 2] } });
    const asked: number[] = [];
    const lrLambda = (epoch: number) => asked.push(epoch) * 0 + 1;
    const again = new MultiplicativeLR(optimizerOf(7, 7), { lrLambda: [lrLambda, lrLambda] });
    again.loadStateDict(scheduler.stateDict());
    expect([again.getLastLr(), asked]).toEqual([[0.25, 0.125], []]);
  });

  it("refuses a function that returns no rate, and changes nothing", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new MultiplicativeLR(optimizer, { lrLambda: (epoch) => (epoch === 3 ? Number.NaN : 0.5) });
    scheduler.step(2);
    expect(messageOf(() => scheduler.step(9))).toBe("lrLambda(3): expected a finite number from 0, received NaN");
    expect([scheduler.lastEpoch, ...scheduler.getLastLr()]).toEqual([2, 0.25]);
    expect(scheduler.stateDict().rates).toEqual([0.25]);
  });

  it("stays finite", () => {
    const optimizer = optimizerOf(1);
    new MultiplicativeLR(optimizer, { lrLambda: () => 10 }).step(1000);
    expect(optimizer.paramGroups[0]?.lr).toBe(Number.MAX_VALUE);
  });

  it("refuses to go further at once than it can in a moment", () => {
    const scheduler = new MultiplicativeLR(optimizerOf(1), { lrLambda: () => 1 });
    expect(messageOf(() => scheduler.step(1e300))).toBe("epoch: expected at most 1e8 steps ahead, received 1e+300");
    expect(scheduler.lastEpoch).toBe(0);
  });
});
