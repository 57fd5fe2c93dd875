import { describe, expect, it } from "vitest";
import { constant, schedule, sequence } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("constant", () => {
  it.each([
    [constant({ value: 0.01 }), {}],
    [constant({ value: 0 }), {}],
    [constant({ value: "0.1x" }), { base: 0.3 }],
    [constant({ value: "1x", over: "2 epochs" }), { base: 0.3, stepsPerEpoch: 10 }],
    [constant({ value: 1, over: "rest" }), { steps: 10 }],
    [constant({ value: 1, over: 0 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("lasts as long as it says when it is a part", () => {
    const lr = schedule(sequence(constant({ value: 0.1, over: 3 }), constant({ value: 0.2 })));
    expect([0, 2.999, 3, 1e9].map(lr)).toEqual([0.1, 0.1, 0.2, 0.2]);
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(constant({ value: 1 }));
    expect(pathsOf({ kind: "constant", value: -1, over: -1 })).toEqual(["value", "over"]);
    expect(pathsOf({ kind: "constant", value: "last" })).toEqual(["value"]);
    expect(pathsOf({ kind: "constant", value: 1, over: "rest" }, {})).toEqual(["over"]);
    expect(pathsOf({ kind: "constant", value: "1x", over: "1 epoch" }, {})).toEqual(["value", "over"]);
  });
});
