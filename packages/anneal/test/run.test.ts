import { describe, expect, it } from "vitest";
import { constant, cosine, linear, type Plan, piecewise, type Run, schedule } from "../src/index.ts";
import { messageOf } from "./issues.ts";
import { isDeeplyFrozen } from "./trees.ts";

const FACTS = "steps, stepsPerEpoch, base, samplesPerStep, tokensPerStep";
const ramp = (changes: object) => ({ from: 32, at: [5, 8], to: [64, 128], ...changes });
const LINE: Plan = linear({ from: 0, to: 1, over: 10 });

describe("a run", () => {
  it("is kept as it was given, and frozen", () => {
    const run = { steps: 100, base: 0.1 };
    const lr = schedule(LINE, run);
    expect(lr.run).toEqual(run);
    expect([Object.isFrozen(lr.run), Object.isFrozen(run)]).toEqual([true, false]);
  });

  it("keeps a ramp of the batch size as it was given, and frozen too", () => {
    const run = { samplesPerStep: ramp({}) };
    const { samplesPerStep } = schedule(LINE, run).run;
    expect(samplesPerStep).toEqual(run.samplesPerStep);
    expect(isDeeplyFrozen(samplesPerStep)).toBe(true);
    expect(isDeeplyFrozen(run)).toBe(false);
  });

  it("that is wrong is told with what is wrong in the plan itself, and nothing that follows from it", () => {
    const plan: Plan = { kind: "linear", from: "1x", to: -1, over: "5 epochs" };
    expect(messageOf(() => schedule(plan, { base: -1, samplesPerStep: ramp({ to: 5 }) } as Run)).split("\n")).toEqual([
      "run.base: expected a finite number from 0, received -1",
      "run.samplesPerStep.to: expected a list of 2 entries, received 5",
      'to: expected a level (0.01, "0.1x") from 0, received -1',
    ]);
  });

  it.each<[unknown, string]>([
    [{ steps: 0 }, "run.steps: expected a finite number above 0, received 0"],
    [{ steps: -1 }, "run.steps: expected a finite number above 0, received -1"],
    [{ steps: Number.POSITIVE_INFINITY }, "run.steps: expected a finite number above 0, received Infinity"],
    [{ stepsPerEpoch: "250" }, 'run.stepsPerEpoch: expected a finite number above 0, received "250"'],
    [{ samplesPerStep: Number.NaN }, "run.samplesPerStep: expected a finite number above 0, received NaN"],
    [{ tokensPerStep: null }, "run.tokensPerStep: expected a finite number above 0, received null"],
    [{ base: -0.1 }, "run.base: expected a finite number from 0, received -0.1"],
    [{ stepPerEpoch: 5 }, `run: expected one of ${FACTS} (did you mean "stepsPerEpoch"?), received "stepPerEpoch"`],
    [{ samplesPerStep: [32, 64] }, "run.samplesPerStep: expected a finite number above 0, received a list of 2"],
    [{ samplesPerStep: ramp({ from: 0 }) }, "run.samplesPerStep.from: expected a finite number above 0, received 0"],
    [{ tokensPerStep: ramp({ at: 5 }) }, "run.tokensPerStep.at: expected a list of 0 to 100,000 entries, received 5"],
    [
      { samplesPerStep: ramp({ at: [5, "6"] }) },
      'run.samplesPerStep.at[1]: expected a finite number above 0, received "6"',
    ],
    [
      { samplesPerStep: ramp({ at: [0, 6] }) },
      "run.samplesPerStep.at[0]: expected a finite number above 0, received 0",
    ],
    [{ samplesPerStep: ramp({ at: [6, 6] }) }, "run.samplesPerStep.at[1]: expected more than 6, received 6"],
    [
      { samplesPerStep: ramp({ to: [64] }) },
      "run.samplesPerStep.to: expected a list of 2 entries, received a list of 1",
    ],
    [
      { samplesPerStep: ramp({ to: [64, -1] }) },
      "run.samplesPerStep.to[1]: expected a finite number above 0, received -1",
    ],
    [{ samplesPerStep: ramp({ unit: 1 }) }, 'run.samplesPerStep: expected one of from, at, to, received "unit"'],
    [{ steps: ramp({}) }, "run.steps: expected a finite number above 0, received [object]"],
    [5, `run: expected an object with ${FACTS}, received 5`],
    [[], `run: expected an object with ${FACTS}, received a list of 0`],
  ])("is refused when it is %j", (run, message) => {
    expect(messageOf(() => schedule(LINE, run as Run))).toBe(message);
  });

  it.each<[Plan, Run, string]>([
    [
      cosine({ from: 1, to: 0, over: "5 epochs" }),
      {},
      'over: expected run.stepsPerEpoch to resolve it, received "5 epochs"',
    ],
    [cosine({ from: 1, to: 0, over: "50%" }), {}, 'over: expected run.steps to resolve it, received "50%"'],
    [
      cosine({ from: 1, to: 0, over: "5 samples" }),
      { tokensPerStep: 1 },
      'over: expected run.samplesPerStep to resolve it, received "5 samples"',
    ],
    [
      cosine({ from: 1, to: 0, over: "5 tokens" }),
      { samplesPerStep: 1 },
      'over: expected run.tokensPerStep to resolve it, received "5 tokens"',
    ],
    [constant({ value: "0.1x" }), { steps: 5 }, 'value: expected run.base to resolve it, received "0.1x"'],
    [
      piecewise({ from: 1, at: [5, "1 epoch"], to: [1, "1x"] }),
      { base: 1 },
      'at[1]: expected run.stepsPerEpoch to resolve it, received "1 epoch"',
    ],
    [
      cosine({ from: 1, to: 0, over: "1e300 epochs" }),
      { stepsPerEpoch: 1e100 },
      'over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "1e300 epochs"',
    ],
    [
      constant({ value: "1e300x" }),
      { base: 1e300 },
      'value: expected a level (0.01, "0.1x") from 0, received "1e300x"',
    ],
  ])("that does not resolve %j is refused", (plan, run, message) => {
    expect(messageOf(() => schedule(plan, run))).toBe(message);
  });
});
