import { describe, expect, it } from "vitest";
import { type Controller, constant, greedy, plateau, Scheduler } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";

/** What a scheduler of two groups says to controllers. */
function refusal(controllers: unknown): string {
  const { optimizer, writes } = recordedOptimizer(1, 2);
  const driven = { plan: constant({ value: 0.5 }), controllers: controllers as Controller };
  const message = messageOf(() => new Scheduler(optimizer, { lr: driven }));
  expect(writes).toEqual([]);
  return message;
}

const COUNT = "a whole number from 0";
const RATE = "a finite number from 0";
const BELOW_1 = "a finite number from 0 below 1";

describe("a field that is wrong is one clear error", () => {
  it.each(["minRate", "more"])("in %s, also where it is as deep as JSON can be", (name) => {
    const deep: unknown = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
    expect(refusal({ kind: "plateau", [name]: deep })).toMatch(/^lr\.controllers(\.minRate\[0\])?: expected /);
  });

  it.each<[object, string]>([
    [{ monitor: "" }, 'monitor: expected a text of length from 1 below 33, received ""'],
    [{ monitor: 5 }, "monitor: expected a text of length from 1 below 33, received 5"],
    [{ mode: "minn" }, 'mode: expected one of min, max (did you mean "min"?), received "minn"'],
    [{ patience: -1 }, `patience: expected ${COUNT}, received -1`],
    [{ patience: 1.5 }, `patience: expected ${COUNT}, received 1.5`],
    [{ patience: "3" }, `patience: expected ${COUNT}, received "3"`],
    [{ patience: Number.POSITIVE_INFINITY }, `patience: expected ${COUNT}, received Infinity`],
    [{ patience: null }, `patience: expected ${COUNT}, received null`],
    [{ cooldown: Number.NaN }, `cooldown: expected ${COUNT}, received NaN`],
    [{ rtol: -1e-4 }, `rtol: expected ${RATE}, received -0.0001`],
    [{ atol: Number.NaN }, `atol: expected ${RATE}, received NaN`],
    [{ eps: -1 }, `eps: expected ${RATE}, received -1`],
    [{ nonFinite: "good" }, 'nonFinite: expected one of bad, skip, received "good"'],
    [{ minRate: -1 }, `minRate: expected ${RATE}, received -1`],
    [{ minRate: [0, "1"] }, `minRate[1]: expected ${RATE}, received "1"`],
    [{ minRate: [0] }, "minRate: expected one number, or 2, one for each param group, received a list of 1"],
    [{ minRate: [0, 0, 0] }, "minRate: expected one number, or 2, one for each param group, received a list of 3"],
  ])("in plateau and greedy: %j", (fields, message) => {
    expect(refusal(plateau(fields))).toBe(`lr.controllers.${message}`);
    expect(refusal([plateau(), greedy(fields)])).toBe(`lr.controllers[1].${message}`);
  });

  it.each<[object, string]>([
    [{ factor: 1 }, `factor: expected ${BELOW_1}, received 1`],
    [{ factor: -0.1 }, `factor: expected ${BELOW_1}, received -0.1`],
    [{ minScale: 1 }, `minScale: expected ${BELOW_1}, received 1`],
    [{ accumulate: 0 }, "accumulate: expected a whole number above 0, received 0"],
    [{ accumulate: 1.5 }, "accumulate: expected a whole number above 0, received 1.5"],
    [{ rtol: 1.1 }, 'rtol: expected at most 1 for mode "min", received 1.1'],
  ])("in plateau: %j", (fields, message) => {
    expect(refusal(plateau(fields))).toBe(`lr.controllers.${message}`);
  });

  it.each<[object, string]>([
    [{ factor: 0 }, "factor: expected a finite number above 0 below 1, received 0"],
    [{ factor: 1 }, "factor: expected a finite number above 0 below 1, received 1"],
    [{ warmup: -1 }, `warmup: expected ${COUNT}, received -1`],
    [{ window: 0.5 }, `window: expected ${COUNT}, received 0.5`],
    [{ resetStart: -1 }, `resetStart: expected ${COUNT}, received -1`],
    [{ maxRate: Number.POSITIVE_INFINITY }, `maxRate: expected ${RATE}, received Infinity`],
    [{ maxRate: [1] }, "maxRate: expected one number, or 2, one for each param group, received a list of 1"],
    [{ minRate: 0.1, maxRate: 0.01 }, "maxRate: expected minRate or more, received 0.01"],
    [{ minRate: 0.1, maxRate: [1, 0.01] }, "maxRate: expected minRate or more, received a list of 2"],
    [{ minRate: [0.1, 2] }, "maxRate: expected minRate or more, received 1"],
  ])("in greedy: %j", (fields, message) => {
    expect(refusal(greedy(fields))).toBe(`lr.controllers.${message}`);
  });

  it("and all of them are told at once", () => {
    const broken = [plateau({ factor: 2, patience: -1 }), greedy({ factor: 0 }), plateau({ accumulate: 0 })];
    const paths = refusal(broken)
      .split("\n")
      .map((line) => line.replace(/:.*/, ""));
    const [first, second, third] = [0, 1, 2].map((i) => `lr.controllers[${i}]`);
    expect(paths).toEqual([`${first}.patience`, `${first}.factor`, `${second}.factor`, `${third}.accumulate`]);
  });

  it("but minRate may be maxRate", () => {
    const driven = { plan: constant({ value: 0.5 }), controllers: greedy({ minRate: 0.5, maxRate: 0.5 }) };
    expect(() => new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: driven })).not.toThrow();
  });

  it("but rtol above 1 has a meaning where larger is better", () => {
    const driven = { plan: constant({ value: 0.5 }), controllers: plateau({ mode: "max", rtol: 1.1 }) };
    expect(() => new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: driven })).not.toThrow();
  });
});

describe("what is no controller is one clear error", () => {
  it.each<[unknown, string]>([
    [null, "lr.controllers.kind: expected one of plateau, greedy, received undefined"],
    [5, "lr.controllers.kind: expected one of plateau, greedy, received undefined"],
    [{}, "lr.controllers.kind: expected one of plateau, greedy, received undefined"],
    [
      { kind: "platau" },
      'lr.controllers.kind: expected one of plateau, greedy (did you mean "plateau"?), received "platau"',
    ],
    [{ kind: ["plateau"] }, "lr.controllers.kind: expected one of plateau, greedy, received a list of 1"],
    [{ kind: "toString" }, 'lr.controllers.kind: expected one of plateau, greedy, received "toString"'],
    [[plateau(), undefined], "lr.controllers[1].kind: expected one of plateau, greedy, received undefined"],
    [[[plateau()]], "lr.controllers[0].kind: expected one of plateau, greedy, received undefined"],
  ])("%j", (controllers, message) => {
    expect(refusal(controllers)).toBe(message);
  });

  it("and neither is one with a field that it does not have", () => {
    const message = refusal({ kind: "plateau", threshold: 0.1, patients: 3 });
    const names =
      "kind, monitor, mode, patience, rtol, atol, cooldown, eps, nonFinite, factor, minRate, minScale, accumulate";
    expect(message).toBe(
      `lr.controllers: expected one of ${names}, received "threshold"\n` +
        `lr.controllers: expected one of ${names} (did you mean "patience"?), received "patients"`,
    );
  });
});
