import { PlanError, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { keras } from "../../src/keras/keras.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Call, Lambda } from "../../src/value.ts";
import { callsDocument, readOne } from "../readPorts.ts";

/** A function as the parser gives it: called with another number of arguments it refuses. */
function lambda(count: number, compute: (...given: readonly number[]) => number): Lambda {
  return new Lambda("schedule", (...given) => {
    if (given.length !== count)
      throw new PlanError([{ path: "schedule", expected: `${count} arguments`, received: "" }]);
    return compute(...given);
  });
}

function read(fn: Lambda, values: Values = {}): Reading {
  const call = new Call("tensorflow.keras.callbacks.LearningRateScheduler", { positional: [fn] });
  return readOne(keras, callsDocument(call), values);
}

function rates({ program, run, functions = {} }: Reading, epochs: readonly number[], base = 0.1): readonly number[] {
  return epochs.map(schedule(program?.lr as never, { base, ...run }, { functions }));
}

describe("LearningRateScheduler", () => {
  it("reads a function of the epoch, in which the rate is that of the whole epoch", () => {
    const reading = read(lambda(1, (epoch) => ((epoch as number) < 10 ? 0.01 : 0.001)));
    expect(reading.unit).toBe("epoch");
    expect(rates(reading, [0, 9, 9.9, 10, 1e6])).toEqual([0.01, 0.01, 0.01, 0.001, 0.001]);
    expect(reading.needs).toEqual([]);
  });

  it("reads one that does not use the rate it is given", () => {
    expect(rates(read(lambda(2, (epoch) => 0.5 ** (epoch as number))), [0, 1, 3])).toEqual([1, 0.5, 0.125]);
  });

  it("multiplies the rate before by each epoch's factor, from the optimizer's rate on", () => {
    const reading = read(lambda(2, (epoch, lr) => ((epoch as number) < 2 ? lr : (lr as number) * 0.5) as number));
    expect(rates(reading, [0, 1, 2, 4, 3], 8)).toEqual([8, 8, 4, 1, 2]);
    expect(reading.notes.map(({ text }) => text)).toEqual([expect.stringContaining("Each epoch multiplies")]);
  });

  it("goes on from a rate of its own where the first epoch states one", () => {
    const reading = read(lambda(2, (epoch, lr) => (epoch === 0 ? 4 : Math.max((lr as number) / 2, 1))));
    expect(rates(reading, [0, 1, 2, 3])).toEqual([4, 2, 1, 1]);
  });

  it("asks for the rate where the change is not by factors", () => {
    const floor = lambda(2, (_, lr) => Math.max((lr as number) * 0.5, 1e-3));
    const { program, needs } = read(floor);
    expect(program).toBeUndefined();
    expect(needs.map(({ name }) => name)).toEqual(["learning_rate"]);
    const told = read(floor, { learning_rate: 0.008 });
    expect(told.run).toEqual({ base: 0.008 });
    expect(rates(told, [0, 1, 2, 3, 40])).toEqual([0.004, 0.002, 0.001, 0.001, 0.001]);
  });

  it("reads one that knows some epochs only", () => {
    const list = [0.1, 0.05, 0.01];
    const at = (epoch: number): number => {
      const rate = list[epoch];
      if (rate === undefined) throw new PlanError([{ path: "schedule", expected: "an index", received: "" }]);
      return rate;
    };
    expect(rates(read(lambda(1, (epoch) => at(epoch as number))), [0, 1, 2])).toEqual(list);
    const factors = lambda(2, (epoch, lr) => (lr as number) * at(epoch as number));
    expect(rates(read(factors, { learning_rate: 2 }), [0, 1])).toEqual([0.2, 0.010000000000000002]);
  });

  it("is a plan where it has a closed form, and no table", () => {
    const kindOf = (fn: Lambda, values: Values = {}) => read(fn, values).program?.lr;
    const floored = lambda(2, (epoch) => Math.max(1e-4, 0.01 * 0.9 ** (epoch as number)));
    expect(kindOf(floored)).toMatchObject({ kind: "clamp", min: 1e-4, plan: { kind: "exponential", from: 0.01 } });
    const late = lambda(2, (epoch, lr) => ((epoch as number) < 10 ? lr : (lr as number) * Math.exp(-0.1)) as number);
    const held = {
      kind: "sequence",
      parts: [
        { kind: "constant", value: "1x" },
        { kind: "exponential", from: "1x" },
      ],
    };
    expect(kindOf(late)).toMatchObject(held);
    const told = read(late, { learning_rate: 0.01 });
    expect(told.program?.lr).toMatchObject(held);
    expect(rates(told, [9, 10, 12])).toEqual([0.01, 0.01 * Math.exp(-0.1), expect.closeTo(0.01 * Math.exp(-0.3), 15)]);
    const own = lambda(2, (epoch, lr) => (epoch === 0 ? 0.5 : (lr as number) * 0.9));
    expect(kindOf(own)).toMatchObject({ kind: "exponential", from: 0.5, factor: 0.9 });
  });

  it("refuses a function that cannot be computed", () => {
    expect(() => read(lambda(3, () => 1))).toThrow(PlanError);
  });
});
