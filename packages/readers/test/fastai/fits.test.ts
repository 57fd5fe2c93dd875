import { schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { fastai } from "../../src/fastai/fastai.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Call, Unknown, type Value } from "../../src/value.ts";
import { callsDocument, readOne } from "../readPorts.ts";

const call = (name: string, ...positional: Value[]) => new Call(name, { positional });
const read = (one: Call, values?: Values): Reading => readOne(fastai, callsDocument(one), values);
const rates = (plan: unknown, at: readonly number[], run = {}) => at.map(schedule(plan as never, run));

describe("fits", () => {
  it("are of the learner's own rate where none is given", () => {
    const { program, needs, notes, unit } = read(call("learn.fit_flat_cos", 4));
    expect(unit).toBe("update");
    expect(needs.map(({ name }) => name)).toEqual(["lr"]);
    expect(notes).toEqual([]);
    expect(rates(program?.lr, [0, 29, 40], { base: 2, stepsPerEpoch: 10 })).toEqual([2, 2, 2e-5]);
    expect(read(call("learn.fit_flat_cos", 4), { lr: 3 }).run).toEqual({ base: 3 });
  });

  it("spread a slice over the groups, whose number is asked for", () => {
    const sliced = (...ends: Value[]) => call("learn.fit_one_cycle", 1, call("fastai.vision.all.slice", ...ends));
    const asked = read(sliced(1e-5, 1e-3));
    expect(asked.program).toBeUndefined();
    expect(asked.needs.map(({ name }) => name)).toEqual(["param_groups"]);
    const peaks = (one: Call) =>
      [read(one, { param_groups: 3 }).program?.lr].flat().flatMap((plan) => rates(plan, [25], { stepsPerEpoch: 100 }));
    expect(peaks(sliced(1e-5, 1e-3)).map((peak) => +peak.toPrecision(12))).toEqual([1e-5, 1e-4, 1e-3]);
    expect(peaks(sliced(1e-3))).toEqual([1e-4, 1e-4, 1e-3]);
    expect(peaks(sliced(null, 1e-3))).toEqual([1e-4, 1e-4, 1e-3]);
  });

  it("say whose momentum it is", () => {
    const { program, notes } = read(call("learn.fit_one_cycle", 2, 1));
    expect(rates(program?.momentum, [0, 5, 20], { stepsPerEpoch: 10 })).toEqual([0.95, 0.85, 0.95]);
    expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining("(0.95, 0.85, 0.95)")]);
  });

  it.each([
    ["no epochs", call("learn.fit_one_cycle", 0), "a number above 0, received 0"],
    ["a share above 1", call("learn.fit_flat_cos", 5, 1, 1e5, 2), "a share from 0 to 1, received 2"],
    ["cycles that do not grow", call("learn.fit_sgdr", 2, 1, 1, 1), "a number other than 1, received 1"],
    [
      "two moments",
      call("learn.fit_one_cycle", 1, 1, 25, 1e5, 0.25, null, [0.9, 0.8]),
      "three numbers, received a list of 2",
    ],
    ["a rate that is text", call("learn.fit_one_cycle", 1, "big"), 'a finite number, received "big"'],
  ])("refuse %s", (_, one, message) => expect(() => read(one)).toThrow(message));

  it("are methods, whatever the learner is called, and no functions", () => {
    expect(read(call("self.learner.fit_sgdr", 2, 1, 1)).program).toBeDefined();
    expect(() => read(call("fit_sgdr", 2, 1, 1))).toThrow("0 readings");
  });
});

describe("annealers", () => {
  const cos = (start: number, end: number) => call("fastai.callback.all.SchedCos", start, end);

  it("are read once where others take them", () => {
    const scheds = new Map<string, Value>([
      ["lr", call("fastai.vision.all.combine_scheds", [0.25, 0.75], [cos(0, 1), cos(1, 0)])],
      ["mom", call("fastai.vision.all.combined_cos", 0.5, 1, 0.8, 1)],
    ]);
    const inside = call("fastai.vision.all.combine_scheds", [0.25, 0.75], [cos(0, 1), cos(1, 0)]);
    const { program } = read(call("fastai.callback.schedule.ParamScheduler", scheds));
    expect(Object.keys(program ?? {})).toEqual(["lr", "momentum"]);
    expect(rates(program?.lr, [0, 25, 100], { steps: 100 })).toEqual([0, 1, 0]);
    expect(rates(program?.momentum, [0, 50, 100], { steps: 100 })).toEqual([1, 0.8, 1]);
    expect(rates(read(inside).program?.lr, [0, 25], { steps: 100 })).toEqual([0, 1]);
  });

  it("ask for what is unknown", () => {
    const { needs } = read(call("fastai.callback.schedule.SchedLin", new Unknown("lr"), 0));
    expect(needs.map(({ name }) => name)).toEqual(["lr"]);
  });

  it.each([
    [
      "shares that do not add up",
      call("fastai.vision.all.combine_scheds", [0.5, 0.4], [cos(0, 1), cos(1, 0)]),
      "numbers that add up to 1",
    ],
    ["too few schedules", call("fastai.vision.all.combine_scheds", [0.5, 0.5], [cos(0, 1)]), "2 schedules, received 1"],
    [
      "no schedule of the rate",
      call("fastai.callback.schedule.ParamScheduler", new Map([["mom", cos(0, 1)]])),
      "a schedule of lr",
    ],
  ])("refuse %s", (_, one, message) => expect(() => read(one)).toThrow(message));
});
