import { jit, numpy } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { constant, cosine, custom, type Plan, type Run, repeat, schedule, sequence } from "../../src/index.ts";
import { type TracedOptions, traced } from "../../src/jax/index.ts";
import { issuesOf } from "../issues.ts";
import { start, TRACED } from "./start.ts";

beforeAll(start);

type Options = TracedOptions<numpy.Array>;

const issues = (plan: Plan, run: Run = {}, options: Options = {}) => issuesOf(() => traced(plan, run, numpy, options));

describe("before any step is refused", () => {
  const wrong: readonly (readonly [string, Plan, Run, Options])[] = [
    ["a plan and a run", { kind: "linear", from: -1, to: "1x", over: "5 epochs" }, { steps: -1 }, {}],
    ["no plan", undefined as unknown as Plan, {}, {}],
    ["an unknown kind", { kind: "liner" } as unknown as Plan, {}, {}],
    ["what only its surroundings show", sequence(constant({ value: 1 }), constant({ value: 2 })), {}, {}],
    ["a name without a function", custom({ name: "fadign" }), {}, { functions: { fading: () => 1 } }],
    ["a name of no function", custom({ name: "fading" }), {}, { functions: { fading: 1 as never } }],
  ];

  it.each(wrong)("%s, as by a schedule", (_, plan, run, options) => {
    expect(issues(plan, run, options)).toEqual(issuesOf(() => schedule(plan, run as never, options)));
  });

  it("a function that has no counterpart on arrays, once", () => {
    const functions = { fading: () => 1, rising: () => 1 };
    const plan = sequence(
      { plan: custom({ name: "fading" }), until: 10 },
      { plan: custom({ name: "rising" }), until: 20 },
      custom({ name: "rising", args: [1] }),
    );
    const missing = (name: string) => ({
      path: `options.traced.${name}`,
      expected: "the function on arrays",
      received: "undefined",
    });
    expect(issues(plan, {}, { functions })).toEqual([missing("fading"), missing("rising")]);
    expect(issues(plan, {}, { functions, traced: TRACED })).toEqual([missing("rising")]);
  });

  it("a repeat of more cycles than there can be", () => {
    const plan = repeat({ plan: cosine({ from: 1, to: 0, over: 1 }), stretch: 1 + 1e-9 });
    const expected = "at most 100,000 cycles of a repeat in 16777216 steps";
    expect(issues(plan)).toEqual([{ path: "plan", expected, received: "100001" }]);
  });
});

it("two names are two functions, also where they are one on numbers", () => {
  const one = () => 1;
  const functions = { first: one, second: one };
  const plan = sequence({ plan: custom({ name: "first" }), until: 10 }, custom({ name: "second" }));
  const own = { first: (t: numpy.Array) => t.mul(0).add(2), second: (t: numpy.Array) => t.mul(0).add(3) };
  const rate = jit(traced(plan, {}, numpy, { functions, traced: own }));
  expect(rate(numpy.array([9, 10])).js()).toEqual([2, 3]);
});
