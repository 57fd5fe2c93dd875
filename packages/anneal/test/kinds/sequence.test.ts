import { describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  cosineWave,
  exponential,
  linear,
  type Part,
  type Plan,
  piecewise,
  product,
  repeat,
  schedule,
  sequence,
  shift,
  sum,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const line = linear({ from: 0, to: 1, over: 8 });
const forever = constant({ value: 5 });

/** The values of a sequence at each of its first steps. */
function first(count: number, parts: readonly (Plan | Part)[], run = {}): number[] {
  return Array.from(schedule({ kind: "sequence", parts }, run).fill(new Float64Array(count)));
}

describe("sequence", () => {
  it.each([
    [
      sequence(linear({ from: 0, to: "1x", over: 5 }), cosine({ from: "last", to: 0, over: "rest" })),
      { base: 0.1, steps: 105 },
    ],
    [sequence({ plan: line, until: 3 }, { plan: forever, until: 4 }, { plan: line, clock: "global" }), {}],
    [sequence(sequence(line, constant({ value: 2, over: 1 })), sequence(forever)), {}],
    [
      sequence({ plan: sequence(line, cosine({ from: 1, to: 0, over: "rest" })), until: "2 epochs" }),
      { stepsPerEpoch: 9 },
    ],
    [sequence({ plan: exponential({ from: 1, factor: 0.5, every: 2 }), until: 6 }), {}],
  ] as const)("obeys the laws: %j in %j", laws);

  it("begins a part where the one before it ends, already at that step", () => {
    expect(first(12, [line, forever]).slice(6)).toEqual([0.75, 0.875, 5, 5, 5, 5]);
    expect(first(5, [constant({ value: 1, over: 1.5 }), forever])).toEqual([1, 1, 5, 5, 5]);
  });

  it("holds the last value after its end", () => {
    expect(first(4, [constant({ value: 1, over: 1 }), linear({ from: 2, to: 3, over: 1 })])).toEqual([1, 2, 3, 3]);
  });
});

describe("until", () => {
  it("cuts a part short", () => {
    expect(first(6, [{ plan: line, until: 3 }, forever])).toEqual([0, 0.125, 0.25, 5, 5, 5]);
  });

  it("lets a part hold its last value when it is longer than the part", () => {
    expect(first(12, [{ plan: line, until: 10 }, forever]).slice(7)).toEqual([0.875, 1, 1, 5, 5]);
  });

  it("is on the clock of the sequence, not of the part", () => {
    expect(first(6, [constant({ value: 1, over: 2 }), { plan: line, until: 4 }, forever])).toEqual([
      1, 1, 0, 0.125, 5, 5,
    ]);
  });

  it("ends the whole when it is the last part's, and what was reached is held", () => {
    expect(first(5, [{ plan: line, until: 2 }])).toEqual([0, 0.125, 0.25, 0.25, 0.25]);
  });

  it("may cut away a part that would begin there", () => {
    expect(first(4, [{ plan: line, until: 2 }, { plan: forever, until: 2 }, constant({ value: 7 })])).toEqual([
      0, 0.125, 7, 7,
    ]);
  });
});

describe("the clock", () => {
  const stairs = piecewise({ from: 1, at: [5, 6], to: [0.5, 0.25] });

  it("of a part is its own unless it says global", () => {
    const warm = constant({ value: 0, over: 4 });
    expect(first(12, [warm, { plan: stairs, clock: "local" }])).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 0.5, 0.25, 0.25]);
    expect(first(8, [warm, { plan: stairs, clock: "global" }])).toEqual([0, 0, 0, 0, 1, 0.5, 0.25, 0.25]);
  });

  it("shows a curve that began before its part from the middle on", () => {
    expect(first(9, [constant({ value: 9, over: 6 }), { plan: line, clock: "global" }]).slice(5)).toEqual([
      9, 0.75, 0.875, 1,
    ]);
  });

  it("is the sequence's own, not that of the sequence around it", () => {
    const inner = sequence(constant({ value: 0, over: 2 }), { plan: stairs, clock: "global" });
    expect(first(10, [constant({ value: 3, over: 2 }), inner])).toEqual([3, 3, 0, 0, 1, 1, 1, 0.5, 0.25, 0.25]);
  });

  it("lets a change fall together with the beginning of its part", () => {
    const parts = [constant({ value: 0, over: 5 }), { plan: stairs, clock: "global" }] as const;
    expect(first(7, parts).slice(4)).toEqual([0, 0.5, 0.25]);
  });
});

describe('"rest"', () => {
  const rest = constant({ value: 9, over: "rest" });
  const one = constant({ value: 1, over: 1 });

  it("is what the run leaves", () => {
    expect(first(6, [one, linear({ from: 0, to: 4, over: "rest" })], { steps: 5 })).toEqual([1, 0, 1, 2, 3, 4]);
  });

  it("in the middle leaves room for the parts after it", () => {
    expect(first(8, [one, rest, { plan: one }, constant({ value: 2, over: 2 })], { steps: 7 })).toEqual([
      1, 9, 9, 9, 1, 2, 2, 2,
    ]);
  });

  it("reaches to the next part that is fixed by until", () => {
    expect(first(7, [rest, one, { plan: one, until: 4 }, rest], { steps: 6 })).toEqual([9, 9, 1, 1, 9, 9, 9]);
  });

  it("is no time at all when nothing is left", () => {
    expect(first(4, [one, linear({ from: 5, to: 6, over: "rest" }), one], { steps: 2 })).toEqual([1, 1, 1, 1]);
  });

  it("inside a sequence is what is left for that sequence", () => {
    expect(first(7, [one, sequence(one, rest), constant({ value: 2, over: 2 })], { steps: 6 })).toEqual([
      1, 1, 9, 9, 2, 2, 2,
    ]);
    expect(first(6, [one, { plan: sequence(one, rest, constant({ value: 3, over: 1 })), until: 5 }])).toEqual([
      1, 1, 9, 9, 3, 3,
    ]);
  });

  it("of a global part is counted from the start", () => {
    const line = linear({ from: 0, to: 8, over: "rest" });
    expect(first(9, [one, { plan: line, clock: "global" }], { steps: 8 })).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("a part", () => {
  it("that has a kind and a plan is itself a plan", () => {
    const shifted = shift({ plan: line, by: 4 });
    expect(first(6, [shifted, forever])).toEqual([0.5, 0.625, 0.75, 0.875, 5, 5]);
    expect(first(3, [clamp({ plan: line, min: 0.1 }), forever])).toEqual([0.1, 0.125, 0.25]);
    const placed = { plan: shifted, until: 2, clock: "global" } as const;
    expect(first(4, [placed, repeat({ plan: constant({ value: 3, over: 1 }) })])).toEqual([0.5, 0.625, 3, 3]);
    expect(pathsOf({ kind: "sequence", parts: [{ ...shifted, until: 3 }] })).toEqual(["parts[0]"]);
  });

  it('that never ends takes "rest" for what is left for the whole', () => {
    const wave = cosineWave({ from: 0, to: 1, over: "rest" });
    expect(first(7, [{ plan: forever, until: 2 }, wave], { steps: 4 })).toEqual(
      [5, 5, 0, 0.5, 1, 0.5, 0].map((value) => expect.closeTo(value, 12)),
    );
    const alone = schedule(wave, { steps: 9 });
    expect([2, 4.5, 9].map(schedule(sequence(wave), { steps: 9 }))).toEqual([2, 4.5, 9].map(alone));
    const decay = product(exponential({ from: 1, factor: 1, every: 1 }), linear({ from: 0, to: 1, over: "rest" }));
    expect(first(5, [constant({ value: 9, over: 1 }), decay], { steps: 5 })).toEqual([9, 0, 0.25, 0.5, 0.75]);
    expect(pathsOf(sequence(wave), {})).toEqual(["parts[0].over"]);
  });

  it("is checked in its fields, as the sequence is", () => {
    refusesBadFields(sequence(line));
    const parts = [{ plan: line, until: -1 }, { plan: line, clock: "mine" }, { plan: line, until: "rest" }, line];
    expect(pathsOf({ kind: "sequence", parts })).toEqual(["parts[0].until", "parts[1].clock", "parts[2].until"]);
    expect(pathsOf({ kind: "sequence", parts: [{ until: 3 }, null, 5, [line]] })).toEqual([
      "parts[0].plan",
      ...[1, 2, 3].map((i) => `parts[${i}]`),
    ]);
  });
});

describe("a list of plans that is passed as one", () => {
  it("is told as what it is", () => {
    const list = [line, forever] as never;
    expect(messageOf(() => schedule(sequence(list)))).toBe("parts[0]: expected a plan, received a list of 2");
    const twice = [sum(list, line), product(line, list)];
    const messages = [
      "terms[0]: expected a plan, received a list of 2",
      "factors[1]: expected a plan, received a list of 2",
    ];
    expect(twice.map((plan) => messageOf(() => schedule(plan)))).toEqual(messages);
  });
});

describe("parts that take no time", () => {
  it("are passed over wherever they stand", () => {
    const none = constant({ value: 7, over: 0 });
    expect(first(3, [none, constant({ value: 1, over: 1 }), none, none, constant({ value: 2, over: 1 })])).toEqual([
      1, 2, 2,
    ]);
    expect(first(2, [constant({ value: 1, over: 1 }), none])).toEqual([1, 7]);
    expect(first(2, [none])).toEqual([7, 7]);
  });
});
