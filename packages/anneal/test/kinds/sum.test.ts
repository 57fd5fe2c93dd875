import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  exponential,
  linear,
  type Part,
  type Plan,
  piecewise,
  product,
  repeat,
  schedule,
  sequence,
  sum,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const line = linear({ from: 0, to: 1, over: 8 });
const stairs = exponential({ from: 1, factor: 0.5, every: 4, staircase: true });

describe("sum", () => {
  it.each([
    [sum(line), {}],
    [sum(cosine({ from: "1x", to: 0, over: 100 }), constant({ value: "0.1x" })), { base: 0.1 }],
    [sum(linear({ from: 1, to: 0, over: "rest" }), stairs, line), { steps: 50 }],
    [sum(constant({ value: 2, over: "1 epoch" }), product(line, stairs)), { stepsPerEpoch: 7 }],
  ])("obeys the laws: %j in %j", laws);

  it("is PyTorch's CyclicLR with exp_range: a floor, and a triangle under a decay", () => {
    const [low, high, gamma] = [0.1, 0.7, 0.9];
    const triangle = sequence(linear({ from: 0, to: 1, over: 2 }), linear({ from: 1, to: 0, over: 4 }));
    const decay = exponential({ from: high - low, factor: gamma, every: 1 });
    const lr = schedule(sum(constant({ value: low }), product(decay, repeat({ plan: triangle }))));
    const share = [0, 0.5, 1, 0.75, 0.5, 0.25];
    const steps = Array.from({ length: 30 }, (_, t) => t);
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: low + (high - low) * (share[t % 6] as number) * gamma ** t })),
    );
  });

  it("adds in the order of its terms, to the last bit", () => {
    const terms = [0.1, 0.3, 0.7, 1 / 3].map((value) => linear({ from: value, to: value / 3, over: 30 }));
    const lr = schedule(sum(...terms));
    const each = terms.map((term) => schedule(term));
    for (let t = 0; t < 40; t++) expect(lr(t)).toBe(each.map((term) => term(t)).reduce((all, value) => all + value));
  });

  it("takes levels of the base in all of its terms, and what came before in the first", () => {
    const lr = schedule(sum(constant({ value: "1x" }), line, constant({ value: "0.5x" })), { base: 2 });
    expect([0, 8].map(lr)).toEqual([3, 4]);
    const plan = sequence(line, sum(constant({ value: "last" }), constant({ value: 2 })));
    expect(schedule(plan)(9)).toBe(3);
    const second = sequence(line, sum(constant({ value: 2 }), constant({ value: "last" })));
    expect(messageOf(() => schedule(second))).toBe(
      'parts[1].terms[1].value: expected a level before to resolve it, received "last"',
    );
  });

  it("lasts as long as its first term, and leaves behind what it held just before it was cut", () => {
    const after = (...parts: (Plan | Part)[]) =>
      schedule({ kind: "sequence", parts: [...parts, constant({ value: "last" })] } as Plan)(99);
    expect(after(sum(line, stairs))).toBe(1.25);
    expect([2, 4, 6].map((until) => after({ plan: sum(line, stairs), until }))).toEqual([1.25, 1.5, 1.25]);
    expect(pathsOf(sequence(sum(stairs, line), line))).toEqual(["parts[0]"]);
  });

  it("ends at the largest number there is", () => {
    const huge: Plan = constant({ value: Number.MAX_VALUE });
    expect(schedule(sum(huge, huge, line))(4)).toBe(Number.MAX_VALUE);
    expect(schedule(sum(huge, piecewise({ from: 0, at: [3], to: [1e308] })))(4)).toBe(Number.MAX_VALUE);
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(sum(line));
    expect(messageOf(() => schedule(sum()))).toBe(
      "terms: expected a list of 1 to 100,000 entries, received a list of 0",
    );
    expect(pathsOf({ kind: "sum", terms: [line, { ...line, over: -1 }] })).toEqual(["terms[1].over"]);
    const wide = sum(...Array.from({ length: 5000 }, (_, i) => piecewise({ from: 1, at: [i + 1], to: [1] })));
    expect(messageOf(() => schedule(wide))).toMatch(/^expected at most 1,000,000 changes of value/);
  });
});
