import { linear, type Plan, plateau } from "anneal";
import { type AuditOptions, audit, type LoggedRates } from "anneal/audit";
import { describe, expect, it } from "vitest";
import { issuesOf } from "../issues.ts";

const plan = linear({ from: "1x", to: 0, over: "rest" });
const run = { base: 0.1, steps: 10 };
const of = (...values: number[]) => Float64Array.from(values);

describe("a log is refused", () => {
  it.each<[string, unknown, string]>([
    ["without rows", { steps: of(), rates: of() }, "logged.steps"],
    ["of other lengths", { steps: of(1, 2), rates: of(1) }, "logged.rates"],
    ["with a step that is no number", { steps: of(1, Number.NaN), rates: of(1, 1) }, "logged.steps[1]"],
    ["with an infinite step", { steps: of(1 / 0), rates: of(1) }, "logged.steps[0]"],
    ["with a step that no run reaches", { steps: of(1e300), rates: of(1) }, "logged.steps[0]"],
    ["with a step below 0", { steps: of(-1), rates: of(1) }, "logged.steps[0]"],
    ["without a single rate", { steps: of(1), rates: of(Number.NaN) }, "logged.rates"],
    ["with a text for a step", { steps: ["1"], rates: of(1) }, "logged.steps[0]"],
    ["with null for a rate", { steps: [1, 2], rates: [1, null] }, "logged.rates[1]"],
    ["of no list", { steps: 1, rates: of(1) }, "logged.steps"],
    ["of bytes without numbers", { steps: new DataView(new ArrayBuffer(8)), rates: of(1) }, "logged.steps"],
    ["with half a decimal", { steps: of(1), rates: of(1), decimals: 0.5 }, "logged.decimals"],
    ["with no significant digit", { steps: of(1), rates: of(1), significant: 0 }, "logged.significant"],
    ["with another clock", { steps: of(1), rates: of(1), clock: "token" }, "logged.clock"],
    ["in epochs of unknown length", { steps: of(1), rates: of(1), clock: "epoch" }, "run.stepsPerEpoch"],
    ["that is none", undefined, "logged.steps"],
  ])("%s", (_, logged, path) => {
    expect(issuesOf(() => audit(plan, run, logged as LoggedRates))[0]?.path).toBe(path);
  });
});

describe("options are refused", () => {
  it.each<[keyof AuditOptions, unknown]>([
    ["processes", 0],
    ["processes", 1.5],
    ["accumulate", -1],
    ["tolerance", -1e-3],
    ["updatesPerEpoch", 0],
    ["unit", "batch"],
  ])("%s %s", (name, value) => {
    const options = { [name]: value } as AuditOptions;
    const found = issuesOf(() => audit(plan, run, { steps: of(0), rates: of(0.1) }, options));
    expect(found.map(({ path }) => path)).toEqual([`options.${name}`]);
  });

  it("that a log of updates for a plan of epochs lacks", () => {
    const found = issuesOf(() => audit(plan, run, { steps: of(0), rates: of(0.1) }, { unit: "epoch" }));
    expect(found.map(({ path }) => path)).toEqual(["options.updatesPerEpoch"]);
  });
});

describe("a plan is refused", () => {
  it("that follows a metric", () => {
    const logged = { steps: of(0), rates: of(0.1) };
    const found = issuesOf(() => audit(plateau() as unknown as Plan, run, logged));
    expect(found).toMatchObject([{ path: "plan", expected: expect.stringContaining("metric") }]);
  });

  it("that is longer than updates can be counted", () => {
    const logged = { steps: of(0, 2 ** 52), rates: of(1, 0), clock: "epoch" } as const;
    const found = issuesOf(() => audit(plan, { ...run, stepsPerEpoch: 100 }, logged));
    expect(found.map(({ path }) => path)).toEqual(["logged.steps"]);
  });

  it("that lacks a fact", () => {
    expect(issuesOf(() => audit(plan, {}, { steps: of(0), rates: of(0.1) })).length).toBeGreaterThan(0);
  });
});
