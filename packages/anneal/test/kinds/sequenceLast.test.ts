import { describe, expect, it } from "vitest";
import {
  constant,
  exponential,
  linear,
  type Part,
  type Plan,
  piecewise,
  schedule,
  sequence,
  tanh,
} from "../../src/index.ts";

const line = linear({ from: 0, to: 1, over: 8 });
const forever = constant({ value: 5 });

/** The values of a sequence at each of its first steps. */
function first(count: number, parts: readonly (Plan | Part)[]): number[] {
  return Array.from(schedule({ kind: "sequence", parts }).fill(new Float64Array(count)));
}

describe('"last"', () => {
  const held = constant({ value: "last" });

  /** What "last" is after a part. */
  function after(...parts: (Plan | Part)[]): number | undefined {
    return first(40, [...parts, held]).at(-1);
  }

  it.each<[string, number, ...(Plan | Part)[]]>([
    ["the end of a part that came to its own", 1, line],
    ["the end of a part that was held", 1, { plan: line, until: 20 }],
    ["where a curve was cut", 0.375, { plan: line, until: 3 }],
    ["what a stair held when it was cut", 0.5, { plan: piecewise({ from: 1, at: [3, 6], to: [0.5, 0.25] }), until: 5 }],
    [
      "and not the stair that was to begin there",
      0.5,
      { plan: piecewise({ from: 1, at: [3, 6], to: [0.5, 0.25] }), until: 6 },
    ],
    [
      "nor that of an exponential",
      0.5,
      { plan: exponential({ from: 1, factor: 0.5, every: 3, staircase: true }), until: 6 },
    ],
    ["but its smooth curve", 0.25, { plan: exponential({ from: 1, factor: 0.5, every: 3 }), until: 6 }],
    [
      "the same on the global clock",
      0.5,
      constant({ value: 3, over: 4 }),
      { plan: piecewise({ from: 1, at: [5, 7], to: [0.5, 0.25] }), until: 7, clock: "global" },
    ],
    ["the end of a sequence inside", 2, sequence(line, constant({ value: 2, over: 1 }))],
    ["where a sequence inside was cut, between its parts", 1, { plan: sequence(line, forever), until: 8 }],
    ["where a sequence inside was cut, within a part", 0.5, { plan: sequence(line, forever), until: 4 }],
    ["the end of a part that takes no time", 3, line, linear({ from: 2, to: 3, over: 0 })],
    ["what came before a part that was cut away", 1, line, { plan: forever, until: 8 }],
    [
      "what came before a global part that was cut away",
      1,
      line,
      { plan: piecewise({ from: 7, at: [8], to: [6] }), until: 8, clock: "global" },
    ],
    [
      "handed on through parts that repeat it",
      1,
      line,
      constant({ value: "last", over: 3 }),
      sequence(constant({ value: "last", over: 2 })),
    ],
  ])("is %s: %d", (_, expected, ...parts) => {
    expect(after(...parts)).toBe(expected);
  });

  it("may begin a sequence that is inside another", () => {
    expect(after(line, sequence(linear({ from: "last", to: 3, over: 4 })))).toBe(3);
    expect(first(11, [line, sequence(linear({ from: "last", to: 3, over: 4 }))]).slice(8)).toEqual([1, 1.5, 2]);
  });

  it("is exactly the end of a part whose fractional times do not add up", () => {
    const tenths = Array.from({ length: 60 }, (_, i) => (i + 1) / 10);
    for (const [before, over] of tenths.flatMap((a) => tenths.map((b) => [a, b] as const))) {
      const parts = [linear({ from: 0, to: 1, over: before }), tanh({ from: 1, to: 0, over }), held];
      expect(schedule({ kind: "sequence", parts })(before + over), `${before} + ${over}`).toBe(0);
    }
  });
});
