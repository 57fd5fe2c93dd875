import { describe, expect, it } from "vitest";
import { Problems, received } from "../src/error.ts";
import { PlanError, parsePlan } from "../src/index.ts";
import { issuesOf, messageOf } from "./issues.ts";

describe("PlanError", () => {
  it("derives its message from its issues, one line for each", () => {
    const error = new PlanError([
      { path: "milestones[1]", expected: "more than 30", received: "20" },
      { path: "", expected: "a plan", received: "5" },
    ]);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message]).toEqual([
      "PlanError",
      "milestones[1]: expected more than 30, received 20\nexpected a plan, received 5",
    ]);
    expect(String(error)).toMatch(/^PlanError: milestones/);
  });

  it.each([
    [99, undefined],
    [100, undefined],
    [101, "and 1 more"],
    [5000, "and 4900 more"],
  ])("lists all of %d problems, 100 at most, and then says %j", (count, more) => {
    const parts = new Array(count).fill(5);
    const [issues, lines] = [
      issuesOf(() => parsePlan({ kind: "sequence", parts })),
      messageOf(() => parsePlan({ kind: "sequence", parts })).split("\n"),
    ];
    expect(issues).toHaveLength(Math.min(count, 100));
    expect(lines).toHaveLength(Math.min(count, 100) + (more ? 1 : 0));
    if (more) expect(lines.at(-1)).toBe(more);
    expect(issues.at(-1)?.path).toBe(`parts[${Math.min(count, 100) - 1}]`);
  });

  it("keeps a hundred, and counts the others", () => {
    const problems = new Problems();
    for (let i = 0; i < 5000; i++) problems.add(`parts[${i}]`, "a plan", i);
    expect([problems.issues.length, new Set(problems.issues).size]).toEqual([5000, 101]);
    expect(
      messageOf(() => problems.throwIfAny())
        .split("\n")
        .slice(99),
    ).toEqual(["parts[99]: expected a plan, received 99", "and 4900 more"]);
  });

  it("lists no more than a hundred unknown fields", () => {
    const fields = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`field${i}`, 1]));
    const lines = messageOf(() => parsePlan({ kind: "constant", value: 1, ...fields })).split("\n");
    expect(lines).toHaveLength(100);
    expect(lines.at(-1)).toContain("field99");
  });
});

describe("what was received", () => {
  it.each<[string, unknown]>([
    ["5", 5],
    ["0", -0],
    ["NaN", Number.NaN],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ['"5"', "5"],
    ['"a\\u001b[2J\\n\\u0000b"', "a\u001b[2J\n\u0000b"],
    ['"\\ud800"', "\ud800"],
    ["undefined", undefined],
    ["null", null],
    ["true", true],
    ["3", 3n],
    ["Symbol(s)", Symbol("s")],
    ["a list of 0", []],
    ["a list of 2", [1, 2]],
    ["[object]", {}],
    ["[object]", Object.create(null)],
    ["[function]", () => 1],
    ["[object]", new Map()],
  ])("is told as %s", (text, value) => {
    expect(received(value)).toBe(text);
  });

  it("is cut when it is long", () => {
    expect(received("y".repeat(1e6)).length).toBeLessThan(100);
  });
});
