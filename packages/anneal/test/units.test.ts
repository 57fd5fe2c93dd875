import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, level, schedule, time } from "../src/index.ts";
import { issuesOf } from "./issues.ts";

const TIMES = [
  "0 steps",
  "5 epochs",
  "1 epoch",
  "0.5 epochs",
  "6%",
  "100%",
  "1e9 tokens",
  "1e6 samples",
  "1E+6 samples",
  "rest",
];
const LEVELS = ["1x", "0x", "0.1x", "1e-3x", "2.5E+1x", "last"];
const NUMBERS: readonly (readonly [string, number])[] = [
  ["0", 0],
  ["500", 500],
  ["1e4", 1e4],
  ["2.50", 2.5],
  ["1e-4", 1e-4],
  ["007", 7],
];
const STRANGE = [
  "",
  " ",
  "x",
  "%",
  "-1",
  "+1",
  "--1",
  ".5",
  "5.",
  "1e",
  "1_000",
  "1,000",
  "0x10",
  "0b1",
  "1n",
  "NaN",
  "Infinity",
  "-Infinity",
  "∞",
  "1e999",
  "١",
  "５",
  "null",
  "__proto__",
  "constructor",
];

describe("time", () => {
  it.each(TIMES)("keeps %s", (text) => {
    expect(time(text)).toBe(text);
  });

  it.each(NUMBERS)("reads %s as steps", (text, steps) => {
    expect(time(text)).toBe(steps);
  });

  it.each([
    ...STRANGE,
    "5epochs",
    "5 epochs ",
    " 5 epochs",
    "5  epochs",
    "5 Epochs",
    "5 epocks",
    "5 %",
    "-5 epochs",
    "epochs",
    "5 hours",
    "1e999 steps",
    "0.1x",
    "last",
    "5 epochs\n",
    `${"9".repeat(32)} steps`,
  ])("refuses %j", (text) => {
    expect(issuesOf(() => time(text))).toHaveLength(1);
  });
});

describe("level", () => {
  it.each(LEVELS)("keeps %s", (text) => {
    expect(level(text)).toBe(text);
  });

  it.each(NUMBERS)("reads %s as an absolute value", (text, value) => {
    expect(level(text)).toBe(value);
  });

  it.each([
    ...STRANGE,
    "0.1 x",
    "-0.1x",
    "0.1X",
    "x0.1",
    "0.1xx",
    "1e999x",
    "rest",
    "5%",
    "5 epochs",
    "0.1x\n",
    `0.${"0".repeat(31)}1x`,
  ])("refuses %j", (text) => {
    expect(issuesOf(() => level(text))).toHaveLength(1);
  });
});

describe("any text or value", () => {
  const strange = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."0123456789.eE+-x% epochsteplantmr") }),
    fc.anything(),
  );

  it("is a time that a plan accepts, or a PlanError", () => {
    const law = (text: unknown) => {
      const result = outcome(() => time(text as string));
      if (result !== undefined) schedule(constant({ value: 1, over: result }), FACTS);
    };
    fc.assert(fc.property(strange, law), { numRuns: 3000 });
  });

  it("is a level that a plan accepts, or a PlanError", () => {
    const law = (text: unknown) => {
      const result = outcome(() => level(text as string));
      if (result !== undefined && result !== "last") schedule(constant({ value: result }), FACTS);
    };
    fc.assert(fc.property(strange, law), { numRuns: 3000 });
  });
});

const FACTS = { steps: 100, stepsPerEpoch: 10, base: 0.1, samplesPerStep: 32, tokensPerStep: 2048 };

/** What was made, or undefined for what was refused in the proper way. */
function outcome<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    const [issue, ...more] = issuesOf(make);
    expect([typeof issue?.path, typeof issue?.expected, typeof issue?.received, more.length]).toEqual([
      "string",
      "string",
      "string",
      0,
    ]);
    return undefined;
  }
}
