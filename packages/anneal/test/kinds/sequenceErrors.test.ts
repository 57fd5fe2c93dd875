import { describe, expect, it } from "vitest";
import { constant, linear, type Part, type Plan, piecewise, type Run, schedule } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const forever = constant({ value: 1 });
const five = constant({ value: 1, over: 5 });
const rest = constant({ value: 1, over: "rest" });

const build = (parts: readonly (Plan | Part)[], run: Run = {}) => schedule({ kind: "sequence", parts }, run);
const refusal = (parts: readonly (Plan | Part)[], run: Run = {}) => messageOf(() => build(parts, run));

describe("a sequence is refused when", () => {
  it("it has no parts", () => {
    expect(refusal([])).toBe("parts: expected a part, received a list of 0");
  });

  it("all its parts are cut away, so that there is no value at all", () => {
    expect(refusal([{ plan: forever, until: 0 }])).toBe("parts: expected a part, received a list of 1");
  });

  it("an endless part is not the last", () => {
    expect(refusal([forever, five])).toBe("parts[0]: expected a finite time from step 0 on, received Infinity");
    expect(refusal([five, piecewise({ from: 1, at: [3], to: [2] }), five])).toBe(
      "parts[1]: expected a finite time from step 5 on, received Infinity",
    );
    expect(issuesOf(() => build([forever, { plan: five, until: 100 }]))[0]?.path).toBe("parts[0]");
    expect(refusal([five, forever, five, five])).toBe(
      "parts[1]: expected a finite time from step 5 on, received Infinity",
    );
  });

  it("a part would end before it begins", () => {
    expect(refusal([five, { plan: forever, until: 3 }])).toBe(
      "parts[1]: expected a finite time from step 5 on, received 3",
    );
    expect(refusal([five, { plan: constant({ value: 1, over: 4 }), clock: "global" }])).toBe(
      "parts[1]: expected a finite time from step 5 on, received 4",
    );
    const epochs = [five, { plan: forever, until: "1 epoch" }] as const;
    expect(refusal(epochs, { stepsPerEpoch: 4 })).toBe("parts[1]: expected a finite time from step 5 on, received 4");
    expect(build(epochs, { stepsPerEpoch: 5 })(9)).toBe(1);
  });

  it("a change on the global clock falls before its part, as a milestone below the end of warm-up", () => {
    const stairs = piecewise({ from: 1, at: [3, 4, 7], to: [1, 1, 1] });
    expect(refusal([five, { plan: stairs, clock: "global" }]).split("\n")).toEqual([
      "parts[1].plan.at[0]: expected a finite time from step 5 on, received 3",
      "parts[1].plan.at[1]: expected a finite time from step 5 on, received 4",
    ]);
  });

  it('there is no run to take the "rest" of', () => {
    expect(issuesOf(() => build([rest]))).toMatchObject([{ path: "parts[0].over" }]);
    expect(issuesOf(() => build([five, { plan: linear({ from: 1, to: 0, over: "rest" }) }]))).toMatchObject([
      { path: "parts[1].plan.over", expected: "run.steps with room to resolve it" },
    ]);
  });

  it('two parts take the "rest" between the same fixed points', () => {
    expect(issuesOf(() => build([rest, five, rest], { steps: 100 })).map(({ path }) => path)).toEqual([
      "parts[0].over",
      "parts[2].over",
    ]);
  });

  it('there is no room for the "rest"', () => {
    const paths = (parts: readonly (Plan | Part)[], run: Run) =>
      issuesOf(() => build(parts, run)).map(({ path }) => path);
    expect(paths([five, rest], { steps: 3 })).toContain("parts[1].over");
    expect(paths([rest, { plan: five, until: 3 }], { steps: 100 })).toContain("parts[0].over");
    expect(paths([rest, { plan: five, until: 0 }], { steps: 100 })).toContain("parts[0].over");
    expect(paths([rest, forever], { steps: 100 })).toContain("parts[0].over");
    expect(paths([rest, { plan: five, clock: "global" }], { steps: 100 })).toContain("parts[0].over");
  });

  it('nothing came before "last"', () => {
    const message = 'parts[0].value: expected a level before to resolve it, received "last"';
    expect(refusal([constant({ value: "last" })])).toBe(message);
    expect(refusal([{ plan: five, until: 0 }, constant({ value: "last" })])).toBe(message.replace("0", "1"));
    expect(messageOf(() => schedule(linear({ from: "last", to: 0, over: 5 })))).toBe(
      'from: expected a level before to resolve it, received "last"',
    );
  });
});
