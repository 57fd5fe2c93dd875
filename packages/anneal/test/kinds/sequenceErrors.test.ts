import { describe, expect, it } from "vitest";
import { constant, linear, type Part, type Plan, piecewise, type Run, schedule, sequence } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const forever = constant({ value: 1 });
const five = constant({ value: 1, over: 5 });
const rest = constant({ value: 1, over: "rest" });

const build = (parts: readonly (Plan | Part)[], run: Run = {}) => schedule({ kind: "sequence", parts }, run);
const refusal = (parts: readonly (Plan | Part)[], run: Run = {}) => messageOf(() => build(parts, run));

describe("a sequence is refused when", () => {
  it("a list stands for a part, which is left as it was", () => {
    const list = [five, forever];
    expect(messageOf(() => schedule(sequence(list as never)))).toBe("parts[0]: expected a plan, received a list of 2");
    expect(Object.isFrozen(list)).toBe(false);
  });

  it("it has no parts", () => {
    expect(refusal([])).toBe("parts: expected a part that lasts, received a list of 0");
  });

  it("all its parts are cut away, so that there is no value at all", () => {
    expect(refusal([{ plan: forever, until: 0 }])).toBe("parts: expected a part that lasts, received a list of 1");
  });

  it("an endless part is not the last", () => {
    expect(refusal([forever, five])).toBe(
      "parts[0]: expected an end (over or until) from step 0 on, received Infinity",
    );
    expect(refusal([five, piecewise({ from: 1, at: [3], to: [2] }), five])).toBe(
      "parts[1]: expected an end (over or until) from step 5 on, received Infinity",
    );
    expect(issuesOf(() => build([forever, { plan: five, until: 100 }]))[0]?.path).toBe("parts[0]");
    expect(refusal([five, forever, five, five])).toBe(
      "parts[1]: expected an end (over or until) from step 5 on, received Infinity",
    );
  });

  it("a part would end before it begins", () => {
    expect(refusal([five, { plan: forever, until: 3 }])).toBe(
      "parts[1]: expected an end (over or until) from step 5 on, received 3",
    );
    expect(refusal([five, { plan: constant({ value: 1, over: 4 }), clock: "global" }])).toBe(
      "parts[1]: expected an end (over or until) from step 5 on, received 4",
    );
    const epochs = [five, { plan: forever, until: "1 epoch" }] as const;
    expect(refusal(epochs, { stepsPerEpoch: 4 })).toBe(
      "parts[1]: expected an end (over or until) from step 5 on, received 4",
    );
    expect(build(epochs, { stepsPerEpoch: 5 })(9)).toBe(1);
  });

  it("a change on the global clock falls before its part, as a milestone below the end of warm-up", () => {
    const stairs = piecewise({ from: 1, at: [3, 4, 7], to: [1, 1, 1] });
    expect(refusal([five, { plan: stairs, clock: "global" }]).split("\n")).toEqual([
      "parts[1].plan.at[0]: expected a time from step 5 on, received 3",
      "parts[1].plan.at[1]: expected a time from step 5 on, received 4",
    ]);
  });

  const refused = (path: string, expected: string) => `${path}.over: expected ${expected}, received "rest"`;
  const run = { steps: 100 };

  it('there is no run to take the "rest" of', () => {
    expect(refusal([rest])).toBe(refused("parts[0]", "run.steps to resolve it"));
    const line = { plan: linear({ from: 1, to: 0, over: "rest" }) };
    expect(refusal([five, line])).toBe(refused("parts[1].plan", "run.steps to resolve it"));
  });

  it('two parts take the "rest" between the same fixed points', () => {
    const paths = ["parts[0]", "parts[2]"];
    const shared = paths.map((path) => refused(path, "an amount: the rest is shared or endless"));
    expect(refusal([rest, five, rest], run).split("\n")).toEqual(shared);
  });

  it('there is less than nothing for the "rest"', () => {
    expect(refusal([five, rest], { steps: 3 })).toBe(refused("parts[1]", "an amount: the rest is -2"));
    const early = (until: number) => refusal([rest, { plan: five, until }], run);
    expect(early(3)).toBe(refused("parts[0]", "an amount: the rest is -2"));
    expect(early(0)).toBe(refused("parts[0]", "an amount: the rest is -5"));
  });

  it('nothing ends the "rest"', () => {
    const endless = refused("parts[0]", "an amount: the rest is shared or endless");
    expect(refusal([rest, forever], run)).toBe(endless);
    expect(refusal([rest, { plan: five, clock: "global" }], run)).toBe(endless);
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
