import { describe, expect, it } from "vitest";
import {
  clock,
  constant,
  linear,
  type Plan,
  parsePlan,
  type Run,
  repeat,
  schedule,
  sequence,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const RAMP = { from: 10, at: [20, 30], to: [30, 50] } as const;
const line = linear({ from: 1, to: 0, over: 1000 });
const inSamples = (plan: Plan) => clock({ unit: "samples", plan });

describe("a clock is refused", () => {
  const run = { samplesPerStep: RAMP, steps: 100 };

  it.each<[Plan, Run, string]>([
    [inSamples(line), {}, 'unit: expected run.samplesPerStep to resolve it, received "samples"'],
    [clock({ unit: "tokens", plan: line }), run, 'unit: expected run.tokensPerStep to resolve it, received "tokens"'],
    [
      sequence(constant({ value: 1, over: 5 }), inSamples(line)),
      run,
      "parts[1].plan: expected a start with the run, received 5",
    ],
    [inSamples(inSamples(line)), run, 'plan.plan: expected a start with the run, received "another clock"'],
    [repeat({ plan: inSamples(line) }), run, 'plan.plan: expected a start with the run, received "another clock"'],
    [
      inSamples(linear({ from: 1, to: 0, over: "5 epochs" })),
      run,
      'plan.over: expected run.stepsPerEpoch to resolve it, received "5 epochs"',
    ],
    [
      inSamples(linear({ from: 1, to: 0, over: "rest" })),
      { samplesPerStep: RAMP },
      'plan.over: expected run.steps to resolve it, received "rest"',
    ],
  ])("%j in %j", (plan, facts, message) => {
    expect(messageOf(() => schedule(plan, facts))).toBe(message);
  });

  it.each<[unknown, string]>([
    [{ kind: "clock", unit: "epochs", plan: line }, 'unit: expected one of samples, tokens, received "epochs"'],
    [
      { kind: "clock", unit: "sample", plan: line },
      'unit: expected one of samples, tokens (did you mean "samples"?), received "sample"',
    ],
    [{ kind: "clock", plan: line }, "unit: expected one of samples, tokens, received undefined"],
    [{ kind: "clock", unit: { toString: 1 }, plan: line }, "unit: expected one of samples, tokens, received [object]"],
    [{ kind: "clock", unit: "samples", plan: line, over: 5 }, 'expected one of kind, unit, plan, received "over"'],
    [
      { kind: "clock", unit: "samples", plan: { ...line, over: -1 } },
      'plan.over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received -1',
    ],
  ])("as data: %j", (plan, message) => {
    expect(messageOf(() => parsePlan(plan))).toBe(message);
    expect(messageOf(() => schedule(plan as Plan, run))).toBe(message);
  });

  it("without a plan", () => {
    const message = "plan: expected a plan, received undefined";
    expect(messageOf(() => parsePlan({ kind: "clock", unit: "samples" }))).toBe(message);
  });
});
