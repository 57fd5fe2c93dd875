import { schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { fvcore } from "../../src/fvcore/fvcore.ts";
import { callsDocument, readOne, readPorts } from "../readPorts.ts";
import { callOf, calls } from "./forms.ts";

describe("fvcore's own numbers", () => {
  const comparisons = [...compareTable(TABLES.get("fvcore") as Table, readPorts(calls))];

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(400);
  });

  it("of every class", () => expect(comparisons.length).toBe(9));
});

describe("schedulers", () => {
  const read = (name: string, config: object) => readOne(fvcore, callsDocument(callOf(name, config)));

  it("are seen from their own part on when they are fixed", () => {
    const values = {
      class: "MultiStepParamScheduler",
      config: { values: [1, 2, 3, 4], num_updates: 8, milestones: [1, 2, 6] },
    };
    const line = { class: "LinearParamScheduler", config: { start_value: 0, end_value: 1 } };
    const config = { schedulers: [line, values], lengths: [0.5, 0.5], interval_scaling: ["rescaled", "fixed"] };
    const lr = schedule(read("CompositeParamScheduler", config).program?.lr as never, { steps: 8 });
    expect([0, 2, 4, 5, 6].map(lr)).toEqual([0, 0.5, 3, 3, 4]);
  });

  it.each([
    ["StepParamScheduler", { num_updates: 0, values: [1] }, "a number above 0, received 0"],
    ["StepParamScheduler", { num_updates: 5, values: [] }, "at least one value"],
    [
      "StepWithFixedGammaParamScheduler",
      { base_value: 1, num_decays: 1e9, gamma: 0.5, num_updates: 5 },
      "at most 100,000",
    ],
    ["MultiStepParamScheduler", { values: [1, 2] }, "num_updates or milestones, received none"],
    ["MultiStepParamScheduler", { values: [1, 2], num_updates: 9, milestones: [1, 2] }, "1 milestones, received 2"],
    ["MultiStepParamScheduler", { values: [1, 2], num_updates: 9, milestones: [9] }, "below 9, received 9"],
    ["MultiStepParamScheduler", { values: [1, 2], num_updates: 1 }, "at least 2, received 1"],
    ["CompositeParamScheduler", { schedulers: [], lengths: [0.5], interval_scaling: [] }, "shares that add up to 1"],
    [
      "CompositeParamScheduler",
      { schedulers: [], lengths: [1], interval_scaling: [] },
      "0 lengths and interval_scaling, received 1 and 0",
    ],
  ])("%s refuses %j", (name, config, message) => expect(() => read(name, config)).toThrow(message));
});
