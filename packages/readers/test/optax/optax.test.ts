import { PlanError, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { optax } from "../../src/optax/optax.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Call, Lambda, Unknown, type Value } from "../../src/value.ts";
import { dictionary } from "../data.ts";
import { callsDocument, readOne } from "../readPorts.ts";

const call = (name: string, named: object) => new Call(`optax.${name}`, { named: dictionary(named) });
const read = (one: Call, values?: Values) => readOne(optax, callsDocument(one), values);

function rates({ program, functions = {} }: Reading, at: readonly number[]): readonly number[] {
  return at.map(schedule(program?.lr as never, {}, { functions }));
}

const line = (end: number) => call("linear_schedule", { init_value: 0, end_value: end, transition_steps: 10 });
const join = (schedules: Value, boundaries: Value) =>
  new Call("optax.join_schedules", { positional: [schedules, boundaries] });

describe("join_schedules", () => {
  it("reads functions of the text's own among its schedules, each on its own clock", () => {
    const falls = new Lambda("lambda count: 8 * 0.5 ** count", (count = 0) => 8 * 0.5 ** count);
    const holds = new Lambda("lambda _: 3", () => 3);
    const reading = read(join([line(1), falls, holds], [4, 7]));
    expect(rates(reading, [2, 4, 5, 6, 7, 99])).toEqual([0.2, 8, 4, 2, 3, 3]);
    expect(reading.unit).toBe("update");
  });

  it("reads schedules of schedules", () => {
    const reading = read(join([join([line(1), line(2)], [5]), line(3)], [8]));
    expect(rates(reading, [4, 6, 8, 9])).toEqual([0.4, 0.2, 0, 0.3].map((rate) => expect.closeTo(rate, 15)));
  });

  it("leaves out what has no boundary, with a note, and what a later boundary hides", () => {
    const reading = read(join([line(1), line(2), line(3)], [5]));
    expect(rates(reading, [4, 10, 15])).toEqual([0.4, 1, 2]);
    expect(reading.notes.length).toBe(1);
    expect(rates(read(join([line(1), line(2), line(3)], [9, 5])), [4, 6, 9])).toEqual(
      [0.4, 0.3, 1.2].map((rate) => expect.closeTo(rate, 14)),
    );
  });

  it("asks for what the text does not have, and takes it", () => {
    const unknown = call("cosine_decay_schedule", { init_value: 1, decay_steps: 0 });
    const asked = new Call(unknown.name, {
      named: new Map<string, Value>([
        ["init_value", 1],
        ["decay_steps", new Unknown("args.steps")],
      ]),
    });
    const whole = join([line(1), asked], [new Unknown("args.warmup")]);
    const { program, needs } = read(whole);
    expect(program).toBeUndefined();
    expect(needs.map(({ name }) => name)).toEqual(["args.steps", "args.warmup"]);
    expect(rates(read(whole, { "args.steps": 20, "args.warmup": 10 }), [10, 20, 30])).toEqual([
      1,
      expect.closeTo(0.5, 15),
      0,
    ]);
  });

  it.each([
    ["no schedules", join([], []), "at least one schedule"],
    [
      "a number for a schedule",
      join([line(1), 0.1], [5]),
      "join_schedules(schedules)[1]: expected a schedule that can be read, received 0.1",
    ],
    ["a call of something else", join([new Call("my.schedule", {})], []), "received my.schedule(…)"],
    ["a boundary below 0", join([line(1), line(2)], [-5]), "boundaries)[0]: expected a number from 0, received -5"],
  ])("refuses %s", (_, one, message) => expect(() => read(one)).toThrow(message));
});

it("asks for a boundary that is computed", () => {
  const named = { init_value: 8, boundaries_and_scales: new Map([["int(steps * 0.3)", 0.5]]) };
  const one = new Call("optax.piecewise_constant_schedule", { named: new Map<string, Value>(Object.entries(named)) });
  expect(read(one).needs.map(({ name }) => name)).toEqual(["int(steps * 0.3)"]);
  expect(rates(read(one, { "int(steps * 0.3)": 30 }), [29, 30])).toEqual([8, 4]);
});

it("takes boundaries in whatever order they are written", () => {
  const scales = new Map([
    ["60", 0.5],
    ["30", 0.25],
  ]);
  const named = new Map<string, Value>([
    ["init_value", 8],
    ["boundaries_and_scales", scales],
  ]);
  expect(rates(read(new Call("optax.schedules.piecewise_constant_schedule", { named })), [29, 30, 60])).toEqual([
    8, 2, 1,
  ]);
});

it("holds the first value where optax does: without steps, and with a rate of 0", () => {
  const decay = { init_value: 2, transition_steps: 10, decay_rate: 0, transition_begin: 0 };
  expect(rates(read(call("exponential_decay", decay)), [0, 100])).toEqual([2, 2]);
  expect(rates(read(call("exponential_decay", { ...decay, decay_rate: 0.5, transition_steps: 0 })), [100])).toEqual([
    2,
  ]);
  expect(rates(read(call("linear_schedule", { init_value: 2, end_value: 1, transition_steps: 0 })), [100])).toEqual([
    2,
  ]);
});

it("says that decay_steps counts the warm-up, once for all cycles", () => {
  const cycle = { init_value: 0, peak_value: 1, warmup_steps: 2, decay_steps: 10 };
  const reading = read(call("sgdr_schedule", { cosine_kwargs: [cycle, cycle] }));
  expect(rates(reading, [1, 2, 10, 12, 20])).toEqual([0.5, 1, 0, 1, 0]);
  expect(reading.notes.map(({ text }) => text)).toEqual([expect.stringContaining("decay_steps counts the warm-up")]);
});

describe("what optax refuses, and what this library cannot hold", () => {
  const cycle = { init_value: 0, peak_value: 1, warmup_steps: 10, decay_steps: 10 };
  it.each([
    ["cosine_decay_schedule", { init_value: 1, decay_steps: 0 }, "a number above 0, received 0"],
    ["warmup_cosine_decay_schedule", cycle, "a number above warmup_steps (10), received 10"],
    ["sgdr_schedule", { cosine_kwargs: [cycle] }, "a number above warmup_steps (10), received 10"],
    ["sgdr_schedule", { cosine_kwargs: [] }, "at least one cycle"],
    [
      "piecewise_constant_schedule",
      { init_value: 1, boundaries_and_scales: { 5: -1 } },
      "[5]: expected a scale from 0, received -1",
    ],
    [
      "piecewise_constant_schedule",
      { init_value: 1, boundaries_and_scales: { Infinity: 1 } },
      "[Infinity]: expected a finite number",
    ],
    ["cosine_onecycle_schedule", { transition_steps: 0, peak_value: 1 }, "a number above 0, received 0"],
    ["contrib.reduce_on_plateau", { rtol: 0, atol: 0 }, "rtol or atol above 0"],
    ["contrib.reduce_on_plateau", { patience: 0 }, "a whole number above 0, received 0"],
    ["constant_schedule", { value: -1 }, "received -1"],
  ])("%s(%j)", (name, named, message) => {
    expect(() => read(call(name, named))).toThrow(PlanError);
    expect(() => read(call(name, named))).toThrow(message);
  });
});
