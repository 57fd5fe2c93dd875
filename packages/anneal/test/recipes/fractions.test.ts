import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  cosineWave,
  custom,
  fractions,
  linear,
  multiStep,
  product,
  schedule,
  sequence,
} from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

const run = { base: 0.1, steps: 200 };
const line = linear({ from: 0, to: "1x", over: "100%" });

describe("fractions", () => {
  it.each([
    [fractions({ plans: [line, cosine({ from: "1x", to: 0, over: "rest" })], shares: [0.3, 0.7] }), run],
    [fractions({ plans: [line, line, line], shares: [0.2, 0.3, 0.5], scaling: ["fixed", "rescaled", "fixed"] }), run],
    [fractions({ plans: [line, multiStep({ milestones: ["30%", 80] })], shares: [0.1, 0.9] }), run],
    [fractions({ plans: [line], shares: [1] }), run],
  ])("obeys the laws: %j in %j", laws);

  it("takes a plan's percentages for those of its part, and begins it there", () => {
    const lr = schedule(fractions({ plans: [line, line, constant({ value: 7 })], shares: [0.25, 0.5, 0.25] }), run);
    expect([0, 25, 49, 50, 100, 149, 150, 500].map(lr)).toEqual([0, 0.05, 0.098, 0, 0.05, 0.099, 7, 7]);
  });

  it("or leaves it on the run's own clock", () => {
    const scaling = ["rescaled", "fixed"] as const;
    const lr = schedule(fractions({ plans: [constant({ value: 7 }), line], shares: [0.25, 0.75], scaling }), run);
    expect([49, 50, 100, 200].map(lr)).toEqual([7, 0.025, 0.05, 0.1]);
  });

  it("finds percentages at any depth and in lists, and leaves all else alone", () => {
    const inner = sequence(
      { plan: product(line, custom({ name: "5%" })), until: "50%" },
      multiStep({ milestones: ["40%", "9 epochs"] }),
    );
    const [, part] = fractions({ plans: [constant({ value: 1 }), inner], shares: [0.5, 0.5] }).parts;
    expect(part).toEqual({
      plan: {
        kind: "sequence",
        parts: [
          {
            plan: {
              kind: "product",
              factors: [
                { ...line, over: "50%" },
                { kind: "custom", name: "5%" },
              ],
            },
            until: "25%",
          },
          { kind: "piecewise", from: "1x", at: ["20%", "9 epochs"], to: ["0.1x", "0.01x"] },
        ],
      },
      until: "100%",
    });
  });

  it("ends the parts where their shares add up to", () => {
    const { parts } = fractions({ plans: [line, line, line], shares: [0.1, 0.2, 0.7] });
    expect(parts).toHaveLength(3);
    const lr = schedule(fractions({ plans: [line, line, line], shares: [0.1, 0.2, 0.7] }), { base: 1, steps: 10 });
    expect([0, 1, 2, 3].map(lr)).toEqual([0, 0, 0.5, 0]);
  });

  it("leaves out a plan that has no share", () => {
    const plans = [cosineWave({ from: 1, to: 0, over: "100%" }), line, constant({ value: 6 })];
    const lr = schedule(fractions({ plans, shares: [0, 1, 0] }), run);
    expect([0, 100, 200].map(lr)).toEqual([0, 0.05, 0.1]);
  });

  it.each<[object, string]>([
    [{ plans: [], shares: [] }, "plans: expected a list of 1 to 100,000 entries, received a list of 0"],
    [{ plans: [line, 5] }, "plans[1]: expected a plan, received 5"],
    [{ shares: [0.5] }, "shares: expected a list of 2 entries, received a list of 1"],
    [{ shares: [0.5, -0.5] }, "shares[1]: expected a finite number from 0, received -0.5"],
    [{ shares: [0.5, 0.6] }, "shares: expected numbers that add up to 1, received 1.1"],
    [{ shares: [0.5, 0.499] }, "shares: expected numbers that add up to 1, received 0.999"],
    [{ scaling: ["fixed"] }, "scaling: expected a list of 2 entries, received a list of 1"],
    [{ scaling: "fixed" }, 'scaling: expected a list of 2 entries, received "fixed"'],
    [{ scaling: ["fixed", "moved"] }, 'scaling[1]: expected one of rescaled, fixed, received "moved"'],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => fractions({ plans: [line, line], shares: [0.5, 0.5], ...options } as never))).toBe(message);
  });

  it("leaves what is wrong inside a plan to its building", () => {
    const wrong = { kind: "linear", from: null, to: { a: [null] }, over: "100%" } as never;
    const plan = fractions({ plans: [wrong], shares: [1] });
    expect(issuesOf(() => schedule(plan, run)).map(({ path }) => path)).toEqual([
      "parts[0].plan.from",
      "parts[0].plan.to",
    ]);
  });
});
