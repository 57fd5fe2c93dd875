import { describe, expect, it } from "vitest";
import { WarmupMultiFactorScheduler } from "../../src/torch/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const GOOD = { milestones: [30, 60, 90] };
const OPTIONS = "factor, warmupEpochs, milestones, warmupLr, warmupStrategy, lastEpoch";
const STRATEGIES = "linear, constant, exponential, cosine";

/** Builds with options and bases of any kind, as JavaScript and JSON can. */
function build(options: unknown, ...bases: unknown[]): WarmupMultiFactorScheduler {
  const optimizer = { paramGroups: bases.map((lr) => ({ lr })) };
  return new WarmupMultiFactorScheduler(optimizer as never, options as never);
}

describe("an option of WarmupMultiFactorScheduler that is wrong", () => {
  it.each<[object, string]>([
    [{ factor: 0 }, "factor: expected a finite number above 0, received 0"],
    [{ factor: -0.1 }, "factor: expected a finite number above 0, received -0.1"],
    [{ factor: Number.NaN }, "factor: expected a finite number above 0, received NaN"],
    [{ factor: Number.POSITIVE_INFINITY }, "factor: expected a finite number above 0, received Infinity"],
    [{ factor: Number.NEGATIVE_INFINITY }, "factor: expected a finite number above 0, received -Infinity"],
    [{ factor: "0.1" }, 'factor: expected a finite number above 0, received "0.1"'],
    [{ factor: null }, "factor: expected a finite number above 0, received null"],
    [{ warmupEpochs: -1 }, "warmupEpochs: expected a finite number from 0, received -1"],
    [{ warmupEpochs: Number.NaN }, "warmupEpochs: expected a finite number from 0, received NaN"],
    [{ warmupEpochs: "5" }, 'warmupEpochs: expected a finite number from 0, received "5"'],
    [{ warmupEpochs: "5 epochs" }, 'warmupEpochs: expected a finite number from 0, received "5 epochs"'],
    [{ milestones: undefined }, "milestones: expected a list of 0 to 100,000 entries, received undefined"],
    [{ milestones: 30 }, "milestones: expected a list of 0 to 100,000 entries, received 30"],
    [{ milestones: [30, 20] }, "milestones[1]: expected more than 30, received 20"],
    [{ milestones: [30, 30] }, "milestones[1]: expected more than 30, received 30"],
    [{ milestones: [-1, 30] }, "milestones[0]: expected a finite number from 0, received -1"],
    [{ milestones: [30, Number.NaN] }, "milestones[1]: expected a finite number from 0, received NaN"],
    [{ milestones: [30, "60"] }, 'milestones[1]: expected a finite number from 0, received "60"'],
    [
      { milestones: [30, Number.POSITIVE_INFINITY] },
      "milestones[1]: expected a finite number from 0, received Infinity",
    ],
    [{ milestones: [4, 30] }, "milestones[0]: expected at least warmupEpochs (5), received 4"],
    [{ milestones: [4.999] }, "milestones[0]: expected at least warmupEpochs (5), received 4.999"],
    [{ warmupLr: -0.1 }, "warmupLr: expected a finite number from 0, received -0.1"],
    [{ warmupLr: Number.NaN }, "warmupLr: expected a finite number from 0, received NaN"],
    [{ warmupLr: "0.1" }, 'warmupLr: expected a finite number from 0, received "0.1"'],
    [{ warmupLr: [0.1, Number.NaN] }, "warmupLr[1]: expected a finite number from 0, received NaN"],
    [{ warmupLr: [0.1] }, "warmupLr: expected one number, or 2, one for each param group, received a list of 1"],
    [{ warmupLr: [] }, "warmupLr: expected one number, or 2, one for each param group, received a list of 0"],
    [{ warmupLr: [1, 2, 3] }, "warmupLr: expected one number, or 2, one for each param group, received a list of 3"],
    [
      { warmupStrategy: "lineer" },
      `warmupStrategy: expected one of ${STRATEGIES} (did you mean "linear"?), received "lineer"`,
    ],
    [{ warmupStrategy: "quadratic" }, `warmupStrategy: expected one of ${STRATEGIES}, received "quadratic"`],
    [{ warmupStrategy: 5 }, `warmupStrategy: expected one of ${STRATEGIES}, received 5`],
    [{ warmupStrategy: "__proto__" }, `warmupStrategy: expected one of ${STRATEGIES}, received "__proto__"`],
    [{ warmupStrategy: "exponential", warmupLr: 0 }, 'warmupLr: expected above 0 for "exponential", received 0'],
    [{ warmupStrategy: "exponential", warmupLr: [0.1, 0] }, 'warmupLr: expected above 0 for "exponential", received 0'],
    [{ lastEpoch: -2 }, "lastEpoch: expected a finite number from 0, received -2"],
    [{ lastEpoch: "3" }, 'lastEpoch: expected a finite number from 0, received "3"'],
    [{ warmup_epochs: 5 }, `expected one of ${OPTIONS} (did you mean "warmupEpochs"?), received "warmup_epochs"`],
    [{ gamma: 0.1 }, `expected one of ${OPTIONS}, received "gamma"`],
  ])("is one clear error: %j", (wrong, message) => {
    expect(messageOf(() => build({ ...GOOD, ...wrong }, 0.01, 0.1))).toBe(message);
  });

  it.each([undefined, null, 5, "linear", []])("is one clear error in place of all options: %j", (options) => {
    expect(issuesOf(() => build(options, 0.01))).toMatchObject([{ path: "", expected: `an object with ${OPTIONS}` }]);
  });

  it("is one clear error: a million milestones", () => {
    const milestones = Array.from({ length: 1_000_000 }, (_, i) => i + 5);
    expect(messageOf(() => build({ milestones }, 0.01))).toBe(
      "milestones: expected a list of 0 to 100,000 entries, received a list of 1000000",
    );
  });

  it("is told together with all the others", () => {
    const options = { factor: 0, milestones: [4, 3], warmupLr: [1, 2], warmupStrategy: "x", warmup: 5 };
    expect(messageOf(() => build(options, 0.01)).split("\n")).toEqual([
      `expected one of ${OPTIONS} (did you mean "warmupLr"?), received "warmup"`,
      "factor: expected a finite number above 0, received 0",
      "milestones[1]: expected more than 4, received 3",
      `warmupStrategy: expected one of ${STRATEGIES}, received "x"`,
      "milestones[0]: expected at least warmupEpochs (5), received 4",
      "warmupLr: expected one number, or 1, one for each param group, received a list of 2",
    ]);
  });
});

describe("an optimizer that WarmupMultiFactorScheduler cannot drive", () => {
  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "undefined"],
    [{}, "undefined"],
    [{ paramGroups: {} }, "[object]"],
    [{ paramGroups: [] }, "a list of 0"],
    [{ param_groups: [{ lr: 0.1 }] }, "undefined"],
  ])("is one clear error: %j", (optimizer, received) => {
    const message = `optimizer.paramGroups: expected a list of param groups (anneal/tfjs: paramGroups(optimizer)), received ${received}`;
    expect(messageOf(() => new WarmupMultiFactorScheduler(optimizer as never, GOOD))).toBe(message);
  });

  it.each<[unknown, string]>([
    [Number.NaN, "NaN"],
    [-0.1, "-0.1"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["0.1", '"0.1"'],
    [undefined, "undefined"],
  ])("is one clear error: a rate of %j", (rate, received) => {
    const message = `paramGroups[1].lr: expected a finite number from 0, received ${received}`;
    expect(messageOf(() => build(GOOD, 0.01, rate))).toBe(message);
  });

  it("is left as it was", () => {
    const optimizer = { paramGroups: [{ lr: 0.01 }, { lr: Number.NaN }] };
    expect(issuesOf(() => new WarmupMultiFactorScheduler(optimizer, GOOD))).toHaveLength(1);
    const good = { paramGroups: [{ lr: 0.01 }] };
    expect(issuesOf(() => new WarmupMultiFactorScheduler(good, { milestones: [1] }))).toHaveLength(1);
    expect([optimizer.paramGroups, good.paramGroups]).toEqual([[{ lr: 0.01 }, { lr: Number.NaN }], [{ lr: 0.01 }]]);
  });

  it("has a base of 0 where the strategy needs its logarithm", () => {
    const [issue, ...more] = issuesOf(() => build({ ...GOOD, warmupStrategy: "exponential" }, 0));
    expect([issue?.path, issue?.received, more]).toEqual(["lr.parts[0].to", "0", []]);
  });
});
