import { describe, expect, it } from "vitest";
import { piecewise, schedule } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("piecewise", () => {
  it.each([
    [piecewise({ from: 0.1, at: [30, 60], to: [0.02, 0.001] }), {}],
    [piecewise({ from: "1x", at: ["30 epochs", "60 epochs"], to: ["0.1x", "0.01x"] }), { base: 0.1, stepsPerEpoch: 9 }],
    [piecewise({ from: 0.1, at: [0, 0.5, 2.5], to: [0.2, 0.3, 0] }), {}],
    [piecewise({ from: 0.1, at: [], to: [] }), {}],
    [piecewise({ from: 0.1, at: [5, "1 epoch", "50%"], to: [1, 2, 3] }), { stepsPerEpoch: 10, steps: 40 }],
  ])("obeys the laws: %j in %j", laws);

  it("changes exactly at its times", () => {
    const lr = schedule(piecewise({ from: 0.1, at: [30, 60.5], to: [0.02, 0.001] }));
    expect([0, 29, 29.999, 30, 60, 60.5, 61, 1e9].map(lr)).toEqual([0.1, 0.1, 0.1, 0.02, 0.02, 0.001, 0.001, 0.001]);
  });

  it("finds its place among very many", () => {
    const at = Array.from({ length: 100_000 }, (_, i) => 2 * i + 1);
    const lr = schedule(piecewise({ from: 0, at, to: at }));
    expect([0, 1, 2, 3, 77_777, 77_778, 199_998, 199_999, 1e9].map(lr)).toEqual([
      0, 1, 1, 3, 77_777, 77_777, 199_997, 199_999, 199_999,
    ]);
    expect(lr.fill(new Float64Array(5), 99_998)).toEqual(Float64Array.of(99_997, 99_999, 99_999, 100_001, 100_001));
  });

  it("refuses times that do not increase, also across units", () => {
    const run = { stepsPerEpoch: 10 };
    const paths = (at: readonly (number | "1 epoch" | "2 epochs")[]) =>
      issuesOf(() => schedule(piecewise({ from: 1, at, to: at.map(() => 1) }), run)).map(({ path }) => path);
    expect(paths([5, 5])).toEqual(["at[1]"]);
    expect(paths([5, 4, 3])).toEqual(["at[1]", "at[2]"]);
    expect(paths(["2 epochs", "1 epoch"])).toEqual(["at[1]"]);
    expect(paths([11, "1 epoch"])).toEqual(["at[1]"]);
    expect(paths(["1 epoch", 10])).toEqual(["at[1]"]);
  });

  it("refuses another number of levels than times", () => {
    const [issue] = issuesOf(() => schedule(piecewise({ from: 1, at: [5, 6], to: [0.1] })));
    expect(issue).toMatchObject({ path: "to", received: "a list of 1" });
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(piecewise({ from: 1, at: [5], to: [0.1] }));
    const plan = piecewise({ from: 1, at: [5, 6], to: [0.1, 0.01] });
    expect(pathsOf({ ...plan, from: -1, at: [-1, 6], to: [1, -1] })).toEqual(["from", "at[0]", "to[1]"]);
    expect(pathsOf({ ...plan, at: [5, "rest"] })).toEqual(["at[1]"]);
    expect(pathsOf({ ...plan, to: ["last", 1] })).toEqual(["to[0]"]);
    expect(pathsOf({ ...plan, to: [] })).toEqual(["to"]);
    expect(pathsOf({ ...plan, at: [] })).toEqual(["to"]);
  });
});
