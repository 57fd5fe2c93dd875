import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  exponential,
  geometric,
  linear,
  multiStep,
  type Plan,
  parsePlan,
  piecewise,
  polynomial,
  schedule,
  sequence,
  step,
  warmupMultiFactor,
} from "../src/index.ts";
import { isDeeplyFrozen } from "./trees.ts";

describe("schedule", () => {
  it("shows its plan and its run, and saves its plan with a version", () => {
    const plan = linear({ from: 0, to: "1x", over: "5 epochs" });
    const lr = schedule(plan, { base: 0.1, stepsPerEpoch: 10 });
    expect([lr.plan, lr.run]).toEqual([plan, { base: 0.1, stepsPerEpoch: 10 }]);
    expect(JSON.parse(JSON.stringify({ lr }))).toEqual({ lr: { version: 1, ...plan } });
  });

  it("goes on as it was built when what it was built from changes", () => {
    const to = [0.5];
    const plan = { kind: "sequence", parts: [{ plan: { kind: "piecewise", from: 1, at: [3], to } }] } as const;
    const run = { base: 0.1 };
    const lr = schedule(plan, run);
    to[0] = 99;
    run.base = 99;
    expect([lr(5), lr.run.base]).toEqual([0.5, 0.1]);
    expect(lr.plan).toEqual({
      kind: "sequence",
      parts: [{ plan: { kind: "piecewise", from: 1, at: [3], to: [0.5] } }],
    });
  });

  it("takes a fact that is undefined for one that is not there", () => {
    expect(schedule(constant({ value: 1 }), { base: undefined } as never)(0)).toBe(1);
    expect(schedule({ kind: "constant", value: 1, over: undefined } as never)(0)).toBe(1);
  });

  it("gives the same numbers from the same plan, run and step, and nothing else", () => {
    const plan = warmupMultiFactor({ milestones: [30], warmup: 5, strategy: "cosine" });
    const [one, other] = [schedule(plan, { base: 0.1 }), schedule(plan, { base: 0.7 })];
    const alone = Array.from({ length: 40 }, (_, t) => schedule(plan, { base: 0.1 })(t));
    const interleaved = alone.map((_, t) => [other(40 - t), one(t)][1]);
    expect(interleaved).toEqual(alone);
  });
});

describe("what is made of plans is deeply frozen", () => {
  const over = 5;
  const line = linear({ from: 0, to: 1, over });

  it.each<[string, Plan]>([
    ["constant", constant({ value: 1 })],
    ["linear", line],
    ["cosine", cosine({ from: 1, to: 0, over })],
    ["polynomial", polynomial({ from: 1, to: 0, over, power: 2 })],
    ["geometric", geometric({ from: 1, to: 2, over })],
    ["exponential", exponential({ from: 1, factor: 0.5, every: 3 })],
    ["piecewise", piecewise({ from: 1, at: [3, 4], to: [1, 2] })],
    ["sequence", sequence(line, { plan: line, until: 9 }, { plan: multiStep({ milestones: [20] }), clock: "global" })],
    ["multiStep", multiStep({ milestones: [3, 4] })],
    ["step", step({ every: 3 })],
    ["warmupMultiFactor", warmupMultiFactor({ milestones: [30, 60], warmup: 5 })],
    [
      "parsePlan",
      parsePlan(JSON.parse('{"kind":"sequence","parts":[{"plan":{"kind":"constant","value":1},"until":5}]}')),
    ],
  ])("%s", (_, plan) => {
    expect(isDeeplyFrozen(plan)).toBe(true);
    expect(isDeeplyFrozen(schedule(plan, { base: 1 }).plan)).toBe(true);
  });

  it("while the lists that were given stay as they are", () => {
    const [at, to, milestones, parts] = [[3], [1], [30], [{ plan: line, until: 9 }]];
    piecewise({ from: 1, at, to });
    multiStep({ milestones });
    sequence(...parts);
    expect([at, to, milestones, parts, parts[0]].map(Object.isFrozen)).toEqual([false, false, false, false, false]);
  });
});
