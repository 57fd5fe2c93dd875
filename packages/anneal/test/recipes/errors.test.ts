import { describe, expect, it } from "vitest";
import { multiStep, schedule, step, warmupMultiFactor } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const LIST = "a list of 0 to 100,000 entries";
const TIME = 'a time (5, "5 epochs", "5%", "5 tokens")';

describe("a recipe refuses a wrong option under the option's own name", () => {
  it.each<[unknown, string]>([
    [{ milestones: [30, 20] }, "milestones[1]: expected more than 30, received 20"],
    [{ milestones: ["30 epochs", "20 epochs"] }, 'milestones[1]: expected more than 30 epochs, received "20 epochs"'],
    [{ milestones: ["30%", "30%"] }, 'milestones[1]: expected more than 30%, received "30%"'],
    [{ milestones: [-1] }, `milestones[0]: expected ${TIME} from 0, received -1`],
    [{ milestones: ["rest"] }, `milestones[0]: expected ${TIME} from 0, received "rest"`],
    [{ milestones: 30 }, `milestones: expected ${LIST}, received 30`],
    [{ milestones: [], factor: -1 }, "factor: expected a finite number from 0, received -1"],
    [{ milestones: [], factor: Number.NaN }, "factor: expected a finite number from 0, received NaN"],
    [{ milestones: [], gamma: 0.1 }, 'expected one of milestones, factor, first, inclusive, received "gamma"'],
    [{ milestones: [], first: 2 }, "first: expected a whole number from 0 below 2, received 2"],
    [{ milestones: [], inclusive: "no" }, 'inclusive: expected one of true, false, received "no"'],
    [
      { milestone: [30] },
      `expected one of milestones, factor, first, inclusive (did you mean "milestones"?), received "milestone"\nmilestones: expected ${LIST}, received undefined`,
    ],
    [undefined, "expected an object with milestones, factor, first, inclusive, received undefined"],
  ])("multiStep(%j)", (options, message) => {
    expect(messageOf(() => multiStep(options as never))).toBe(message);
  });

  it.each<[unknown, string]>([
    [{ every: 0 }, `every: expected ${TIME} above 0, received 0`],
    [{ every: "0 epochs" }, `every: expected ${TIME} above 0, received "0 epochs"`],
    [{ every: "rest" }, `every: expected ${TIME} above 0, received "rest"`],
    [
      { every: -3, factor: "0.1" },
      `every: expected ${TIME} above 0, received -3\nfactor: expected a finite number from 0, received "0.1"`,
    ],
    [
      { evry: 3 },
      `expected one of every, factor (did you mean "every"?), received "evry"\nevery: expected ${TIME} above 0, received undefined`,
    ],
  ])("step(%j)", (options, message) => {
    expect(messageOf(() => step(options as never))).toBe(message);
  });

  it.each<[object, string]>([
    [{ factor: 0 }, "factor: expected a finite number above 0, received 0"],
    [{ warmup: -1 }, `warmup: expected ${TIME} from 0, received -1`],
    [{ from: "-1x" }, 'from: expected a level (0.01, "0.1x") from 0, received "-1x"'],
    [{ from: "last" }, 'from: expected a level (0.01, "0.1x") from 0, received "last"'],
    [
      { strategy: "cosin" },
      'strategy: expected one of linear, constant, exponential, cosine (did you mean "cosine"?), received "cosin"',
    ],
    [{ milestones: [4, 30] }, "milestones[0]: expected at least warmup (5), received 4"],
    [{ milestones: [30, 20] }, "milestones[1]: expected more than 30, received 20"],
    [
      { milestones: ["4 epochs"], warmup: "5 epochs" },
      'milestones[0]: expected at least warmup (5 epochs), received "4 epochs"',
    ],
  ])("warmupMultiFactor(%j)", (wrong, message) => {
    const options = { milestones: [30], warmup: 5, ...wrong };
    expect(messageOf(() => warmupMultiFactor(options as never))).toBe(message);
  });

  it("all that is wrong at once", () => {
    const options = { factor: 0, milestones: [4], warmup: 5, strategy: "x" };
    expect(issuesOf(() => warmupMultiFactor(options as never)).map(({ path }) => path)).toEqual([
      "factor",
      "strategy",
      "milestones[0]",
    ]);
  });
});

describe("what only the run can tell is refused when the plan is read", () => {
  it("a milestone below the end of warm-up in another unit", () => {
    const plan = warmupMultiFactor({ milestones: [30], warmup: "5 epochs" });
    expect(messageOf(() => schedule(plan, { base: 1, stepsPerEpoch: 7 }))).toBe(
      "parts[1].plan.at[0]: expected a time from step 35 on, received 30",
    );
    expect(schedule(plan, { base: 1, stepsPerEpoch: 6 })(30)).toBe(0.1);
  });

  it("milestones in several units that are out of order", () => {
    const plan = multiStep({ milestones: ["3 epochs", 20] });
    expect(issuesOf(() => schedule(plan, { base: 1, stepsPerEpoch: 7 })).map(({ path }) => path)).toEqual(["at[1]"]);
    expect(schedule(plan, { base: 1, stepsPerEpoch: 6 })(20)).toBe(0.01);
  });

  it("a start of 0 from which no ratio leads up", () => {
    const plan = warmupMultiFactor({ milestones: [], warmup: 5, from: 0, strategy: "exponential" });
    expect(issuesOf(() => schedule(plan, { base: 1 })).map(({ path }) => path)).toEqual(["parts[0].from"]);
  });
});
